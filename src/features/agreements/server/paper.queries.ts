import type { Tx } from "#server/database/database.ts";
import type { AgreementRow } from "./agreement.queries.ts";
import { seatHolds } from "./guardian.queries.ts";

type Place = Pick<AgreementRow, "provider_id" | "id">;

export function findPaper(tx: Tx, { provider_id, id }: Place) {
  return tx
    .selectFrom("agreement_paper")
    .select(["bytes", "sealed_at", "time_stamped"])
    .where("provider_id", "=", provider_id)
    .where("agreement_id", "=", id)
    .executeTakeFirst();
}

export type NewPaper = {
  readonly bytes: Buffer;
  readonly sha256: Buffer;
  readonly at: string;
  readonly timeStamped: boolean;
};

export async function savePaper(tx: Tx, { provider_id, id }: Place, paper: NewPaper) {
  await tx
    .insertInto("agreement_paper")
    .values({
      provider_id,
      agreement_id: id,
      bytes: paper.bytes,
      sha256: paper.sha256,
      sealed_at: paper.at,
      time_stamped: paper.timeStamped,
    })
    .execute();
}

/** Completed agreements of a provider whose paper is not there yet. */
export function listUnfinished(tx: Tx, providerId: string) {
  return tx
    .selectFrom("agreement as a")
    .select(["a.provider_id", "a.id"])
    .where("a.provider_id", "=", providerId)
    .where("a.state", "=", "completed")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("agreement_paper as p")
            .select("p.agreement_id")
            .whereRef("p.provider_id", "=", "a.provider_id")
            .whereRef("p.agreement_id", "=", "a.id"),
        ),
      ),
    )
    .orderBy("a.completed_at")
    .limit(200)
    .execute();
}

export function findCompleted(tx: Tx, providerId: string, id: string) {
  return completed(tx, providerId, id).executeTakeFirst();
}

/** The row of a completed agreement, locked: of two jobs the second finds the paper kept. */
export function lockCompleted(tx: Tx, providerId: string, id: string) {
  return completed(tx, providerId, id).forUpdate().executeTakeFirst();
}

function completed(tx: Tx, providerId: string, id: string) {
  return tx
    .selectFrom("agreement")
    .select(["provider_id", "id", "placement_id", "number", "revision", "language", "completed_at"])
    .where("provider_id", "=", providerId)
    .where("id", "=", id)
    .where("state", "=", "completed");
}

/** Everyone a copy goes to. */
export function listReceivers(tx: Tx, { provider_id, id }: Place) {
  return tx
    .selectFrom("agreement_party as p")
    .innerJoin("agreement as a", (join) =>
      join.onRef("a.provider_id", "=", "p.provider_id").onRef("a.id", "=", "p.agreement_id"),
    )
    .innerJoin("person", "person.id", "p.person_id")
    .select([
      "p.party",
      "person.id as personId",
      "person.given_name as givenName",
      "person.email",
      "person.phone",
      "person.language",
    ])
    .where("p.provider_id", "=", provider_id)
    .where("p.agreement_id", "=", id)
    .where(seatHolds("p", "a"))
    .execute();
}
