import { newId } from "#server/clock.ts";
import { asApp, type Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { queueMail } from "#server/mail.ts";
import { type IsoWeek, mondayOf } from "#shared/week.ts";
import { weekDueAt } from "../logbook-week.ts";
import { type DueWeek, findDueWeeks, insertCalendarAudit } from "./letter.queries.ts";
import { claimSending } from "./week.queries.ts";
import { linkFor, type WaitingWeek, weekLetter } from "./week-letters.ts";

/**
 * Friday afternoon: weeks that have entries and that nobody has sent go to their tutors, one letter a tutor
 * for all their students at every provider. Each week is claimed by its row, so a second or parallel run
 * sends nothing twice.
 */
export async function sendDueWeeks(house: House): Promise<void> {
  const at = house.clock.now();
  const providers = await house.db.selectFrom("provider").select(["id", "time_zone"]).execute();
  const due = new Map<IsoWeek, string[]>();
  for (const { id, time_zone } of providers) {
    const week = weekDueAt(at.toZonedDateTimeISO(time_zone));
    if (week !== null) due.set(week, [...(due.get(week) ?? []), id]);
  }
  for (const [week, providerIds] of due) await sendWeeksOf(house, week, providerIds, at);
}

async function sendWeeksOf(
  house: House,
  week: IsoWeek,
  providerIds: string[],
  at: Temporal.Instant,
): Promise<void> {
  const sight = { personId: null, providerIds };
  const monday = mondayOf(week);
  const span = { week, first: monday.toString(), last: monday.add({ days: 6 }).toString() };
  const rows = await asApp(house.db, sight, (tx) => findDueWeeks(tx, span));
  const byTutor = Map.groupBy(rows, ({ tutor_id }) => tutor_id);
  for (const weeks of byTutor.values()) {
    await asApp(house.db, sight, (tx) => sendToTutor(house, tx, week, weeks, at));
  }
}

async function sendToTutor(
  house: House,
  tx: Tx,
  week: IsoWeek,
  rows: readonly DueWeek[],
  at: Temporal.Instant,
): Promise<void> {
  const sent: WaitingWeek[] = [];
  const [reader] = rows;
  if (reader === undefined) return;
  for (const row of rows) {
    if (!(await claimSending(tx, row, week, at.toString()))) continue;
    const link = await linkFor(house, tx, at, row, {
      personId: row.tutor_id,
      createdBy: row.student_id,
    });
    sent.push({ student: row.student_name, minutes: Number(row.minutes), link });
    await insertCalendarAudit(tx, {
      id: newId(),
      provider_id: row.provider_id,
      placement_id: row.id,
      at: at.toString(),
      change: { week },
    });
    await house.live.touch(tx, `placement:${row.id}`);
  }
  if (sent.length === 0) return;
  const { tutor_id, given_name, email, language } = reader;
  const schools = new Set(rows.map(({ provider_id }) => provider_id));
  const letter = weekLetter(
    { personId: tutor_id, givenName: given_name, email, language },
    schools.size === 1 ? reader.provider_id : null,
    week,
    sent,
  );
  await queueMail(house, tx, at, letter);
}
