import type { PlacementState } from "#features/placements/placement.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";

/** The student's day: one entry a day, each paragraph with its readers (product.md §7). */

export const ABSENCES = ["illness", "family", "school"] as const;
export type Absence = (typeof ABSENCES)[number];

/** Who reads a paragraph, from the writer alone to all three; the order is the width. */
export const AUDIENCES = ["private", "teacher", "all"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const MOST_MINUTES_A_DAY = 960;
export const MOST_PARAGRAPHS = 12;
export const LONGEST_PARAGRAPH = 4_000;

/** Days after the last day of a placement in which the logbook may still be completed. */
const GRACE_DAYS = 14;

/** A task of the workplace, or one in the student's own words. */
export type EntryTask = { readonly taskId: string } | { readonly name: string };
export type Paragraph = { readonly audience: Audience; readonly text: string };

export type DayContent = {
  readonly minutes: number;
  readonly absence: Absence | null;
  readonly tasks: readonly EntryTask[];
  readonly paragraphs: readonly Paragraph[];
  readonly requirementIds: readonly string[];
};

export type DayPart = "minutes" | "absence" | "tasks" | "paragraphs" | "requirements";

/** The parts in which two contents of a day differ; requirements are a set, the rest keeps its order. */
export function partsChanged(before: DayContent, after: DayContent): DayPart[] {
  const parts: DayPart[] = [];
  if (before.minutes !== after.minutes) parts.push("minutes");
  if (before.absence !== after.absence) parts.push("absence");
  if (textOfTasks(before) !== textOfTasks(after)) parts.push("tasks");
  if (textOfParagraphs(before) !== textOfParagraphs(after)) parts.push("paragraphs");
  if (textOfRequirements(before) !== textOfRequirements(after)) parts.push("requirements");
  return parts;
}

function textOfTasks({ tasks }: DayContent): string {
  return JSON.stringify(
    tasks.map((task) => ("taskId" in task ? ["id", task.taskId] : ["name", task.name])),
  );
}

function textOfParagraphs({ paragraphs }: DayContent): string {
  return JSON.stringify(paragraphs.map(({ audience, text }) => [audience, text]));
}

function textOfRequirements({ requirementIds }: DayContent): string {
  return JSON.stringify([...new Set(requirementIds)].toSorted());
}

/** The content as a reader of these audiences sees it. */
export function contentFor(audiences: readonly Audience[], content: DayContent): DayContent {
  return {
    ...content,
    paragraphs: content.paragraphs.filter(({ audience }) => audiences.includes(audience)),
  };
}

/** How many paragraphs each audience has: what an audit row may know of them. */
export function countAudiences(paragraphs: readonly Paragraph[]): Record<Audience, number> {
  const counts = { private: 0, teacher: 0, all: 0 };
  for (const { audience } of paragraphs) counts[audience] += 1;
  return counts;
}

export type Interval = {
  readonly from: Temporal.PlainDate;
  /** Last day; null while the interruption is open. */
  readonly to: Temporal.PlainDate | null;
};

export type DayFacts = {
  readonly state: PlacementState;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly interruptions: readonly Interval[];
  readonly today: Temporal.PlainDate;
};

export type DayRefusal = Refusal<
  "not_running" | "log_closed" | "day_outside" | "day_in_future" | "day_interrupted"
>;

/** Whether the student may write about this day now. */
export function judgeDay(facts: DayFacts, day: Temporal.PlainDate): Outcome<true, DayRefusal> {
  if (facts.state !== "running" && facts.state !== "ended") {
    return refuse("not_running", { state: facts.state });
  }
  const closesOn = facts.endsOn.add({ days: GRACE_DAYS });
  if (facts.state === "ended" && isAfter(facts.today, closesOn)) {
    return refuse("log_closed", { closedOn: closesOn.toString() });
  }
  if (isAfter(facts.startsOn, day) || isAfter(day, facts.endsOn)) {
    return refuse("day_outside", { from: facts.startsOn.toString(), to: facts.endsOn.toString() });
  }
  if (isAfter(day, facts.today)) return refuse("day_in_future", { today: facts.today.toString() });
  if (facts.interruptions.some((interval) => holds(interval, day)))
    return refuse("day_interrupted");
  return accept(true);
}

export function holds({ from, to }: Interval, day: Temporal.PlainDate): boolean {
  return !isAfter(from, day) && (to === null || !isAfter(day, to));
}

function isAfter(left: Temporal.PlainDate, right: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(left, right) > 0;
}

export type StoredDay = {
  readonly entryId: string;
  readonly version: number;
  readonly content: DayContent;
  /** The tutor has said that the week with this entry in it is right: its hours stay. */
  readonly confirmed: boolean;
};

export type Writing = {
  readonly entryId: string;
  /** The version the writer saw; null when they saw no entry. */
  readonly seenVersion: number | null;
  readonly content: DayContent;
};

export type Written = "first" | "edit" | "same";
export type WriteRefusal = Refusal<"day_written" | "stale" | "week_confirmed">;

/**
 * Whether "week OK" speaks of an entry: of those that had arrived by then. A day written later is not
 * confirmed by it, and what the tutor has found wrong is open to be corrected.
 */
export function isConfirmed(
  receivedAt: Temporal.Instant,
  confirmation: { readonly kind: "ok" | "exceptions"; readonly at: Temporal.Instant } | null,
): boolean {
  return confirmation?.kind === "ok" && Temporal.Instant.compare(receivedAt, confirmation.at) <= 0;
}

/**
 * What a writing does to the day: begins it, edits it, or (sent again) changes nothing.
 * Hours the tutor has found right stay: after "week OK" texts may be added, minutes and absence not.
 */
export function judgeWriting(
  stored: StoredDay | null,
  { entryId, seenVersion, content }: Writing,
): Outcome<Written, WriteRefusal> {
  if (stored !== null && stored.entryId !== entryId) {
    return refuse("day_written", { entryId: stored.entryId, version: stored.version });
  }
  const changed = partsChanged(stored?.content ?? NOTHING, content);
  if (stored !== null && changed.length === 0) return accept("same");
  if (stored !== null && stored.version !== seenVersion) {
    return refuse("stale", { version: stored.version, changed });
  }
  const hoursChange = changed.includes("minutes") || changed.includes("absence");
  if (stored?.confirmed && hoursChange) return refuse("week_confirmed");
  return accept(stored === null ? "first" : "edit");
}

/** A day that nobody has written. */
export const NOTHING: DayContent = {
  minutes: 0,
  absence: null,
  tasks: [],
  paragraphs: [],
  requirementIds: [],
};

/** Who of the other two sees that the day is different now. A private paragraph is nobody's news. */
export function readersOfChange(before: DayContent, after: DayContent): ("tutor" | "teacher")[] {
  const sees = (audiences: readonly Audience[]): boolean =>
    partsChanged(contentFor(audiences, before), contentFor(audiences, after)).length > 0;
  const readers: ("tutor" | "teacher")[] = [];
  if (sees(["all"])) readers.push("tutor");
  if (sees(["teacher", "all"])) readers.push("teacher");
  return readers;
}

/**
 * The moment of writing as it is kept: what the student's device says, but neither before the day it is
 * about nor after the server had it. A device's clock proves nothing, so the arrival is kept beside it.
 */
export function honestWrittenAt(
  claimed: Temporal.Instant,
  startOfDay: Temporal.Instant,
  receivedAt: Temporal.Instant,
): Temporal.Instant {
  if (Temporal.Instant.compare(claimed, receivedAt) > 0) return receivedAt;
  if (Temporal.Instant.compare(claimed, startOfDay) < 0) {
    return Temporal.Instant.compare(startOfDay, receivedAt) < 0 ? startOfDay : receivedAt;
  }
  return claimed;
}

/** "Written 9 days later": whole days from the day told about to the day of an instant; never negative. */
export function daysLater(day: Temporal.PlainDate, at: Temporal.ZonedDateTime): number {
  return Math.max(0, day.until(at.toPlainDate(), { largestUnit: "days" }).days);
}

/** Tasks as stored in log_entry.tasks; what has another shape is left out. */
export function readTasks(stored: unknown): EntryTask[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((task: unknown): EntryTask[] => {
    if (typeof task !== "object" || task === null) return [];
    if ("taskId" in task && typeof task.taskId === "string") return [{ taskId: task.taskId }];
    return "name" in task && typeof task.name === "string" ? [{ name: task.name }] : [];
  });
}
