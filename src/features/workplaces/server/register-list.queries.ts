import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";

/** Whose relation, room and decisions are meant, on which day. */
export type Ground = { readonly providerIds: readonly string[]; readonly today: string };

/** Requirements that a decision in force covers somewhere, for the filter. */
export async function listCovered(tx: Tx, { providerIds, today }: Ground) {
  return tx
    .selectFrom("requirement")
    .innerJoin("unit", "unit.id", "requirement.unit_id")
    .select(["requirement.id", "unit.name as unitName", "requirement.lead", "requirement.text"])
    .where(
      sql<boolean>`requirement.id in (select c.requirement_id from coverage_cell c
        join suitability_decision d on d.provider_id = c.provider_id and d.id = c.decision_id
       where d.provider_id = any(${[...providerIds]}::uuid[]) and d.superseded_by is null
         and d.outcome <> 'not_suitable' and d.valid_until >= ${today}::date)`,
    )
    .orderBy("unit.position")
    .orderBy("requirement.position")
    .limit(1_000)
    .execute();
}

export function listFields(tx: Tx) {
  return tx.selectFrom("work_field").select(["code", "name"]).orderBy("position").execute();
}

/** The day it is at the reader's college. */
export async function timeZoneOf(tx: Tx, providerId: string | undefined): Promise<string> {
  const row = await tx
    .selectFrom("provider")
    .select("time_zone")
    .where("id", "=", providerId ?? null)
    .executeTakeFirst();
  return row?.time_zone ?? "Europe/Helsinki";
}
