import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";

/** Whoever works at the college; being a tutor or a student there is not that. */
const STAFF = ["teacher", "coordinator", "provider_admin", "desk_adviser"] as const;

const HISTORY_SHOWN = 50;

export function findProvider(tx: Tx, providerId: string) {
  return tx
    .selectFrom("provider")
    .select(["name", "safety_lead_id"])
    .where("id", "=", providerId)
    .executeTakeFirstOrThrow();
}

/** Two who name at once come one after the other. */
export function lockProvider(tx: Tx, providerId: string) {
  return tx
    .selectFrom("provider")
    .select("safety_lead_id")
    .where("id", "=", providerId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export function listStaff(tx: Tx, providerId: string) {
  return tx
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["person.id", sql<string>`concat(given_name, ' ', family_name)`.as("name")])
    .distinct()
    .where("membership.provider_id", "=", providerId)
    .where("membership.role", "in", [...STAFF])
    .orderBy("name")
    .execute();
}

export async function saveLead(tx: Tx, providerId: string, personId: string): Promise<void> {
  await tx
    .updateTable("provider")
    .set({ safety_lead_id: personId })
    .where("id", "=", providerId)
    .execute();
}

export const NAMED = "name-safety-lead";

/** The audit rows of naming are the history: who, by whom and when, the newest first. */
export function listNamed(tx: Tx, providerId: string) {
  return tx
    .selectFrom("audit_event as a")
    .innerJoin("person as named", (join) =>
      join.on(sql<boolean>`named.id = (a.change ->> 'personId')::uuid`),
    )
    .innerJoin("person as by", "by.id", "a.person_id")
    .select([
      "a.at",
      sql<string>`concat(named.given_name, ' ', named.family_name)`.as("name"),
      sql<string>`concat(by.given_name, ' ', by.family_name)`.as("by"),
    ])
    .where("a.subject_kind", "=", "provider")
    .where("a.subject_id", "=", providerId)
    .where("a.deed", "=", NAMED)
    .orderBy("a.at", "desc")
    .limit(HISTORY_SHOWN)
    .execute();
}
