import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { type DeedContext, deed, type Input } from "#server/deed.ts";
import { accept, type Outcome, refuse } from "#shared/outcome.ts";
import { type IsoWeek, parseWeek } from "#shared/week.ts";
import { confirmWeek } from "../logbook.contract.ts";
import { mayConfirmWeek } from "../logbook.policy.ts";
import { daysInside, judgeConfirming, undoUntil, type WeekFacts } from "../logbook-week.ts";
import * as queries from "./week.queries.ts";
import { mailAboutColleague } from "./week-letters.ts";
import { type ConfirmationAnswer, confirmationOf, weekFactsOf } from "./week-row.ts";

type Body = Input<typeof confirmWeek>["body"];

/** The tutor's word on a week, by link or signed in; repeated it answers what stands. */
export const confirmWeekRoute = deed(confirmWeek, async (context, { params, body }) => {
  const { tx, actor, at, touch } = context;
  const week = parseWeek(params.week);
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null || week === undefined) return refuse("not_found");
  const may = mayConfirmWeek(relationOf(actor, placement), actor.named);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const row = await queries.findWeek(tx, placement, week);
  const facts = weekFactsOf(row, week, at);
  const judged = judgeConfirming(facts);
  if (!judged.ok) return judged;
  const standing = confirmationOf(row, facts);
  if (judged.value === "present" && standing !== null) {
    return accept({ confirmation: standing, already: true });
  }
  if (!exceptionsInside(body, facts)) return refuse("day_outside");
  const saved = await save(context, placement, week, body, standing);
  if (!saved.ok) return saved;
  await touch(`placement:${placement.id}`);
  if (actor.actingName !== null)
    await mailAboutColleague(context, placement, week, actor.actingName);
  return accept({ confirmation: saved.value, already: false });
});

function exceptionsInside(body: Body, facts: WeekFacts): boolean {
  const inside = daysInside(facts.week, facts);
  if (inside === null) return false;
  return exceptionsOf(body).every(
    ({ day }) => inside.first.toString() <= day && day <= inside.last.toString(),
  );
}

function exceptionsOf(body: Body) {
  return body.kind === "ok" ? [] : body.exceptions;
}

async function save(
  context: DeedContext,
  placement: SeenPlacement,
  week: IsoWeek,
  body: Body,
  standing: ConfirmationAnswer | null,
): Promise<Outcome<ConfirmationAnswer, { code: "not_an_objective" }>> {
  const { tx, actor, at } = context;
  const { kind, remark, cards } = body;
  const exceptions = exceptionsOf(body);
  if (standing !== null) {
    await queries.deleteConfirmation(tx, placement, week);
    await queries.setReading(tx, placement, week, { read_at: null, read_by: null });
  }
  await queries.insertConfirmation(tx, placement, {
    week,
    kind,
    exceptions,
    remark,
    confirmed_by: actor.personId,
    acting_name: actor.actingName,
    at: at.toString(),
  });
  const kept = await queries.insertCards(tx, placement, week, cards);
  if (kept < cards.length) return refuse("not_an_objective");
  await record(context, placement, week, body, standing);
  const { givenName, familyName, actingName } = actor;
  return accept({
    kind,
    exceptions,
    remark,
    cards,
    at: at.toString(),
    by: { givenName, familyName, actingName },
    undoUntil: undoUntil(at).toString(),
    lookAgain: null,
  });
}

/** For the history: what was said about which day and card; the tutor's words stay with the week. */
function record(
  { audit }: DeedContext,
  placement: SeenPlacement,
  week: IsoWeek,
  body: Body,
  standing: ConfirmationAnswer | null,
): Promise<void> {
  const { kind, cards } = body;
  const exceptionDays = exceptionsOf(body).map(({ day }) => day);
  const before = standing === null ? {} : { before: standing.kind };
  return audit({
    deed: "confirm-week",
    subjectKind: "placement",
    subjectId: placement.id,
    providerId: placement.provider_id,
    placementId: placement.id,
    change: { week, kind, exceptionDays, cards, ...before },
  });
}
