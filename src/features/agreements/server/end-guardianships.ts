import { ageOn } from "#features/placements/placement.ts";
import { dayAt } from "#server/clock.ts";
import { asApp } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import * as queries from "./guardian.queries.ts";

const OF_AGE = 18;

/**
 * What the calendar does on a student's 18th birthday: from then on they speak for themselves, and who was their
 * guardian reads, hears and signs nothing about them any more.
 */
export async function endGuardianships(house: House): Promise<void> {
  const at = house.clock.now();
  const providers = await house.db.selectFrom("provider").select("id").execute();
  for (const { id } of providers) {
    await asApp(house.db, { personId: null, providerIds: [id] }, async (tx) => {
      for (const one of await queries.listGuardianships(tx)) {
        if (one.born_on === null) continue;
        const today = dayAt(at, one.time_zone);
        if (ageOn(Temporal.PlainDate.from(one.born_on), today) < OF_AGE) continue;
        await queries.endGuardianship(tx, one, { day: today.toString(), at: at.toString() });
      }
    });
  }
}
