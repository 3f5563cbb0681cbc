import type { ReactNode } from "react";
import { m } from "#messages/web";
import { Group } from "./group.tsx";

type SegmentProps<V extends string> = {
  legend: ReactNode;
  name: string;
  /** Two to five short answers. */
  options: readonly { value: V; label: ReactNode }[];
  value: V | null;
  onChange: (value: V | null) => void;
  hint?: ReactNode;
  error?: ReactNode;
  hideLegend?: boolean;
  /** An answer may be taken back: a small "Leave empty" appears when one is chosen. */
  clearable?: boolean;
};

/** Radios that look like one bar; arrow keys move as in any radio group. */
export function Segment<V extends string>(props: SegmentProps<V>) {
  const { name, options, value, onChange, clearable, ...group } = props;
  return (
    <Group {...group}>
      <div className="seg">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {clearable && value !== null && (
        <button type="button" className="linkish small" onClick={() => onChange(null)}>
          {m.ui_leave_empty()}
        </button>
      )}
    </Group>
  );
}
