import { m } from "#messages/server";
import { asApp } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { isOfficeTime } from "../safety.ts";
import { tellHearers } from "./circle.ts";
import { markReminded } from "./safety.queries.ts";

const ZONE = "Europe/Helsinki";

/**
 * Looks whether those whose clocks have run out have answered, and reminds the silent of them once, in
 * office hours. Nobody but the hearer is written to: who else learns of it is the student's choice.
 */
export async function remindHearers(house: House): Promise<void> {
  const at = house.clock.now();
  if (!isOfficeTime(at, ZONE)) return;
  const due = await house.db
    .selectFrom("hearer_clock")
    .select("person_id")
    .distinct()
    .where("due_at", "<=", at.toString())
    .execute();
  const providers = await house.db.selectFrom("provider").select("id").execute();
  const providerIds = providers.map(({ id }) => id);
  for (const { person_id: personId } of due) {
    // The log names nobody; a clock that was not taken away is looked at again in a quarter of an hour.
    await remind(house, personId, providerIds, at).catch(() => house.log.error("hearer clock"));
  }
}

/** In the hearer's own sight; what is marked is not marked again by another server at the same moment. */
async function remind(
  house: House,
  personId: string,
  providerIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await asApp(house.db, { personId, providerIds }, async (tx) => {
    const students = await markReminded(tx, personId, at.toString());
    if (students.length === 0) return;
    await tellHearers({ tx, house, at }, [personId], m.mail_still_waits_body);
    for (const one of [personId, ...students]) await house.live.touch(tx, `person:${one}`);
  });
  await house.db
    .deleteFrom("hearer_clock")
    .where("person_id", "=", personId)
    .where("due_at", "<=", at.toString())
    .execute();
}
