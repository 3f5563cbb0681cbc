import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, hasRole } from "#shared/actor.ts";
import { BEFORE_START, type PlacementState } from "./placement.ts";

export type Relation = "student" | "tutor" | "teacher" | "coordinator";

export type Seats = {
  readonly provider_id: string;
  readonly student_id: string;
  readonly teacher_id: string;
  readonly tutor_id: string | null;
};

/** What this actor is in this placement; visibility in SQL has already said that they may see it. */
export function relationOf(actor: Actor, placement: Seats): Relation {
  if (actor.personId === placement.tutor_id) return "tutor";
  if (actor.personId === placement.student_id) return "student";
  if (actor.personId === placement.teacher_id) return "teacher";
  return "coordinator";
}

/** Teachers and coordinators of the provider carry the placement; a tutor or student only takes part. */
function carries(relation: Relation): boolean {
  return relation === "teacher" || relation === "coordinator";
}

export function mayPropose(actor: Actor, providerId: string): Ability {
  const may = hasRole(actor, "teacher", providerId) || hasRole(actor, "coordinator", providerId);
  return may ? ALLOWED : denied("role");
}

export function mayMove(relation: Relation): Ability {
  return carries(relation) ? ALLOWED : denied("role");
}

/** The school notes when a placement stands still; the others tell it. */
export function mayInterrupt(relation: Relation): Ability {
  return carries(relation) ? ALLOWED : denied("role");
}

export function mayNameTutor(relation: Relation, state: PlacementState): Ability {
  if (!carries(relation)) return denied("role");
  return BEFORE_START.includes(state) || state === "running" ? ALLOWED : denied("over");
}

/** Any of the three notes a talk; the others confirm it with one tap. */
export function mayNoteTalk(relation: Relation, named: boolean): Ability {
  if (relation === "coordinator") return denied("role");
  return named ? ALLOWED : denied("name_needed");
}

export function mayInviteTutor(relation: Relation): Ability {
  return carries(relation) ? ALLOWED : denied("role");
}

/** Anyone in the placement may remind the one who is missing; the cooldown is shown to all. */
export function mayNudge(relation: Relation, named: boolean): Ability {
  return relation !== "tutor" || named ? ALLOWED : denied("name_needed");
}
