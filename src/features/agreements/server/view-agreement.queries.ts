import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Tx } from "#server/database/database.ts";
import type { AgreementRow } from "./agreement.queries.ts";

type Place = Pick<AgreementRow, "provider_id" | "id" | "placement_id" | "number" | "state">;

/** What the page of an agreement shows beyond the agreement itself; the caller has checked visibility. */
export async function findMore(tx: Tx, row: Place) {
  return tx
    .selectFrom("agreement as a")
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("agreement_text as t")
          .innerJoin("person as maker", "maker.id", "t.made_by")
          .select([
            "t.revision",
            "t.text_hash as textHash",
            "t.made_at as madeAt",
            "t.why",
            sql<string>`coalesce(t.acting_name, concat_ws(' ', maker.given_name, maker.family_name))`.as(
              "by",
            ),
          ])
          .whereRef("t.provider_id", "=", "a.provider_id")
          .whereRef("t.agreement_id", "=", "a.id")
          .orderBy("t.revision", "desc"),
      ).as("texts"),
      jsonArrayFrom(
        eb
          .selectFrom("agreement_paper as p")
          .select(["p.sealed_at as sealedAt", "p.time_stamped as timeStamped"])
          .whereRef("p.provider_id", "=", "a.provider_id")
          .whereRef("p.agreement_id", "=", "a.id"),
      ).as("paper"),
      jsonArrayFrom(
        eb
          .selectFrom("agreement_party as p")
          .select([
            "p.party",
            sql<string | null>`(select max(r.at) from agreement_reminder r
              where r.provider_id = p.provider_id and r.agreement_id = p.agreement_id
                and r.party = p.party)`.as("remindedAt"),
            sql<string | null>`agreement_letter_sent(p.person_id, p.agreement_id)`.as("sentAt"),
            sql<boolean>`coalesce(agreement_letter_bounced(p.person_id, p.agreement_id), false)`.as(
              "bounced",
            ),
          ])
          .whereRef("p.provider_id", "=", "a.provider_id")
          .whereRef("p.agreement_id", "=", "a.id"),
      ).as("letters"),
      jsonArrayFrom(
        eb
          .selectFrom("audit_event as e")
          .leftJoin("person as actor", "actor.id", "e.person_id")
          .select([
            "e.at",
            "e.deed",
            sql<string>`coalesce(e.acting_name, concat_ws(' ', actor.given_name, actor.family_name))`.as(
              "who",
            ),
            sql<string | null>`e.change ->> 'party'`.as("party"),
          ])
          .where("e.subject_kind", "=", "agreement")
          .whereRef("e.subject_id", "=", "a.id")
          .orderBy("e.at", "desc")
          .limit(200),
      ).as("happened"),
      jsonArrayFrom(
        eb
          .selectFrom("agreement as b")
          .select(["b.id", "b.number", sql<string>`b.completed_at`.as("completedAt")])
          .whereRef("b.provider_id", "=", "a.provider_id")
          .whereRef("b.id", "=", "a.amends_id"),
      ).as("amends"),
      jsonArrayFrom(
        eb
          .selectFrom("agreement as g")
          .select(["g.id", "g.number"])
          .whereRef("g.provider_id", "=", "a.provider_id")
          .whereRef("g.id", "=", "a.framework_agreement_id"),
      ).as("refersTo"),
      eb
        .selectFrom("person as sender")
        .select(sql<string>`concat_ws(' ', sender.given_name, sender.family_name)`.as("name"))
        .whereRef("sender.id", "=", "a.sent_by")
        .as("sentBy"),
      eb
        .selectFrom("agreement as n")
        .select("n.id")
        .whereRef("n.provider_id", "=", "a.provider_id")
        .whereRef("n.placement_id", "=", "a.placement_id")
        .whereRef("n.number", ">", "a.number")
        .where("n.kind", "=", "agreement")
        .where(sql<boolean>`a.state in ('declined', 'withdrawn')`)
        .orderBy("n.number", "desc")
        .limit(1)
        .as("next"),
    ])
    .where("a.provider_id", "=", row.provider_id)
    .where("a.id", "=", row.id)
    .executeTakeFirstOrThrow();
}
