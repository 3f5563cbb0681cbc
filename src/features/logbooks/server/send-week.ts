import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { newId } from "#server/clock.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { type IsoWeek, parseWeek } from "#shared/week.ts";
import { sendWeek } from "../logbook.contract.ts";
import { maySendWeek } from "../logbook.policy.ts";
import { judgeSending, type Sending, sendAgainFrom } from "../logbook-week.ts";
import { findParties } from "./letter.queries.ts";
import * as queries from "./week.queries.ts";
import { linkFor, weekLetter } from "./week-letters.ts";
import { weekFactsOf } from "./week-row.ts";

/** The student hands the week over; the tutor gets it as a personal link in their own language. */
export const sendWeekRoute = deed(sendWeek, async (context, { params }) => {
  const { tx, actor, at } = context;
  const week = parseWeek(params.week);
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null || week === undefined) return refuse("not_found");
  const may = maySendWeek(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (placement.tutor_id === null) return refuse("no_tutor");
  const row = await queries.findWeek(tx, placement, week);
  const facts = weekFactsOf(row, week, at);
  const nudgedAt = await queries.findLastWeekNudge(tx, placement, placement.tutor_id);
  const lastLetterAt = latest(
    facts.sentAt,
    nudgedAt === null ? null : Temporal.Instant.from(nudgedAt),
  );
  const judged = judgeSending(facts, lastLetterAt, at);
  if (!judged.ok) return judged;
  if (judged.value === "present") return accept(answer(facts.sentAt, lastLetterAt, false));
  const sent = await send(context, placement, week, Number(row.minutes), judged.value);
  if (sent === "no_address") return refuse("no_address");
  if (sent === "mailed") return accept(answer(facts.sentAt ?? at, at, true));
  const { sentAt } = weekFactsOf(await queries.findWeek(tx, placement, week), week, at);
  return accept(answer(sentAt, latest(sentAt, lastLetterAt), false));
});

async function send(
  { house, tx, actor, at, audit, mail, touch }: DeedContext,
  placement: SeenPlacement,
  week: IsoWeek,
  minutes: number,
  how: Sending,
): Promise<"mailed" | "no_address" | "sent_already"> {
  const { student, tutor } = await findParties(tx, placement);
  if (tutor === null || tutor.email === null) return "no_address";
  if (how === "send") {
    const first = { at: at.toString(), seen: null };
    if (!(await queries.claimSending(tx, placement, week, first))) return "sent_already";
  } else {
    const by = { to_person: tutor.personId, by_person: actor.personId };
    await queries.insertWeekNudge(tx, placement, { id: newId(), ...by, at: at.toString() });
  }
  const link = await linkFor(house, tx, at, placement, {
    personId: tutor.personId,
    createdBy: actor.personId,
    week,
  });
  const reader = { ...tutor, email: tutor.email };
  await mail(
    weekLetter(reader, placement.provider_id, week, [{ student: student.name, minutes, link }]),
  );
  await audit({
    deed: "send-week",
    subjectKind: "placement",
    subjectId: placement.id,
    providerId: placement.provider_id,
    placementId: placement.id,
    change: { week, again: how === "again" },
  });
  await touch(`placement:${placement.id}`);
  return "mailed";
}

function latest(
  one: Temporal.Instant | null,
  other: Temporal.Instant | null,
): Temporal.Instant | null {
  if (one === null || other === null) return one ?? other;
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}

function answer(
  sentAt: Temporal.Instant | null,
  lastLetterAt: Temporal.Instant | null,
  mailed: boolean,
) {
  return {
    sentAt: sentAt?.toString() ?? null,
    sendAgainFrom:
      sentAt === null || lastLetterAt === null ? null : sendAgainFrom(lastLetterAt).toString(),
    mailed,
  };
}
