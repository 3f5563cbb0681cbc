import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Chip, ChipGroup } from "#web/ui/chip.tsx";
import { Choice } from "#web/ui/choice.tsx";
import { hours } from "#web/ui/format.ts";
import { HoursField } from "#web/ui/hours-field.tsx";
import { Segment } from "#web/ui/segment.tsx";
import { takeFocus } from "#web/ui/take-focus.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { type Absence, type DayContent, type EntryTask, MOST_MINUTES_A_DAY } from "../logbook.ts";
import type { DayView } from "./day-content.ts";
import { absenceText, tutorName } from "./week-words.ts";

export type PartProps = {
  view: DayView;
  content: DayContent;
  onChange: (part: Partial<DayContent>) => void;
};

/** How long the student worked, or why not; after "week OK" the hours stand. */
export function HoursPart({ view, content, onChange }: PartProps) {
  const { minutes, absence } = content;
  if (view.hoursLocked) {
    return (
      <div>
        <p>
          <b>{absence ? absenceText(absence) : hours(minutes)}</b>
        </p>
        <p className="small muted">{m.logbook_hours_locked({ name: tutorName(view) })}</p>
      </div>
    );
  }
  const away = (isAway: boolean) =>
    onChange(
      isAway
        ? { minutes: 0, absence: "illness" }
        : { minutes: view.suggestedMinutes, absence: null },
    );
  return (
    <div className="stack-2">
      {absence === null && (
        <HoursField
          label={m.logbook_hours_today()}
          minutes={minutes}
          max={MOST_MINUTES_A_DAY}
          onChange={(next) => onChange({ minutes: next })}
        />
      )}
      <Choice
        kind="checkbox"
        label={m.logbook_i_was_away()}
        checked={absence !== null}
        onChange={(event) => away(event.target.checked)}
      />
      {absence !== null && (
        <Segment<Absence>
          legend={m.logbook_why_away()}
          name="absence"
          options={[
            { value: "illness", label: m.logbook_away_illness() },
            { value: "family", label: m.logbook_away_family() },
            { value: "school", label: m.logbook_away_school() },
          ]}
          value={absence}
          onChange={(next) => onChange({ minutes: 0, absence: next ?? "illness" })}
        />
      )}
    </div>
  );
}

/** Tasks of the workplace to press, this week's planned ones first, and one in own words. */
export function TasksPart({ view, content, onChange }: PartProps) {
  const { tasks } = content;
  const [asked, setAsked] = useState(false);
  const own = ownTask(tasks);
  const sorted = view.tasks.toSorted((left, right) => Number(right.planned) - Number(left.planned));
  const has = (taskId: string) => tasks.some((task) => "taskId" in task && task.taskId === taskId);
  const press = (taskId: string) =>
    onChange({
      tasks: has(taskId)
        ? tasks.filter((task) => !("taskId" in task && task.taskId === taskId))
        : [...tasks, { taskId }],
    });
  const pressOwn = () => {
    if (own !== null) onChange({ tasks: withOwnTask(tasks, null) });
    setAsked(own === null && !asked);
  };
  return (
    <div className="field stack-2">
      <span className="field-label" aria-hidden="true">
        {m.logbook_tasks()}
      </span>
      <ChipGroup label={m.logbook_tasks()}>
        {sorted.map(({ taskId, name }) => (
          <Chip key={taskId} pressed={has(taskId)} onPress={() => press(taskId)}>
            {textOf(name)}
          </Chip>
        ))}
        <Chip pressed={asked || own !== null} onPress={pressOwn}>
          {m.logbook_own_task()}
        </Chip>
      </ChipGroup>
      {(asked || own !== null) && (
        <TextField
          ref={asked ? takeFocus : null}
          label={m.logbook_own_task()}
          maxLength={200}
          value={own ?? ""}
          onChange={(event) => onChange({ tasks: withOwnTask(tasks, event.target.value) })}
        />
      )}
    </div>
  );
}

function ownTask(tasks: readonly EntryTask[]): string | null {
  return tasks.flatMap((task) => ("name" in task ? [task.name] : []))[0] ?? null;
}

/** The listed tasks and this one in own words; "" stands while it is being typed, null takes it away. */
function withOwnTask(tasks: readonly EntryTask[], name: string | null): EntryTask[] {
  const listed = tasks.filter((task) => "taskId" in task);
  return name === null ? listed : [...listed, { name }];
}
