import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { Group } from "#web/ui/group.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { PlanShift } from "../plan.ts";
import { ClockField } from "./clock-field.tsx";
import { BreakField } from "./editor-hours.tsx";
import { anotherShift } from "./plan-draft.ts";
import type { DraftBox } from "./use-plan-draft.ts";

/** Working hours of another kind than the usual day: evenings, weekends, nights. */
export function ShiftsEditor({ box }: { box: DraftBox }) {
  const put = (place: number, change: Partial<PlanShift>) =>
    box.put((draft) => ({
      ...draft,
      shifts: draft.shifts.map((shift, at) => (at === place ? { ...shift, ...change } : shift)),
    }));
  const drop = (place: number) =>
    box.put((draft) => ({ ...draft, shifts: draft.shifts.filter((_, at) => at !== place) }));
  return (
    <div className="stack">
      {box.draft.shifts.length === 0 && <p className="small muted">{m.plan_shifts_none()}</p>}
      {box.draft.shifts.map((shift, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a shift has no name, and the list is one line of the plan
        <Group key={place} legend={m.plan_shift_number({ number: place + 1 })}>
          <div className="plan-shift">
            <ClockField
              label={m.plan_day_starts()}
              clock={shift.dayStartsAt}
              onChange={(dayStartsAt) => put(place, { dayStartsAt })}
            />
            <ClockField
              label={m.plan_day_ends()}
              clock={shift.dayEndsAt}
              onChange={(dayEndsAt) => put(place, { dayEndsAt })}
            />
            <BreakField
              minutes={shift.breakMinutes}
              onChange={(breakMinutes) => put(place, { breakMinutes })}
            />
          </div>
          <div className="plan-own">
            <TextField
              label={m.plan_shift_on()}
              maxLength={200}
              value={shift.on}
              onChange={({ target }) => put(place, { on: target.value })}
            />
            <Button
              kind="quiet"
              aria-label={m.plan_shift_drop({ number: place + 1 })}
              onClick={() => drop(place)}
            >
              {m.plan_drop()}
            </Button>
          </div>
        </Group>
      ))}
      {box.draft.shifts.length < 10 && (
        <Button kind="quiet" onClick={() => box.put(anotherShift)}>
          {m.plan_add_shift()}
        </Button>
      )}
    </div>
  );
}
