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
    // The bar of an error stands on a box around: a fieldset draws its border beside the legend only.
    <div className={error ? "field has-error" : "field"}>
      <fieldset {...groupWiring(id, hint, error)}>
        <legend className={hideLegend ? "vh" : "field-label"}>
          {legend}
          {optional && <OptionalWord />}
        </legend>
        <FieldWords id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  );
}

/** A group is no input: it can be described, not invalid. */
function groupWiring(id: string, hint: ReactNode, error: ReactNode) {
  const { "aria-describedby": describedBy } = wordsWiring(id, hint, error);
  return { "aria-describedby": describedBy };
}
