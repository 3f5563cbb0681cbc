import { accept, refuse } from "#shared/outcome.ts";

/** Pure rules of safety checklists: which template is in force, what a sign-off needs, how long it holds. */

export const FIELDS = [
  "general",
  "construction",
  "kitchen",
  "vehicle",
  "care",
  "electrical",
  "forest",
] as const;
export type Field = (typeof FIELDS)[number];

export const ANSWERS = ["yes", "no", "na"] as const;
export type AnswerCode = (typeof ANSWERS)[number];

type Words = {
  readonly fi?: string | undefined;
  readonly sv?: string | undefined;
  readonly en?: string | undefined;
};

export type Item = {
  readonly id: string;
  readonly question: Words;
  readonly why: Words;
  readonly source: Words;
  /** A = read in the act, B = in an authority's or provider's guidance, G = good practice. */
  readonly certainty: "A" | "B" | "G";
};

export type Template = {
  readonly field: Field;
  readonly version: number;
  readonly validFrom: string;
  readonly retiredOn: string | null;
  readonly items: readonly Item[];
};

/** A day's newest template of a field. */
export function templateOn(
  templates: readonly Template[],
  field: Field,
  today: Temporal.PlainDate,
): Template | undefined {
  const day = today.toString();
  return templates
    .filter((template) => template.field === field && template.validFrom <= day)
    .filter(({ retiredOn }) => retiredOn === null || retiredOn > day)
    .toSorted((left, right) => left.version - right.version)
    .at(-1);
}

/** The template to carry answers over to; none when theirs is the newest, or the field's list has been retired. */
export function newerThan(
  templates: readonly Template[],
  kept: { readonly field: Field; readonly version: number },
  today: Temporal.PlainDate,
): Template | undefined {
  const newest = templateOn(templates, kept.field, today);
  return newest !== undefined && newest.version > kept.version ? newest : undefined;
}

export type Answer = {
  readonly itemId: string;
  readonly answer: AnswerCode;
};

type Written = { readonly answer: string; readonly remark: string | null };

/**
 * Whether an answer may take the place of the one that stands: it is the one that was seen, or says the
 * same as the new one. Otherwise somebody else has answered meanwhile, and nobody's word is lost.
 */
export function mayReplace(standing: Written | null, seen: Written | null, next: Written): boolean {
  if (standing === null) return true;
  return [seen, next].some(
    (one) => one?.answer === standing.answer && one.remark === standing.remark,
  );
}

/** Items without an answer, in the template's order: a sign-off waits for them. */
export function unanswered(
  template: Template,
  answers: readonly Pick<Answer, "itemId">[],
): string[] {
  const seen = new Set(answers.map(({ itemId }) => itemId));
  return template.items.flatMap(({ id }) => (seen.has(id) ? [] : [id]));
}

/** Items whose answer asks for something to be done: every "no". */
export function needsCondition({ answer }: Pick<Answer, "answer">): boolean {
  return answer === "no";
}

/** Answers that mean the same in the new version: items of the same id. */
export function carriedOver<T extends { readonly itemId: string }>(
  answers: readonly T[],
  to: Template,
): T[] {
  const ids = new Set(to.items.map(({ id }) => id));
  return answers.filter(({ itemId }) => ids.has(itemId));
}

/** A signed checklist holds a year at most. */
export function latestDay(signedOn: Temporal.PlainDate): Temporal.PlainDate {
  return signedOn.add({ years: 1 });
}

export type Interval = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate };

/**
 * A new sign-off ends the former the day before; what was to end earlier ends then all the same. One
 * signed and replaced on the same day ends before it began: it never held.
 */
export function endedBefore(former: Interval, from: Temporal.PlainDate): Interval {
  const eve = from.subtract({ days: 1 });
  return Temporal.PlainDate.compare(former.until, eve) <= 0 ? former : { ...former, until: eve };
}

export function holdsOn({ from, until }: Interval, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(on, until) <= 0;
}

type Signature = {
  readonly template: Template;
  readonly answers: readonly Pick<Answer, "itemId" | "answer">[];
  readonly conditions: readonly { readonly itemId: string; readonly dueOn: string }[];
  readonly validUntil: string;
  readonly today: Temporal.PlainDate;
};

/** Every item answered, every "no" with somebody to put it right by a day, and a year at most. */
export function checkSignature({ template, answers, conditions, validUntil, today }: Signature) {
  const open = unanswered(template, answers);
  if (open.length > 0) return refuse("unanswered", { count: open.length, item: open[0] });
  const ids = new Set(template.items.map(({ id }) => id));
  const strange = conditions.find(({ itemId }) => !ids.has(itemId));
  if (strange !== undefined) return refuse("unknown_item", { item: strange.itemId });
  const owned = new Set(conditions.map(({ itemId }) => itemId));
  const left = answers.filter(({ itemId }) => ids.has(itemId) && !owned.has(itemId));
  const bare = left.find(needsCondition);
  if (bare !== undefined) return refuse("condition_needed", { item: bare.itemId });
  const day = today.toString();
  if (conditions.some(({ dueOn }) => dueOn < day)) return refuse("due_passed");
  const latest = latestDay(today).toString();
  if (validUntil < day || validUntil > latest) return refuse("valid_until_outside", { latest });
  return accept(undefined);
}
