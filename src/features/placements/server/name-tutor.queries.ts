import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";

export async function seatAt(
  tx: Tx,
  workplaceId: string,
  personId: string,
  title: string | null,
): Promise<void> {
  await tx
    .insertInto("workplace_person")
    .values({ workplace_id: workplaceId, person_id: personId, role: "tutor", title })
    .onConflict((conflict) =>
      conflict.columns(["workplace_id", "person_id", "role"]).doUpdateSet({ ended_on: null }),
    )
    .execute();
}

/** Whether the person is a tutor at the workplace now. */
export async function guidesAt(tx: Tx, workplaceId: string, personId: string): Promise<boolean> {
  const found = await tx
    .selectFrom("workplace_person")
    .select("person_id")
    .where("workplace_id", "in", sql<string>`(select workplace_family(${workplaceId}))`)
    .where("person_id", "=", personId)
    .where("role", "=", "tutor")
    .where("ended_on", "is", null)
    .executeTakeFirst();
  return found !== undefined;
}
