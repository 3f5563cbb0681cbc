import type { SeenPlacement } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import type { DeedContext, ViewContext } from "#server/deed.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import { weeksBetween } from "#shared/week.ts";
import { holds, type Party, type PlanContent, tidyPlan } from "../plan.ts";
import { amendPlan, type PlanAmended } from "../plan-amended.ts";
import { checkAmended, type AmendedRefusal as LineRefusal } from "../plan-check.ts";
import * as queries from "./plan.queries.ts";
import { choicesOf } from "./plan-choices.ts";
import { contentOf } from "./plan-row.ts";

type Reading = Pick<ViewContext, "tx" | "at">;
type Place = Pick<SeenPlacement, "id" | "provider_id">;
export type AmendedRefusal = LineRefusal | Refusal<"no_plan">;

/** The newest version of a placement's plan; undefined while there is none. */
export async function findPlan({ tx }: Pick<Reading, "tx">, placement: Place) {
  const newest = await queries.findNewest(tx, placement);
  return newest && { number: newest.number, content: contentOf(newest.content) };
}

/** The plan as an amendment would make it. `placement` has the days and the workplace of the amendment. */
export async function planAmended(
  { tx, at }: Reading,
  placement: SeenPlacement,
  amended: PlanAmended,
): Promise<Outcome<PlanContent, AmendedRefusal>> {
  const newest = await findPlan({ tx }, placement);
  if (newest === undefined) return refuse("no_plan");
  const content = tidyPlan(
    amendPlan(newest.content, amended, await weeksLeft({ tx, at }, placement)),
  );
  const choices = await choicesOf(tx, placement, content, newest.content);
  const checked = checkAmended(content, choices);
  return checked.ok ? accept(content) : checked;
}

/** Weeks from today, or from the first day; of a period that is over the last one. */
async function weeksLeft({ tx, at }: Reading, placement: SeenPlacement) {
  const { time_zone } = await queries.findProvider(tx, placement.provider_id);
  const [startsOn, endsOn] = [placement.starts_on, placement.ends_on].map((day) =>
    Temporal.PlainDate.from(day),
  );
  const today = dayAt(at, time_zone);
  const all = startsOn && endsOn ? weeksBetween(startsOn, endsOn) : [];
  const left = startsOn && endsOn ? weeksBetween(laterOf(startsOn, today), endsOn) : [];
  return left.length > 0 ? left : all.slice(-1);
}

function laterOf(left: Temporal.PlainDate, right: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(left, right) > 0 ? left : right;
}

export type SignedMark = { readonly party: Party; readonly personId: string; readonly at: string };

export type Signed = {
  readonly agreementId: string;
  /** Who proposed the amendment, and why. */
  readonly by: string;
  readonly why: string | null;
  /** Whoever of the three has signed or read the amendment has agreed to what it says. */
  readonly marks: readonly SignedMark[];
};

/** The version that a signed amendment makes; its number. */
export async function carryAmended(
  { tx, at, audit }: DeedContext,
  placement: SeenPlacement,
  content: PlanContent,
  { agreementId, by, why, marks }: Signed,
): Promise<number> {
  const newest = await queries.findNewest(tx, placement);
  const number = (newest?.number ?? 0) + 1;
  const hand = { actingName: null, at: at.toString() };
  await queries.saveVersion(tx, placement, {
    number,
    content,
    why,
    editedBy: by,
    agreementId,
    ...hand,
  });
  for (const mark of marks) {
    await queries.saveMark(tx, placement, { number, actingName: null, ...mark });
  }
  const agreed = marks.map(({ party }) => party);
  if (holds({ number, agreed })) {
    await audit({
      deed: "plan-agreed",
      subjectKind: "placement",
      subjectId: placement.id,
      placementId: placement.id,
      providerId: placement.provider_id,
      change: { number },
    });
  }
  return number;
}

/** Somebody reads a signed amendment later: then they too have agreed to the version it made. */
export async function markAmended(
  { tx }: Pick<DeedContext, "tx">,
  placement: Place,
  agreementId: string,
  mark: SignedMark,
): Promise<void> {
  const newest = await queries.findNewest(tx, placement);
  if (newest?.agreement_id !== agreementId) return;
  await queries.saveMark(tx, placement, { number: newest.number, actingName: null, ...mark });
}
