import { taskKey } from "#features/plans/plan.ts";
import { YOUNG_WORKERS } from "../national-pack.ts";
import { type Fit, fitOf, fromDay, type PlacementWork, type WorkTask } from "../placement-work.ts";
import { rulePack } from "../rule-pack.contract.ts";
import type { Basis, RulePack } from "../rule-pack.ts";
import type { YoungWorkRow } from "./young-work.queries.ts";

export { type YoungWorkRow, youngWorkColumn } from "./young-work.queries.ts";

/** Parsed versions by their id; a version in use never changes. */
const known = new Map<string, RulePack>();

/** The provider's own version of the pack, else the national one. */
export function packOf({ pack }: Pick<YoungWorkRow, "pack">): RulePack {
  if (pack === null) return YOUNG_WORKERS;
  const parsed = known.get(pack.id) ?? rulePack.parse(pack.content);
  known.set(pack.id, parsed);
  return parsed;
}

export type WorkFacts = {
  readonly basis: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly born_on: string | null;
  readonly young_work: YoungWorkRow | null;
};

const BASIS: Readonly<Record<string, Basis>> = {
  training_agreement: "training-agreement",
  apprenticeship: "apprenticeship",
};

export function basisOf(basis: string): Basis {
  return BASIS[basis] ?? "unknown";
}

/** The rules over a row of the database; null when the student is 18 or the birth date is not known. */
export function youngFitOf(facts: WorkFacts, today: Temporal.PlainDate): Fit | null {
  const work = workOf(facts);
  if (work === null || facts.young_work === null) return null;
  return fromDay(fitOf(packOf(facts.young_work), work), today);
}

/** A row as the rules take it; null when they have nothing to say of it. */
export function workOf(facts: WorkFacts): PlacementWork | null {
  const { born_on: birth, young_work: row } = facts;
  if (birth === null || row === null) return null;
  return {
    birth: Temporal.PlainDate.from(birth),
    basis: basisOf(facts.basis),
    startsOn: Temporal.PlainDate.from(facts.starts_on),
    endsOn: Temporal.PlainDate.from(facts.ends_on),
    hours: row.hours,
    shifts: row.shifts ?? [],
    tasks: tasksOf(row),
    settled: row.settled.map(({ fact, kind }) => ({ fact, kind: kind === "" ? null : kind })),
  };
}

/** The plan's tasks in their weeks; without a plan every task of the workplace, all the time. */
export function tasksOf({ planTasks, present, own }: YoungWorkRow): WorkTask[] {
  if (planTasks === null) {
    return present
      .filter(({ retired }) => !retired)
      .map(({ id, name, kinds }) => ({ taskId: id, name, kinds, weeks: null }));
  }
  return planTasks.map((task) => {
    const key = taskKey(task);
    const weeks = [...task.aloneWeeks, ...task.withTutorWeeks];
    const place = present.find(({ id }) => id === task.taskId);
    const named = task.name === null ? {} : { fi: task.name };
    const kinds = place?.kinds ?? own.find((one) => one.key === key)?.kinds ?? null;
    return { taskId: key, name: place?.name ?? named, kinds, weeks };
  });
}
