import type { Answer } from "#server/deed.ts";
import type { LocalisedText } from "#shared/language.ts";
import { mondayOf } from "#shared/week.ts";
import type { readWeek } from "../logbook.contract.ts";
import { daysLater, holds, readTasks } from "../logbook.ts";
import type { WeekException, WeekFacts } from "../logbook-week.ts";
import { asAbsence, asInterval } from "./day-row.ts";
import type { WeekPageRow } from "./week-page.queries.ts";

type DayAnswer = Answer<typeof readWeek>["days"][number];
type EntryRow = WeekPageRow["week_entries"][number];

type Shown = {
  /** Whether this reader reads the texts meant for all three. */
  readonly texts: boolean;
  /** Whether Saturday and Sunday stand there to be written, once they have come: until the week is confirmed. */
  readonly weekend: boolean;
  readonly exceptions: readonly WeekException[];
};

/** Monday to Friday, and a weekend day when something is or can be written on it. */
export function daysOf(row: WeekPageRow, facts: WeekFacts, shown: Shown): DayAnswer[] {
  const monday = mondayOf(facts.week);
  return [0, 1, 2, 3, 4, 5, 6].flatMap((offset) => {
    const day = monday.add({ days: offset });
    const entry = row.week_entries.find(({ on_day }) => on_day === day.toString());
    const answer = dayAnswer(day, entry, row, facts, shown);
    const weekendDay =
      offset > 4 && entry === undefined && !(shown.weekend && answer.kind === "none");
    return weekendDay ? [] : [answer];
  });
}

function dayAnswer(
  day: Temporal.PlainDate,
  entry: EntryRow | undefined,
  row: WeekPageRow,
  facts: WeekFacts,
  { texts, exceptions }: Shown,
): DayAnswer {
  const absence = asAbsence(entry?.absence ?? null);
  return {
    day: day.toString(),
    kind: entry === undefined ? emptyKind(day, row, facts) : absence === null ? "entry" : "absence",
    minutes: entry?.minutes ?? 0,
    absence,
    tasks: entry === undefined ? [] : taskNames(entry),
    text: texts ? (entry?.text ?? null) : null,
    writtenDaysLater: entry === undefined ? 0 : lateness(day, entry, row.time_zone),
    exception: exceptions.find((exception) => exception.day === day.toString())?.text ?? null,
  };
}

function emptyKind(day: Temporal.PlainDate, row: WeekPageRow, facts: WeekFacts): DayAnswer["kind"] {
  const { compare } = Temporal.PlainDate;
  if (compare(day, facts.startsOn) < 0 || compare(day, facts.endsOn) > 0) return "outside";
  if (row.interruptions.map(asInterval).some((interval) => holds(interval, day)))
    return "interruption";
  return compare(day, facts.today) > 0 ? "to_come" : "none";
}

function lateness(day: Temporal.PlainDate, entry: EntryRow, timeZone: string): number {
  return daysLater(day, Temporal.Instant.from(entry.written_at).toZonedDateTimeISO(timeZone));
}

/** Names of the day's tasks: the workplace's own in every language, the student's words as they are. */
function taskNames(entry: EntryRow): LocalisedText[] {
  return readTasks(entry.tasks).flatMap((task) => {
    if ("name" in task) return [{ fi: task.name, sv: task.name, en: task.name }];
    const known = entry.task_names.find(({ id }) => id === task.taskId);
    return known === undefined ? [] : [known.name];
  });
}
