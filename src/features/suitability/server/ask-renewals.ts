import { LINK_GRACE_DAYS } from "#features/people/people.ts";
import { linkAddress, makeLink } from "#features/people/server/api.ts";
import { m } from "#messages/server";
import { dayAt, newId } from "#server/clock.ts";
import { asApp, type Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { queueMail } from "#server/mail.ts";
import { chooseText, isLanguage } from "#shared/language.ts";
import { type AskRound, isAskingTime, letterRound, RENEWAL_DAYS } from "../standing.ts";
import * as queries from "./renewal.queries.ts";

type Now = {
  readonly at: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly timeZone: string;
  readonly providerId: string;
};

/**
 * In office hours, workplaces whose decision ends before their student leaves are asked whether anything
 * has changed: one letter to the tutor for all students of a college there. Each letter is claimed by its
 * row, so a second server or run sends none.
 */
export async function askForRenewals(house: House): Promise<void> {
  const at = house.clock.now();
  const providers = await house.db.selectFrom("provider").select(["id", "time_zone"]).execute();
  for (const { id, time_zone } of providers) {
    if (!isAskingTime(at.toZonedDateTimeISO(time_zone))) continue;
    const now = { at, today: dayAt(at, time_zone), timeZone: time_zone, providerId: id };
    // The others' workplaces do not wait for one provider's fault; the next quarter tries again.
    await askAt(house, now).catch((error: unknown) =>
      house.log.error({ err: error, providerId: id }, "renewals"),
    );
  }
}

async function askAt(house: House, now: Now): Promise<void> {
  const sight = { personId: null, providerIds: [now.providerId] };
  const due = await asApp(house.db, sight, (tx) => listDue(tx, now, null));
  const groups = Map.groupBy(due, ({ row }) => `${row.workplace_id} ${row.tutor_id}`);
  for (const group of groups.values()) {
    const ids = group.map(({ row }) => row.id);
    await asApp(house.db, sight, (tx) => askTutor(house, tx, now, ids));
  }
}

type Due = { readonly row: queries.EndingRow; readonly round: AskRound };

async function listDue(tx: Tx, now: Now, ids: readonly string[] | null): Promise<Due[]> {
  const { providerId, today, timeZone } = now;
  const before = today.add({ days: RENEWAL_DAYS }).toString();
  const rows = await queries.listEnding(tx, { providerId, today: today.toString(), before }, ids);
  const dayOf = (instant: string | null) =>
    instant === null ? null : dayAt(Temporal.Instant.from(instant), timeZone);
  return rows.flatMap((row) => {
    const round = letterRound({
      today,
      endsOn: Temporal.PlainDate.from(row.ends_on),
      isOpen: true,
      validUntil: Temporal.PlainDate.from(row.valid_until),
      saidOn: dayOf(row.said_at),
      known: true,
      rounds: row.rounds,
      askedOn: dayOf(row.asked_at),
    });
    return round === null ? [] : [{ row, round }];
  });
}

/** Looks again once the placements are held: an answer or another server may have come between. */
async function askTutor(house: House, tx: Tx, now: Now, ids: readonly string[]): Promise<void> {
  await queries.lockPlacements(tx, ids);
  const due = await listDue(tx, now, ids);
  const claimed: Due[] = [];
  for (const one of due) if (await claim(house, tx, now, one)) claimed.push(one);
  const [first] = claimed;
  if (first !== undefined) await writeTo(house, tx, now, first);
}

async function claim(house: House, tx: Tx, { at }: Now, { row, round }: Due): Promise<boolean> {
  const keys = { provider_id: row.provider_id, placement_id: row.id };
  const asked = { asked_person: row.tutor_id, asked_at: at.toString() };
  const ask = { ...keys, ...asked, decision_id: row.decision_id, round };
  if (!(await queries.claimAsk(tx, ask))) return false;
  const change = { round, to: row.tutor_id, validUntil: row.valid_until };
  await queries.insertCalendarAudit(tx, { ...keys, id: newId(), at: at.toString(), change });
  await house.live.touch(tx, `placement:${row.id}`);
  return true;
}

/** The letter names no student: whoever reads it learns when the decision ends and that one tap answers. */
async function writeTo(house: House, tx: Tx, { at }: Now, { row, round }: Due): Promise<void> {
  if (row.email === null) return;
  const token = await makeLink(tx, at, {
    providerId: row.provider_id,
    personId: row.tutor_id,
    placementId: row.id,
    expiresAt: at.add({ hours: (RENEWAL_DAYS + LINK_GRACE_DAYS) * 24 }),
    createdBy: row.teacher_id,
  });
  const language = isLanguage(row.language) ? row.language : "fi";
  const locale = { locale: language } as const;
  const words = {
    name: row.given_name,
    college: chooseText(row.provider_name, language)?.text ?? "",
    workplace: row.workplace_name,
    teacher: row.teacher_name,
    day: Temporal.PlainDate.from(row.valid_until).toLocaleString(language, { dateStyle: "long" }),
    link: `${linkAddress(house, token)}?to=/placements/${row.id}/suitability`,
  };
  const first = round === 1;
  await queueMail(house, tx, at, {
    providerId: row.provider_id,
    personId: row.tutor_id,
    to: row.email,
    language,
    template: "renewal_ask",
    subject: first
      ? m.renewal_mail_subject(words, locale)
      : m.renewal_mail_again_subject(words, locale),
    body: first ? m.renewal_mail_body(words, locale) : m.renewal_mail_again_body(words, locale),
  });
}
