import { OctagonAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { m } from "#messages/web";
import { Icon } from "./icon.tsx";

export type FieldFrame = {
  label: ReactNode;
  /** What to write, before the input. */
  hint?: ReactNode;
  /** What is wrong and what to write instead. */
  error?: ReactNode;
  /** Says that it may stay empty. */
  optional?: boolean | undefined;
};

/** What the input inside a field must carry so that label, hint and error are read with it. */
export type FieldWiring = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

type FieldProps = FieldFrame & {
  id?: string | undefined;
  children: (wiring: FieldWiring) => ReactNode;
};

/** Label above, then hint, then error, then the input. */
export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  const made = useId();
  const own = id ?? made;
  return (
    <div className={error ? "field has-error" : "field"}>
      <label className="field-label" htmlFor={own}>
        {label}
        {optional && <OptionalWord />}
      </label>
      <FieldWords id={own} hint={hint} error={error} />
      {children({ id: own, ...wordsWiring(own, hint, error) })}
    </div>
  );
}

/** Hint and error of a field or a group, with the ids that describedBy points to. */
export function FieldWords({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: ReactNode;
  error?: ReactNode;
}) {
  return (
    <>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="error" id={`${id}-error`}>
          <Icon of={OctagonAlert} />
          <span>{error}</span>
        </span>
      )}
    </>
  );
}

export function OptionalWord() {
  return <span className="field-optional"> {m.ui_optional()}</span>;
}

export function wordsWiring(
  id: string,
  hint: ReactNode,
  error: ReactNode,
): Omit<FieldWiring, "id"> {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return {
    ...(described ? { "aria-describedby": described } : {}),
    ...(error ? { "aria-invalid": true } : {}),
  };
}
