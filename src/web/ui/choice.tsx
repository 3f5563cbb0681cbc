import type { InputHTMLAttributes, ReactNode, Ref } from "react";

type ChoiceProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "disabled"> & {
  kind: "radio" | "checkbox";
  label: ReactNode;
  /** A second, smaller line. */
  detail?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

/** One real radio or checkbox with its words. */
export function Choice({ kind, label, detail, ...rest }: ChoiceProps) {
  return (
    <label className="choice">
      <input type={kind} {...rest} />
      <span className="grow">
        {label}
        {detail && <span className="sub">{detail}</span>}
      </span>
    </label>
  );
}
