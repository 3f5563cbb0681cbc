import type { ReactNode } from "react";
import { Choice } from "./choice.tsx";
import { Group } from "./group.tsx";

export type ChoiceOption<V extends string> = { value: V; label: ReactNode; detail?: ReactNode };

type Shared<V extends string> = {
  legend: ReactNode;
  name: string;
  options: readonly ChoiceOption<V>[];
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  hideLegend?: boolean;
  /** Each option in a row of its own sheet. */
  sheet?: boolean;
};

/** One answer of several. */
export function RadioGroup<V extends string>({
  value,
  onChange,
  ...rest
}: Shared<V> & { value: V | null; onChange: (value: V) => void }) {
  return (
    <ChoiceList
      {...rest}
      kind="radio"
      isChosen={(option) => option === value}
      onPress={(option) => onChange(option)}
    />
  );
}

/** Any number of answers. */
export function CheckboxGroup<V extends string>({
  values,
  onChange,
  ...rest
}: Shared<V> & { values: readonly V[]; onChange: (values: V[]) => void }) {
  const press = (option: V, chosen: boolean) =>
    onChange(chosen ? [...values, option] : values.filter((value) => value !== option));
  return (
    <ChoiceList
      {...rest}
      kind="checkbox"
      isChosen={(option) => values.includes(option)}
      onPress={press}
    />
  );
}

type ChoiceListProps<V extends string> = Shared<V> & {
  kind: "radio" | "checkbox";
  isChosen: (option: V) => boolean;
  onPress: (option: V, chosen: boolean) => void;
};

function ChoiceList<V extends string>(props: ChoiceListProps<V>) {
  const { kind, name, options, isChosen, onPress, sheet, ...group } = props;
  return (
    <Group {...group}>
      <div className={sheet ? "sheet choices-sheet" : undefined}>
        {options.map(({ value, label, detail }) => (
          <div key={value} className={sheet ? "cell" : undefined}>
            <Choice
              kind={kind}
              name={name}
              value={value}
              label={label}
              detail={detail}
              checked={isChosen(value)}
              onChange={(event) => onPress(value, event.target.checked)}
            />
          </div>
        ))}
      </div>
    </Group>
  );
}
