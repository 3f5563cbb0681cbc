import { type ExpressionBuilder, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import type { Actor } from "#shared/actor.ts";
import { agreementVisibleTo } from "./agreement.queries.ts";
import { seatHolds } from "./guardian.queries.ts";

const MOST_MINE = 100;

export function groundOf(tx: Tx, placement: SeenPlacement) {
  return tx
    .selectFrom("placement")
    .select("basis")
    .where("id", "=", placement.id)
    .executeTakeFirstOrThrow();
}

/** Agreements of a placement, the newest first; the caller has checked visibility. */
export function listOf(tx: Tx, placement: SeenPlacement) {
  return listed(tx)
    .where("agreement.provider_id", "=", placement.provider_id)
    .where("agreement.placement_id", "=", placement.id)
    .orderBy("agreement.number", "desc")
    .execute();
}

/** Framework agreements of these providers with an employer, the newest first. */
export function listFrameworks(tx: Tx, employerId: string, providerIds: readonly string[]) {
  return listed(tx)
    .innerJoin("framework_agreement as f", (join) =>
      join
        .onRef("f.provider_id", "=", "agreement.provider_id")
        .onRef("f.agreement_id", "=", "agreement.id"),
    )
    .select(["f.bases", "f.valid_from", "f.valid_until", "f.terminated_on"])
    .where("agreement.employer_id", "=", employerId)
    .where("agreement.provider_id", "in", providerIds)
    .orderBy("agreement.sent_at", "desc")
    .orderBy("agreement.number", "desc")
    .execute();
}

function listed(tx: Tx) {
  return tx.selectFrom("agreement").select((eb) => [
    "agreement.id",
    "agreement.number",
    "agreement.kind",
    "agreement.state",
    "agreement.sent_at",
    "agreement.completed_at",
    jsonArrayFrom(waiting(eb)).as("waits_for"),
    eb
      .exists(
        eb
          .selectFrom("agreement_paper as p")
          .select("p.agreement_id")
          .whereRef("p.provider_id", "=", "agreement.provider_id")
          .whereRef("p.agreement_id", "=", "agreement.id"),
      )
      .$castTo<boolean>()
      .as("has_paper"),
  ]);
}

/** Parties of an agreement that is out who have not signed its text in force. */
function waiting(eb: ExpressionBuilder<DB, "agreement">) {
  return eb
    .selectFrom("agreement_party as p")
    .innerJoin("person", "person.id", "p.person_id")
    .select([
      "p.party",
      sql<string>`concat_ws(' ', person.given_name, person.family_name)`.as("name"),
    ])
    .whereRef("p.provider_id", "=", "agreement.provider_id")
    .whereRef("p.agreement_id", "=", "agreement.id")
    .where("p.duty", "=", "signs")
    .where("agreement.state", "=", "out")
    .where(seatHolds("p", "agreement"))
    .where(NOT_SIGNED);
}

const NOT_SIGNED = sql<boolean>`not exists (select from agreement_signature s
  where s.provider_id = p.provider_id and s.agreement_id = p.agreement_id
    and s.revision = agreement.revision and s.party = p.party)`;

/** Agreements that the reader is a party of at any provider, what waits for them first. */
export function listMine(tx: Tx, actor: Actor) {
  const asked = sql<boolean>`(p.duty <> 'informed' and agreement.state = 'out' and ${NOT_SIGNED})`;
  return listed(tx)
    .innerJoin("agreement_party as p", (join) =>
      join
        .onRef("p.provider_id", "=", "agreement.provider_id")
        .onRef("p.agreement_id", "=", "agreement.id")
        .on("p.person_id", "=", actor.personId),
    )
    .leftJoin("placement", "placement.id", "agreement.placement_id")
    .leftJoin("person as student", "student.id", "placement.student_id")
    .leftJoin("workplace", "workplace.id", "placement.workplace_id")
    .leftJoin("employer", "employer.id", "agreement.employer_id")
    .innerJoin("provider", "provider.id", "agreement.provider_id")
    .select([
      "p.party",
      asked.as("asked"),
      "workplace.name as workplace_name",
      "provider.name as provider_name",
      "employer.name as employer_name",
      sql<string | null>`case when student.id is not null
        then concat_ws(' ', student.given_name, student.family_name) end`.as("student_name"),
    ])
    .where(agreementVisibleTo(actor))
    .orderBy(asked, "desc")
    .orderBy("agreement.sent_at", "desc")
    .limit(MOST_MINE)
    .execute();
}
