import { sql } from "kysely";
import type { Database, Tx } from "#server/database/database.ts";

export type NewChange = {
  readonly id: string;
  readonly personId: string;
  readonly newAddress: string;
  readonly oldAddress: string;
  readonly tokenHash: Buffer;
  readonly askedBy: string;
  readonly askedFor: string | null;
  readonly askedAt: string;
  readonly takesEffectAt: string;
};

/** The one that waits, if any; the person's row is locked by whoever asks. */
export function findWaiting(tx: Tx, personId: string) {
  return tx
    .selectFrom("address_change")
    .select(["id", "new_address", "takes_effect_at"])
    .where("person_id", "=", personId)
    .where("state", "=", "waits")
    .executeTakeFirst();
}

export async function addChange(tx: Tx, change: NewChange): Promise<void> {
  await tx
    .insertInto("address_change")
    .values({
      id: change.id,
      person_id: change.personId,
      new_address: change.newAddress,
      old_address: change.oldAddress,
      token_hash: change.tokenHash,
      asked_by: change.askedBy,
      asked_for: change.askedFor,
      asked_at: change.askedAt,
      takes_effect_at: change.takesEffectAt,
    })
    .execute();
}

export async function endWaiting(
  tx: Tx,
  personId: string,
  { state, at }: { state: "taken" | "objected" | "replaced"; at: string },
): Promise<void> {
  await tx
    .updateTable("address_change")
    .set({ state, answered_at: at })
    .where("person_id", "=", personId)
    .where("state", "=", "waits")
    .execute();
}

/** Before there is an actor: what the letter's token is about. */
export function findByToken(db: Database, tokenHash: Buffer) {
  return db
    .selectFrom("address_change as c")
    .innerJoin("person", "person.id", "c.person_id")
    .innerJoin("person as asker", "asker.id", "c.asked_by")
    .select([
      "c.id",
      "c.person_id",
      "c.new_address",
      "c.takes_effect_at",
      "c.state",
      "person.given_name",
      "person.language",
    ])
    .select(sql<string>`asker.given_name || ' ' || asker.family_name`.as("asked_by"))
    .where("c.token_hash", "=", tokenHash)
    .executeTakeFirst();
}

export async function listDue(db: Database, at: string): Promise<string[]> {
  const rows = await db
    .selectFrom("address_change")
    .select("id")
    .where("state", "=", "waits")
    .where("takes_effect_at", "<=", at)
    .orderBy("takes_effect_at")
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

/** The change with its person, both locked; of two who end it at once the second finds it ended. */
export async function lockWaiting(tx: Tx, id: string) {
  const found = await tx
    .selectFrom("address_change")
    .select("person_id")
    .where("id", "=", id)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  await tx
    .selectFrom("person")
    .select("id")
    .where("id", "=", found.person_id)
    .forUpdate()
    .executeTakeFirst();
  return tx
    .selectFrom("address_change")
    .select(["id", "person_id", "new_address", "asked_for"])
    .where("id", "=", id)
    .where("state", "=", "waits")
    .forUpdate()
    .executeTakeFirst();
}

export async function setAddress(tx: Tx, personId: string, email: string): Promise<void> {
  await tx.updateTable("person").set({ email }).where("id", "=", personId).execute();
}

export async function noteEnd(
  tx: Tx,
  event: { id: string; providerId: string | null; personId: string; at: string; deed: string },
): Promise<void> {
  await tx
    .insertInto("audit_event")
    .values({
      id: event.id,
      provider_id: event.providerId,
      at: event.at,
      means: "calendar",
      deed: event.deed,
      subject_kind: "person",
      subject_id: event.personId,
      change: "{}",
    })
    .execute();
}
