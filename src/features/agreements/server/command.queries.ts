import type { Tx } from "#server/database/database.ts";
import type { AgreementState } from "../agreement.ts";

export function listAll(tx: Tx, state: AgreementState | undefined) {
  const all = tx
    .selectFrom("agreement as a")
    .innerJoin("agreement_text as t", (join) =>
      join
        .onRef("t.provider_id", "=", "a.provider_id")
        .onRef("t.agreement_id", "=", "a.id")
        .onRef("t.revision", "=", "a.revision"),
    )
    .select([
      "a.id",
      "a.number",
      "a.kind",
      "a.state",
      "a.placement_id as placementId",
      "a.sent_at as sentAt",
      "a.completed_at as completedAt",
      "t.text_hash as textHash",
    ])
    .orderBy("a.sent_at", "desc");
  return (state === undefined ? all : all.where("a.state", "=", state)).execute();
}

export function findBytes(tx: Tx, id: string) {
  return tx
    .selectFrom("agreement as a")
    .leftJoin("agreement_paper as p", (join) =>
      join.onRef("p.provider_id", "=", "a.provider_id").onRef("p.agreement_id", "=", "a.id"),
    )
    .select("p.bytes")
    .where("a.id", "=", id)
    .executeTakeFirst();
}
