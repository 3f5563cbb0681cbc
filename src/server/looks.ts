import { sql } from "kysely";
import { asApp } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { type Actor, providersOf } from "#shared/actor.ts";
import type { LookPage } from "#shared/look.ts";

export type Look = { readonly actor: Actor; readonly placementId: string; readonly page: LookPage };

export type Looks = {
  /** Notes it after the answer has gone; the reader neither waits for it nor hears of its failing. */
  note(look: Look): void;
  /** Resolves when all that was noted so far is kept. */
  settled(): Promise<void>;
};

/** A page reads again whenever somebody does something: within this time it is one look. */
const SAME_LOOK_SECONDS = 60;
/** When more than this are on their way the database has no time for them. */
const MOST_WAITING = 200;

export function lookKeeper(house: House): Looks {
  const waiting = new Set<Promise<void>>();
  return {
    note(look) {
      if (waiting.size >= MOST_WAITING) return;
      const kept = keepLook(house, look)
        .catch((error: unknown) => house.log.warn({ err: error }, "look"))
        .finally(() => waiting.delete(kept));
      waiting.add(kept);
    },
    settled: async () => void (await Promise.all(waiting)),
  };
}

/** The student's own looks are nobody's business: the placement's row itself keeps them out. */
async function keepLook(house: House, { actor, placementId, page }: Look): Promise<void> {
  const at = house.clock.now().toString();
  const sight = { personId: actor.personId, providerIds: providersOf(actor) };
  await asApp(house.db, sight, (tx) =>
    sql`
      insert into placement_look as look
        (provider_id, placement_id, person_id, acting_name, page, day, relation, first_at, last_at)
      select placement.provider_id, placement.id, ${actor.personId}, ${actor.actingName ?? ""}, ${page},
             (${at}::timestamptz at time zone provider.time_zone)::date,
             case ${actor.personId}::uuid when tutor_id then 'tutor' when teacher_id then 'teacher' else 'coordinator' end,
             ${at}, ${at}
        from placement join provider on provider.id = placement.provider_id
       where placement.id = ${placementId} and student_id <> ${actor.personId}
      on conflict (provider_id, placement_id, person_id, acting_name, page, day) do update
        set last_at = excluded.last_at, times = look.times + 1
      where look.last_at < excluded.last_at - make_interval(secs => ${SAME_LOOK_SECONDS})`.execute(
      tx,
    ),
  );
}
