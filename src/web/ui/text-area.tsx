import type { Ref, TextareaHTMLAttributes } from "react";
import { Field, type FieldFrame } from "./field.tsx";

type TextAreaProps = FieldFrame &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "disabled"> & {
    ref?: Ref<HTMLTextAreaElement>;
  };

/** Several lines; grows with the text where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, id, ...rest } = props;
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => <textarea className="input" rows={3} {...rest} {...wiring} />}
    </Field>
  );
}
