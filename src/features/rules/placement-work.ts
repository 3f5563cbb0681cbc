import { minutesPerDay, type PlanHours, type PlanShift } from "#features/plans/plan.ts";
import type { LocalisedText } from "#shared/language.ts";
import { weekOf } from "#shared/week.ts";
import { judgeCase } from "./judge-case.ts";
import { readCase } from "./read-case.ts";
import type { Basis, RulePack } from "./rule-pack.ts";
import type { Finding } from "./work-case.ts";
import { birthdayOf, type WorkRow } from "./worked-time.ts";

/** What a placement's rules are judged from: the student, the period, the plan, the tasks and what is settled. */
export type PlacementWork = {
  readonly birth: Temporal.PlainDate;
  readonly basis: Basis;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly hours: PlanHours | null;
  /** Working hours of other kinds than the usual day. */
  readonly shifts: readonly PlanShift[];
  readonly tasks: readonly WorkTask[];
  readonly settled: readonly Settled[];
};

export type WorkTask = {
  readonly taskId: string;
  readonly name: LocalisedText;
  /** Kinds of work in it; null while nobody has looked. */
  readonly kinds: readonly string[] | null;
  /** ISO weeks of the plan; null = all of the placement. */
  readonly weeks: readonly string[] | null;
};

/** Something a person has seen to, for one kind of work or for the whole placement. */
export type Settled = { readonly fact: string; readonly kind: string | null };

/** One rule about one task, over the days it speaks of. */
export type Hit = {
  readonly finding: Finding;
  readonly taskId: string | null;
  readonly first: string;
  readonly last: string;
  readonly days: number;
};

export type Fit = {
  /** Under 18 on at least one day of the placement. */
  readonly young: boolean;
  readonly turns18On: string;
  /** Tasks whose kinds of work nobody has marked. */
  readonly unread: readonly string[];
  readonly hits: readonly Hit[];
};

/** Work that the student leaves out while the rules speak of it. */
const LEFT_OUT = "left-out";
const NOTHING = { rows: [], tasks: [], regularMinutes: null } as const;

/**
 * Each day of the placement judged by the student's age on it. Recomputed whenever it is read, so that a
 * change of student, tasks, plan or rules is never missed (product.md §5, per-student fit).
 */
export function fitOf(pack: RulePack, work: PlacementWork): Fit {
  const turns18 = birthdayOf(work.birth, 18);
  const young = Temporal.PlainDate.compare(work.startsOn, turns18) < 0;
  if (!young) return { young, turns18On: turns18.toString(), unread: [], hits: [] };
  const eve = turns18.subtract({ days: 1 });
  const last = Temporal.PlainDate.compare(work.endsOn, eve) < 0 ? work.endsOn : eve;
  const days = workingDays(work, last);
  const hits = [
    ...hoursHits(pack, work, days),
    ...work.tasks.flatMap((task) => taskHits(pack, work, task, days)),
  ];
  const unread = work.tasks.filter(({ kinds }) => kinds === null).map(({ taskId }) => taskId);
  return { young, turns18On: turns18.toString(), unread, hits };
}

/**
 * What the rules still ask on a day: work that is past cannot be seen to any more, and from the 18th
 * birthday on nothing is asked (product.md §5).
 */
export function fromDay(fit: Fit, today: Temporal.PlainDate): Fit {
  const day = today.toString();
  return {
    ...fit,
    unread: day < fit.turns18On ? fit.unread : [],
    hits: fit.hits.filter(({ last }) => last >= day),
  };
}

/** What stops the start until somebody has seen to it. */
export function openHits({ hits }: Fit): readonly Hit[] {
  return hits.filter(({ finding }) => finding.rule.effect !== "information");
}

function workingDays({ startsOn, hours }: PlacementWork, last: Temporal.PlainDate): string[] {
  const perWeek =
    hours === null ? 5 : Math.min(7, Math.ceil(hours.minutesPerWeek / minutesPerDay(hours)));
  const count = startsOn.until(last).days + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => startsOn.add({ days: index }))
    .filter((day) => day.dayOfWeek <= perWeek)
    .map((day) => day.toString());
}

function hoursHits(pack: RulePack, work: PlacementWork, days: readonly string[]): Hit[] {
  const { hours, shifts } = work;
  const facts = factsOf(work, null);
  // The plan says in words on which days a shift is done, so each is judged as if it were every day's.
  const kinds =
    hours === null ? [null] : [hours, ...shifts.map((shift) => ({ ...hours, ...shift }))];
  const hits = kinds.flatMap((kind) => {
    const rows = kind === null ? [] : days.flatMap((date) => plannedRows(date, kind));
    return judged(pack, work, { on: days, rows, kinds: [], facts }, null);
  });
  return [...Map.groupBy(hits, ({ finding }) => finding.rule.id).values()].flatMap(
    ([first]) => first ?? [],
  );
}

function taskHits(
  pack: RulePack,
  work: PlacementWork,
  { taskId, kinds, weeks }: WorkTask,
  days: readonly string[],
): Hit[] {
  const on =
    weeks === null
      ? days
      : days.filter((day) => weeks.includes(weekOf(Temporal.PlainDate.from(day))));
  return (kinds ?? []).flatMap((kind) => {
    const facts = factsOf(work, kind);
    if (facts.includes(LEFT_OUT)) return [];
    return judged(pack, work, { on, rows: [], kinds: [kind], facts }, taskId);
  });
}

type Asked = {
  readonly on: readonly string[];
  readonly rows: readonly WorkRow[];
  readonly kinds: readonly string[];
  readonly facts: readonly string[];
};

function judged(
  pack: RulePack,
  { birth, basis }: PlacementWork,
  { on, rows, kinds, facts }: Asked,
  taskId: string | null,
): Hit[] {
  const known = pack.tasks.map(({ code }) => code);
  const asked = { ...NOTHING, birth: birth.toString(), basis, facts, on, rows };
  const read = readCase(pack, { ...asked, tasks: kinds.filter((kind) => known.includes(kind)) });
  if (!read.ok) return [];
  const found = judgeCase(pack, read.value).filter(
    ({ task }) => (task === null) === (taskId === null),
  );
  const same = Map.groupBy(found, ({ rule, task }) => `${rule.id} ${task?.code ?? ""}`);
  return [...same.values()].flatMap((findings) => {
    const [finding] = findings;
    if (finding === undefined) return [];
    const last = findings.at(-1)?.date ?? finding.date;
    return [{ finding, taskId, first: finding.date, last, days: findings.length }];
  });
}

function factsOf({ settled }: PlacementWork, kind: string | null): string[] {
  return settled.filter((one) => one.kind === null || one.kind === kind).map(({ fact }) => fact);
}

/** The usual day of the plan, its break in the middle. */
function plannedRows(date: string, hours: PlanHours): WorkRow[] {
  const start = minutesOf(hours.dayStartsAt);
  const work = minutesPerDay(hours);
  const half = Math.floor(work / 2);
  if (hours.breakMinutes === 0) return [rowAt(date, start, start + work)];
  return [
    rowAt(date, start, start + half),
    rowAt(date, start + half + hours.breakMinutes, start + work + hours.breakMinutes),
  ];
}

const DAY = 24 * 60;

function minutesOf(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}

function rowAt(date: string, start: number, end: number): WorkRow {
  const shifted = Temporal.PlainDate.from(date).add({ days: Math.floor(start / DAY) });
  return { date: shifted.toString(), start: clock(start), end: clock(end) };
}

function clock(minutes: number): string {
  return Temporal.PlainTime.from("00:00")
    .add({ minutes: minutes % DAY })
    .toString({ smallestUnit: "minute" });
}
