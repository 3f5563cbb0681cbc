import type { Relation } from "#features/placements/placement.policy.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import type { Audience } from "./logbook.ts";

/** The writer alone decides who reads, so only the student writes: nobody else can widen an audience. */
export function mayWriteDay(relation: Relation): Ability {
  return relation === "student" ? ALLOWED : denied("role");
}

/** The audiences whose paragraphs this relation reads; a coordinator sees days and hours, no texts. */
export function audiencesOf(relation: Relation): readonly Audience[] {
  return READS[relation];
}

const READS: Readonly<Record<Relation, readonly Audience[]>> = {
  student: ["private", "teacher", "all"],
  teacher: ["teacher", "all"],
  tutor: ["all"],
  coordinator: [],
};

export function maySendWeek(relation: Relation): Ability {
  return relation === "student" ? ALLOWED : denied("role");
}

/** Link is enough to confirm, once the one who acts has said who they are (product.md §3). */
export function mayConfirmWeek(relation: Relation, named: boolean): Ability {
  if (relation !== "tutor") return denied("role");
  return named ? ALLOWED : denied("name_needed");
}

type Hand = { readonly personId: string; readonly actingName: string | null };

/** Taken back only by the one who did it: a colleague does not undo the tutor, nor the tutor a colleague. */
export function mayUndoConfirmation(relation: Relation, me: Hand, confirmedBy: Hand): Ability {
  if (relation !== "tutor") return denied("role");
  const same = me.personId === confirmedBy.personId && me.actingName === confirmedBy.actingName;
  return same ? ALLOWED : denied("other_person");
}

export function mayReadWeek(relation: Relation): Ability {
  return relation === "teacher" ? ALLOWED : denied("role");
}
