import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import type { Tx } from "#server/database/database.ts";

export type Replay =
  | { readonly kind: "first" }
  | { readonly kind: "again"; readonly answer: unknown }
  | { readonly kind: "other_body" };

type Call = { personId: string; key: string; route: string; body: unknown };

/**
 * Takes the key for this transaction. A second call with the same key waits for the first to commit
 * (the unique index makes it wait) and then gets the first one's answer; nothing is done twice.
 */
export async function takeKey(tx: Tx, call: Call): Promise<Replay> {
  const bodyHash = createHash("sha256")
    .update(Buffer.isBuffer(call.body) ? call.body : JSON.stringify(call.body ?? null))
    .digest();
  const taken = await tx
    .insertInto("idempotency_key")
    .values({ person_id: call.personId, key: call.key, route: call.route, body_hash: bodyHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) return { kind: "first" };
  const earlier = await tx
    .selectFrom("idempotency_key")
    .select(["route", "body_hash", "answer"])
    .where("person_id", "=", call.personId)
    .where("key", "=", call.key)
    .executeTakeFirstOrThrow();
  const same = earlier.route === call.route && earlier.body_hash.equals(bodyHash);
  return same ? { kind: "again", answer: earlier.answer } : { kind: "other_body" };
}

export async function keepAnswer(tx: Tx, call: Call, answer: unknown): Promise<void> {
  await tx
    .updateTable("idempotency_key")
    .set({ answer: JSON.stringify(answer) })
    .where("person_id", "=", call.personId)
    .where("key", "=", call.key)
    .execute();
}

/** A refused deed that keeps a trace was not done: the same key may try again. */
export async function dropKey(tx: Tx, call: Call): Promise<void> {
  await tx
    .deleteFrom("idempotency_key")
    .where("person_id", "=", call.personId)
    .where("key", "=", call.key)
    .execute();
}
