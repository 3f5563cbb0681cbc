import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { visibleTo } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import type { Actor } from "#shared/actor.ts";

/**
 * The first gate, in SQL: whoever sees the placement sees its agreements; who is a party sees that one. A link
 * to sign opens only the agreement it was made for.
 */
export function agreementVisibleTo(actor: Actor) {
  return (eb: ExpressionBuilder<DB, "agreement">): Expression<SqlBool> => {
    const asParty = eb.exists(
      eb
        .selectFrom("agreement_party as seat")
        .select("seat.party")
        .whereRef("seat.provider_id", "=", "agreement.provider_id")
        .whereRef("seat.agreement_id", "=", "agreement.id")
        .where("seat.person_id", "=", actor.personId),
    );
    if (actor.onlyAgreementId !== null) {
      return eb.and([asParty, eb("agreement.id", "=", actor.onlyAgreementId)]);
    }
    // A tutor's link to a placement opens its agreements; other agreements of the person it does not.
    if (actor.means === "link") return placementSeen(eb, actor);
    return eb.or([asParty, placementSeen(eb, actor)]);
  };
}

function placementSeen(eb: ExpressionBuilder<DB, "agreement">, actor: Actor): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom("placement")
      .select("placement.id")
      .whereRef("placement.id", "=", "agreement.placement_id")
      .where(visibleTo(actor)),
  );
}

function selectAgreement(tx: Tx) {
  return tx
    .selectFrom("agreement")
    .innerJoin("placement", "placement.id", "agreement.placement_id")
    .innerJoin("agreement_text as text", (join) =>
      join
        .onRef("text.provider_id", "=", "agreement.provider_id")
        .onRef("text.agreement_id", "=", "agreement.id")
        .onRef("text.revision", "=", "agreement.revision"),
    )
    .select((eb) => [
      "agreement.id",
      "agreement.provider_id",
      "agreement.placement_id",
      "agreement.number",
      "agreement.kind",
      "agreement.amends_id",
      "agreement.basis",
      "agreement.language",
      "agreement.signing_order",
      "agreement.state",
      "agreement.revision",
      "agreement.version",
      "agreement.sent_by",
      "agreement.sent_at",
      "agreement.completed_at",
      "agreement.closed_at",
      "agreement.closed_name",
      "agreement.closed_reason",
      "placement.teacher_id",
      "placement.student_id",
      "placement.tutor_id",
      "placement.workplace_id",
      "placement.state as placement_state",
      "placement.ends_on as placement_ends_on",
      "placement.state_changed_at as placement_changed_at",
      "placement.ending_ground",
      "placement.heard_on",
      "placement.heard_parties",
      "placement.on_probation",
      "text.text_hash",
      "text.why",
      jsonArrayFrom(
        eb
          .selectFrom("agreement_party as p")
          .innerJoin("person", "person.id", "p.person_id")
          .leftJoin("agreement_signature as s", (join) =>
            join
              .onRef("s.provider_id", "=", "p.provider_id")
              .onRef("s.agreement_id", "=", "p.agreement_id")
              .onRef("s.party", "=", "p.party")
              .onRef("s.revision", "=", "agreement.revision"),
          )
          .select([
            "p.party",
            "p.duty",
            "p.person_id as personId",
            "p.acting_for as actingFor",
            "p.mandate",
            "person.given_name as givenName",
            "person.family_name as familyName",
            "person.email",
            "person.phone",
            "person.language",
            "s.position",
            "s.person_name as signedName",
            "s.at as signedAt",
            "s.means as signedMeans",
            "s.sent_to as signedSentTo",
            "s.language as signedLanguage",
            "s.hash as signedHash",
          ])
          .whereRef("p.provider_id", "=", "agreement.provider_id")
          .whereRef("p.agreement_id", "=", "agreement.id")
          .orderBy(
            sql`array_position(array['student', 'guardian', 'employer', 'provider'], p.party)`,
          ),
      ).as("parties"),
    ]);
}

export type AgreementRow = NonNullable<Awaited<ReturnType<typeof findAgreement>>>;
export type PartyRow = AgreementRow["parties"][number];

/** The agreement if this actor may see it, else undefined: "does not exist" and "not yours" are one. */
export function findAgreement(tx: Tx, actor: Actor, id: string) {
  return selectAgreement(tx)
    .where("agreement.id", "=", id)
    .where(agreementVisibleTo(actor))
    .executeTakeFirst();
}

/** The same, locked until the transaction ends: two last signatures wait for each other here. */
export async function lockAgreement(tx: Tx, actor: Actor, id: string) {
  const seen = await tx
    .selectFrom("agreement")
    .select("agreement.id")
    .where("agreement.id", "=", id)
    .where(agreementVisibleTo(actor))
    .forUpdate()
    .executeTakeFirst();
  // Read after the lock: what others committed while we waited is seen.
  return seen === undefined ? undefined : findAgreement(tx, actor, id);
}

export function findText(
  tx: Tx,
  { provider_id, id }: Pick<AgreementRow, "provider_id" | "id">,
  revision: number,
) {
  return tx
    .selectFrom("agreement_text")
    .select(["revision", "text", "text_hash"])
    .where("provider_id", "=", provider_id)
    .where("agreement_id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
}

/** Signatures of one text in the order of their chain. */
export function listSignatures(
  tx: Tx,
  { provider_id, id }: Pick<AgreementRow, "provider_id" | "id">,
  revision: number,
) {
  return tx
    .selectFrom("agreement_signature")
    .selectAll()
    .where("provider_id", "=", provider_id)
    .where("agreement_id", "=", id)
    .where("revision", "=", revision)
    .orderBy("position")
    .execute();
}
