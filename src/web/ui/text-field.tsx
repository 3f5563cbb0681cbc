import type { InputHTMLAttributes, Ref } from "react";
import { Field, type FieldFrame } from "./field.tsx";

type TextFieldProps = FieldFrame &
  Omit<InputHTMLAttributes<HTMLInputElement>, "disabled"> & {
    ref?: Ref<HTMLInputElement>;
    /** The six digits of a code: one wide field that takes a paste. */
    code?: boolean;
  };

/** One line of text. Takes everything an input takes, also react-hook-form's register. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, id, code, ...rest } = props;
  const codeInput = code
    ? ({ autoComplete: "one-time-code", inputMode: "numeric", maxLength: 11 } as const)
    : {};
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => (
        <input
          className={code ? "input input-code" : "input"}
          {...codeInput}
          {...rest}
          {...wiring}
        />
      )}
    </Field>
  );
}
