import { newId } from "#server/clock.ts";
import { asApp, type Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { queueMail } from "#server/mail.ts";
import type { IsoWeek } from "#shared/week.ts";
import { lettersOutAt, weekDueAt } from "../logbook-week.ts";
import {
  type DueWeek,
  findDueWeeks,
  insertCalendarAudit,
  lockPlacements,
} from "./due-week.queries.ts";
import { claimSending } from "./week.queries.ts";
import { linkFor, type WaitingWeek, weekLetter } from "./week-letters.ts";

type Due = { readonly week: IsoWeek; readonly lettersOut: string; readonly at: Temporal.Instant };

/**
 * Friday afternoon: weeks with days that no letter has brought go to their tutors, one letter a tutor for
 * all their students at every provider. Each week is claimed by its row, so neither a parallel run nor the
 * student's own sending at that time makes it two.
 */
export async function sendDueWeeks(house: House): Promise<void> {
  const at = house.clock.now();
  const providers = await house.db.selectFrom("provider").select(["id", "time_zone"]).execute();
  for (const [zone, group] of Map.groupBy(providers, ({ time_zone }) => time_zone)) {
    const week = weekDueAt(at.toZonedDateTimeISO(zone));
    if (week === null) continue;
    const due = { week, lettersOut: lettersOutAt(week, zone).toString(), at };
    await sendWeeks(
      house,
      due,
      group.map(({ id }) => id),
    );
  }
}

async function sendWeeks(house: House, due: Due, providerIds: string[]): Promise<void> {
  const sight = { personId: null, providerIds };
  const rows = await asApp(house.db, sight, (tx) => findDueWeeks(tx, due.week, due.lettersOut));
  for (const weeks of Map.groupBy(rows, ({ tutor_id }) => tutor_id).values()) {
    await asApp(house.db, sight, (tx) => sendToTutor(house, tx, due, weeks));
  }
}

async function sendToTutor(
  house: House,
  tx: Tx,
  due: Due,
  rows: readonly DueWeek[],
): Promise<void> {
  const [reader] = rows;
  if (reader === undefined || reader.email === null) return;
  // The order of locks is the deeds': the placement, then its week. The other way round they would wait in a ring.
  await lockPlacements(tx, rows);
  const sent: WaitingWeek[] = [];
  for (const row of rows) {
    const waiting = await sendOne(house, tx, due, row);
    if (waiting !== null) sent.push(waiting);
  }
  if (sent.length === 0) return;
  const { tutor_id, given_name, email, language } = reader;
  const isOneSchool = rows.every(({ provider_id }) => provider_id === reader.provider_id);
  const letter = weekLetter(
    { personId: tutor_id, givenName: given_name, email, language },
    isOneSchool ? reader.provider_id : null,
    due.week,
    sent,
  );
  await queueMail(house, tx, due.at, letter);
}

/** Claims one week and makes its link; null when somebody else was faster. */
async function sendOne(house: House, tx: Tx, due: Due, row: DueWeek): Promise<WaitingWeek | null> {
  const { week } = due;
  const at = due.at.toString();
  if (!(await claimSending(tx, row, week, { at, seen: row.sent_at }))) return null;
  const seat = { personId: row.tutor_id, createdBy: row.student_id, week };
  const link = await linkFor(house, tx, due.at, row, seat);
  await insertCalendarAudit(tx, {
    id: newId(),
    provider_id: row.provider_id,
    placement_id: row.id,
    at,
    change: { week },
  });
  await house.live.touch(tx, `placement:${row.id}`);
  const student = `${row.student_given_name} ${row.student_family_name}`;
  return { student, minutes: Number(row.minutes ?? 0), link };
}
