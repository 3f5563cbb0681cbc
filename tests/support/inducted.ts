import { ARRIVAL, itemsOf, PARTIES } from "#features/induction/induction.ts";
import type { House } from "#server/house.ts";
import type { World } from "./makers.ts";

/** The first day's induction shown by the tutor and known by the student: nothing of it is on the board. */
export async function makeInducted({ db, clock }: House, world: World): Promise<void> {
  const at = clock.now().toString();
  const rows = itemsOf(ARRIVAL, []).flatMap(({ id }) =>
    PARTIES.map((party) => ({
      provider_id: world.providerId,
      placement_id: world.placementId,
      workplace_id: world.workplaceId,
      task_key: ARRIVAL,
      item: id,
      party,
      person_id: world[party],
      at,
    })),
  );
  await db.insertInto("induction_mark").values(rows).execute();
}
