import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import type { readPlan } from "../plan.contract.ts";

export const PLAN_PATH = "/api/placements/{placementId}/plan";

/** The reads in which a plan or its marks are seen. */
export const PLAN_READS = [
  PLAN_PATH,
  "/api/placements/{placementId}",
  "/api/placements/{placementId}/suitability",
  "/api/student/home",
  "/api/tutor/home",
  "/api/board",
];

export type PlanView = AnswerOf<typeof readPlan>;
export type Content = NonNullable<PlanView["plan"]>["content"];
export type NumberedDifference = PlanView["differences"][number];
export type Requirement = PlanView["choices"]["units"][number]["requirements"][number];
export type PartyName = PlanView["marks"][number]["party"];

export function requirementOf(view: PlanView, id: string): Requirement | undefined {
  return view.choices.units.flatMap((unit) => unit.requirements).find((one) => one.id === id);
}

/** The workplace's own words where there are some, else the official sentence. */
export function requirementName(requirement: Requirement | undefined): string {
  return textOf(requirement?.plain) || textOf(requirement?.text);
}

/** A task's name as the workplace says it, or the own words it was planned in. */
export function taskName(
  view: PlanView,
  { taskId, name }: { taskId: string | null; name: string | null },
): string {
  if (taskId === null) return name ?? "";
  return textOf(view.choices.tasks.find((task) => task.id === taskId)?.name);
}

/** Whom this relation is in the joint deed; a coordinator is none of the three. */
export function ownParty(view: PlanView): PartyName | undefined {
  return view.relation === "coordinator" ? undefined : view.relation;
}

/** The reader has still to agree to the newest version, and may. */
export function isMyTurn(view: PlanView): boolean {
  const mine = ownParty(view);
  return view.abilities.mark.allowed && !view.marks.some((mark) => mark.party === mine);
}
