import { Minus, Plus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { m } from "#messages/web";
import { Field } from "./field.tsx";
import { hours } from "./format.ts";
import { minutesFromText } from "./hours-text.ts";
import { Icon } from "./icon.tsx";

type HoursFieldProps = {
  label: ReactNode;
  /** Minutes of the day. */
  minutes: number;
  onChange: (minutes: number) => void;
  /** Minutes of one press. */
  step?: 15 | 30;
  /** At most this many minutes. */
  max?: number;
  hint?: ReactNode;
  error?: ReactNode;
};

/** Less, the hours, more; the hours can also be typed: "7 h 30", "7:30", "7,5". */
export function HoursField(props: HoursFieldProps) {
  const { label, minutes, onChange, step = 15, max = 24 * 60, hint, error } = props;
  const [typed, setTyped] = useState<string>();
  const [unclear, setUnclear] = useState(false);
  const change = (next: number) => {
    setTyped(undefined);
    setUnclear(false);
    onChange(Math.min(Math.max(next, 0), max));
  };
  const press = (direction: 1 | -1) => change(nextStep(minutes, step, direction));
  const finish = () => {
    if (typed === undefined) return;
    const read = minutesFromText(typed);
    if (read === undefined) setUnclear(true);
    else change(read);
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.key === "Enter") finish();
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    press(event.key === "ArrowUp" ? 1 : -1);
  };
  const stepWords = hours(step);
  return (
    <Field label={label} hint={hint} error={unclear ? m.ui_hours_unclear() : error}>
      {(wiring) => (
        <div className="hours">
          <StepButton
            icon={Minus}
            label={m.ui_less({ step: stepWords })}
            onPress={() => press(-1)}
          />
          <input
            {...wiring}
            autoComplete="off"
            value={typed ?? hours(minutes)}
            onChange={(event) => setTyped(event.target.value)}
            onFocus={(event) => event.target.select()}
            onBlur={finish}
            onKeyDown={byKey}
          />
          <StepButton icon={Plus} label={m.ui_more({ step: stepWords })} onPress={() => press(1)} />
        </div>
      )}
    </Field>
  );
}

type StepButtonProps = { icon: typeof Plus; label: string; onPress: () => void };

function StepButton({ icon, label, onPress }: StepButtonProps) {
  return (
    <button type="button" aria-label={label} onClick={onPress}>
      <Icon of={icon} />
    </button>
  );
}

/** The next whole step: from 7 h 20 up is 7 h 30, down 7 h 15. */
function nextStep(minutes: number, step: number, direction: 1 | -1): number {
  if (direction === 1) return (Math.floor(minutes / step) + 1) * step;
  return (Math.ceil(minutes / step) - 1) * step;
}
