import type { LocalisedText } from "#shared/language.ts";
import usual from "./usual-items.json" with { type: "json" };

/**
 * Induction (finland.md §3 rule 10): before the work starts both make sure that the student can do it
 * safely; what, who and when is kept, and new tasks ask for a new one.
 */
export const PARTIES = ["tutor", "student"] as const;
export type Party = (typeof PARTIES)[number];

/** The group of items on arrival; every planned task is a group of its own. */
export const ARRIVAL = "";

export type Item = { readonly id: string; readonly text: LocalisedText; readonly own: boolean };
export type OwnItem = {
  readonly id: string;
  readonly task_key: string;
  readonly text: LocalisedText;
};
export type Mark = { readonly task_key: string; readonly item: string; readonly party: string };
export type Group<M extends Mark> = {
  readonly taskKey: string;
  readonly items: readonly (Item & { readonly marks: readonly M[] })[];
};

/** The items of arrival and of each task, with whoever has confirmed them. */
export function groupsOf<M extends Mark>(
  taskKeys: readonly string[],
  own: readonly OwnItem[],
  marks: readonly M[],
): Group<M>[] {
  return [ARRIVAL, ...new Set(taskKeys)].map((taskKey) => ({
    taskKey,
    items: itemsOf(taskKey, own).map((item) => ({
      ...item,
      marks: marks.filter((mark) => mark.task_key === taskKey && mark.item === item.id),
    })),
  }));
}

export function itemsOf(taskKey: string, own: readonly OwnItem[]): Item[] {
  const shared = taskKey === ARRIVAL ? usual.arrival : usual.task;
  return [
    ...shared.map((item) => ({ ...item, own: false })),
    ...own
      .filter((item) => item.task_key === taskKey)
      .map(({ id, text }) => ({ id, text, own: true })),
  ];
}

/** Items that tutor or student has not confirmed yet. */
export function missingIn<M extends Mark>(groups: readonly Group<M>[]): number {
  return groups
    .flatMap(({ items }) => items)
    .filter(({ marks }) => !PARTIES.every((party) => marks.some((mark) => mark.party === party)))
    .length;
}

/** What an induction still lacks: how much, since when, and who takes the next step. */
export type Debt = {
  readonly missing: number;
  readonly next: Party;
  /** Everything of the first day has been confirmed: what is missing came with new tasks. */
  readonly newTasks: boolean;
  readonly since: Temporal.PlainDate;
};

type DebtFacts = {
  readonly groups: readonly Group<Mark>[];
  readonly startsOn: Temporal.PlainDate;
  readonly plannedOn: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
};

/** From the first day on; the tutor shows before the student can say that they know. */
export function debtOf({ groups, startsOn, plannedOn, today }: DebtFacts): Debt | null {
  const missing = missingIn(groups);
  if (missing === 0 || Temporal.PlainDate.compare(startsOn, today) > 0) return null;
  const shown = groups.every(({ items }) =>
    items.every(({ marks }) => marks.some(({ party }) => party === "tutor")),
  );
  const arrival = groups.filter(({ taskKey }) => taskKey === ARRIVAL);
  const newTasks = missingIn(arrival) === 0 && Temporal.PlainDate.compare(plannedOn, startsOn) > 0;
  return {
    missing,
    next: shown ? "student" : "tutor",
    newTasks,
    since: newTasks ? plannedOn : startsOn,
  };
}

/** A confirmation can be taken back on the day it was given; after that it is part of the record. */
export function mayUndo(markedOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(markedOn, today) === 0;
}
