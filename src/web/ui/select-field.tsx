import { ChevronDown } from "lucide-react";
import type { Ref, SelectHTMLAttributes } from "react";
import { Field, type FieldFrame } from "./field.tsx";
import { Icon } from "./icon.tsx";

type SelectFieldProps = FieldFrame &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "disabled"> & {
    options: readonly { value: string; label: string }[];
    /** The first, empty choice: "Choose a unit". Without it the first option is chosen. */
    empty?: string;
    ref?: Ref<HTMLSelectElement>;
  };

/** The browser's own list, for about 3 to 12 known options. Longer lists: Combobox. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, optional, id, options, empty, ...rest } = props;
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => (
        <span className="select">
          <select className="input" {...rest} {...wiring}>
            {empty !== undefined && <option value="">{empty}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon of={ChevronDown} />
        </span>
      )}
    </Field>
  );
}
