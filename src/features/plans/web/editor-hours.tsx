import { m } from "#messages/web";
import { HoursField } from "#web/ui/hours-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import type { PlanHours } from "../plan.ts";
import { ClockField } from "./clock-field.tsx";
import type { DraftBox } from "./use-plan-draft.ts";

const BREAKS = [0, 15, 20, 30, 45, 60];
const LONGEST_WEEK = 4_200;

/** The usual working day and the week's hours. */
export function HoursEditor({ box }: { box: DraftBox }) {
  const { hours } = box.draft;
  const put = (change: Partial<PlanHours>) =>
    box.put((draft) => ({ ...draft, hours: { ...draft.hours, ...change } }));
  return (
    <div className="stack">
      <div className="plan-clocks">
        <ClockField
          label={m.plan_day_starts()}
          clock={hours.dayStartsAt}
          onChange={(dayStartsAt) => put({ dayStartsAt })}
        />
        <ClockField
          label={m.plan_day_ends()}
          clock={hours.dayEndsAt}
          onChange={(dayEndsAt) => put({ dayEndsAt })}
        />
      </div>
      <BreakField minutes={hours.breakMinutes} onChange={(breakMinutes) => put({ breakMinutes })} />
      <HoursField
        label={m.plan_hours_week()}
        minutes={hours.minutesPerWeek}
        step={30}
        max={LONGEST_WEEK}
        onChange={(minutesPerWeek) => put({ minutesPerWeek })}
      />
    </div>
  );
}

type BreakFieldProps = { minutes: number; onChange: (minutes: number) => void };

export function BreakField({ minutes: chosen, onChange }: BreakFieldProps) {
  const breaks = [...new Set([...BREAKS, chosen])].toSorted((a, b) => a - b);
  return (
    <SelectField
      label={m.plan_break()}
      options={breaks.map((minutes) => ({
        value: String(minutes),
        label: minutes === 0 ? m.plan_break_none() : m.plan_minutes({ count: minutes }),
      }))}
      value={String(chosen)}
      onChange={({ target }) => onChange(Number(target.value))}
    />
  );
}
