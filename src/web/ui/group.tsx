import { type ReactNode, useId } from "react";
import { type FieldFrame, FieldWords, OptionalWord, wordsWiring } from "./field.tsx";

type GroupProps = Omit<FieldFrame, "label"> & {
  legend: ReactNode;
  hideLegend?: boolean | undefined;
  children: ReactNode;
};

/** Several inputs under one question: legend, hint, error, then the inputs. */
export function Group({ legend, hideLegend, hint, error, optional, children }: GroupProps) {
  const id = useId();
  return (
    <fieldset className={error ? "field has-error" : "field"} {...wordsWiring(id, hint, error)}>
      <legend className={hideLegend ? "vh" : "field-label"}>
        {legend}
        {optional && <OptionalWord />}
      </legend>
      <FieldWords id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}
