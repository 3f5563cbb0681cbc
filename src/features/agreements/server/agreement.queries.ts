import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { lockBehindAgreement, visibleTo } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import { type Actor, staffProvidersOf } from "#shared/actor.ts";
import { seatHolds } from "./guardian.queries.ts";

/**
 * The first gate, in SQL: whoever sees the placement sees its agreements; who is a party sees that one. A link to
 * sign opens only the agreement it was made for, and what that one amends. A framework agreement is also the
 * provider's own staff's, and whoever reads an agreement that refers to it may read the terms that hold there.
 */
export function agreementVisibleTo(actor: Actor) {
  return (eb: ExpressionBuilder<DB, "agreement">): Expression<SqlBool> => {
    return eb.or([ownVisibleTo(eb, actor), frameworkSeen(eb, actor)]);
  };
}

function ownVisibleTo(eb: ExpressionBuilder<DB, "agreement">, actor: Actor): Expression<SqlBool> {
  const asParty = eb.exists(
    eb
      .selectFrom("agreement_party as seat")
      .select("seat.party")
      .whereRef("seat.provider_id", "=", "agreement.provider_id")
      .whereRef("seat.agreement_id", "=", "agreement.id")
      .where("seat.person_id", "=", actor.personId)
      .where(seatHolds("seat", "agreement")),
  );
  if (actor.onlyAgreementId !== null) {
    return eb.and([asParty, openedBy(eb, actor.onlyAgreementId)]);
  }
  // A tutor's link to a placement opens its agreements; other agreements of the person it does not.
  if (actor.means === "link") return placementSeen(eb, actor);
  return eb.or([asParty, placementSeen(eb, actor)]);
}

function frameworkSeen(eb: ExpressionBuilder<DB, "agreement">, actor: Actor): Expression<SqlBool> {
  const staff = actor.means === "link" ? [] : staffProvidersOf(actor);
  const referred = eb
    .selectFrom("agreement")
    .select("agreement.framework_agreement_id")
    .where("agreement.framework_agreement_id", "is not", null)
    .where((inner) => ownVisibleTo(inner, actor));
  return eb.and([
    eb("agreement.kind", "=", "framework_agreement"),
    eb.or([
      eb("agreement.provider_id", "=", sql<string>`any(${staff}::uuid[])`),
      eb("agreement.id", "in", referred),
    ]),
  ]);
}

/** The agreement that a link is for; from an amendment also what it changes, since the rest of that stays. */
function openedBy(eb: ExpressionBuilder<DB, "agreement">, linkedId: string): Expression<SqlBool> {
  const amended = eb.exists(
    eb
      .selectFrom("agreement as linked")
      .select("linked.id")
      .where("linked.id", "=", linkedId)
      .where("linked.kind", "=", "amendment")
      .whereRef("linked.provider_id", "=", "agreement.provider_id")
      .whereRef("linked.placement_id", "=", "agreement.placement_id")
      .whereRef("linked.number", ">", "agreement.number"),
  );
  const completed = eb("agreement.state", "=", "completed");
  return eb.or([eb("agreement.id", "=", linkedId), eb.and([completed, amended])]);
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
    .leftJoin("placement", "placement.id", "agreement.placement_id")
    .leftJoin("framework_agreement as framework", (join) =>
      join
        .onRef("framework.provider_id", "=", "agreement.provider_id")
        .onRef("framework.agreement_id", "=", "agreement.id"),
    )
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
      "agreement.employer_id",
      "agreement.framework_agreement_id",
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
      eb.fn
        .coalesce("placement.workplace_id", "framework.workplace_id")
        .$notNull()
        .as("workplace_id"),
      "framework.bases",
      "framework.valid_from",
      "framework.valid_until",
      "framework.terminated_on",
      "framework.terminated_name",
      "framework.terminated_party",
      "framework.terminated_reason",
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
            seatHolds("p", "agreement").as("holds"),
          ])
          .whereRef("p.provider_id", "=", "agreement.provider_id")
          .whereRef("p.agreement_id", "=", "agreement.id")
          // What was signed stays; whoever has not signed and may no longer is not waited for.
          .where((party) =>
            party.or([party("s.position", "is not", null), seatHolds("p", "agreement")]),
          )
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

/** The same, locked with its placement until the transaction ends: two last signatures wait for each other here. */
export async function lockAgreement(tx: Tx, actor: Actor, id: string) {
  const found = await tx
    .selectFrom("agreement")
    .select("agreement.placement_id")
    .where("agreement.id", "=", id)
    .where(agreementVisibleTo(actor))
    .executeTakeFirst();
  const behind = found?.placement_id ?? null;
  if (behind !== null) await lockBehindAgreement(tx, behind);
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
