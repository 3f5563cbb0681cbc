import { sql } from "kysely";
import type { Basis } from "#features/placements/placement.ts";
import type { Tx } from "#server/database/database.ts";
import { AGREEMENT_STATES } from "../agreement.ts";
import type { Validity } from "../framework-agreement.ts";
import type { AgreementRow } from "./agreement.queries.ts";
import { oneOf } from "./agreement-row.ts";

type ValidityRow = {
  readonly state: string;
  readonly bases: readonly string[] | null;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly terminated_on: string | null;
};

/** A row of the database as the pure rules read it; undefined when it is no framework agreement. */
export function validityOf(row: ValidityRow): Validity | undefined {
  const { bases, valid_from: validFrom, valid_until: validUntil } = row;
  if (bases === null || validFrom === null || validUntil === null) return undefined;
  return {
    state: oneOf(AGREEMENT_STATES, row.state),
    bases: bases.map((basis) => oneOf(["training_agreement", "apprenticeship"], basis)),
    validFrom,
    validUntil,
    terminatedOn: row.terminated_on,
  };
}

/** An employer at a workplace; undefined when there is no such workplace. */
export function findEmployer(tx: Tx, workplaceId: string) {
  return tx
    .selectFrom("workplace as w")
    .innerJoin("employer as e", "e.id", "w.employer_id")
    .select(["w.id", "w.name", "e.id as employer_id", "e.name as employer_name", "e.business_id"])
    .where("w.id", "=", workplaceId)
    .executeTakeFirst();
}
export type EmployerRow = NonNullable<Awaited<ReturnType<typeof findEmployer>>>;

export function findProvider(tx: Tx, providerId: string) {
  return tx
    .selectFrom("provider")
    .select(["id", "name", "business_id", "time_zone"])
    .where("id", "=", providerId)
    .executeTakeFirstOrThrow();
}
export type ProviderRow = Awaited<ReturnType<typeof findProvider>>;

type Sides = { readonly provider_id: string; readonly employer_id: string };

/** Two who send at once wait here: numbers follow each other, and one is out at a time. */
export async function lockSides(tx: Tx, { provider_id, employer_id }: Sides): Promise<void> {
  const key = `framework-agreement ${provider_id} ${employer_id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** Framework agreements between a provider and an employer, the newest first. */
export function listBetween(tx: Tx, { provider_id, employer_id }: Sides) {
  return tx
    .selectFrom("agreement as a")
    .innerJoin("framework_agreement as f", (join) =>
      join.onRef("f.provider_id", "=", "a.provider_id").onRef("f.agreement_id", "=", "a.id"),
    )
    .innerJoin("agreement_text as t", (join) =>
      join
        .onRef("t.provider_id", "=", "a.provider_id")
        .onRef("t.agreement_id", "=", "a.id")
        .onRef("t.revision", "=", "a.revision"),
    )
    .select([
      "a.id",
      "a.number",
      "a.state",
      "a.completed_at",
      "t.text",
      "t.text_hash",
      "f.bases",
      "f.valid_from",
      "f.valid_until",
      "f.terminated_on",
    ])
    .where("a.provider_id", "=", provider_id)
    .where("a.employer_id", "=", employer_id)
    .orderBy("a.number", "desc")
    .execute();
}

/** The number of the newest one between a provider and an employer; 0 when there is none. */
export async function lastNumber(tx: Tx, { provider_id, employer_id }: Sides): Promise<number> {
  const { number } = await tx
    .selectFrom("agreement")
    .select((eb) => eb.fn.max("number").as("number"))
    .where("provider_id", "=", provider_id)
    .where("employer_id", "=", employer_id)
    .executeTakeFirstOrThrow();
  return number ?? 0;
}

/** Agreements of placements that refer to it and are out or signed. */
export async function countReferring(
  tx: Tx,
  { provider_id, id }: Pick<AgreementRow, "provider_id" | "id">,
): Promise<number> {
  const { count } = await tx
    .selectFrom("agreement")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("provider_id", "=", provider_id)
    .where("framework_agreement_id", "=", id)
    .where("state", "in", ["out", "completed"])
    .executeTakeFirstOrThrow();
  return count;
}

export type NewFramework = {
  readonly provider_id: string;
  readonly agreement_id: string;
  readonly workplace_id: string;
  readonly bases: readonly Basis[];
  readonly valid_from: string;
  readonly valid_until: string;
};

export async function saveFramework(tx: Tx, { bases, ...row }: NewFramework): Promise<void> {
  await tx
    .insertInto("framework_agreement")
    .values({ ...row, bases: [...bases] })
    .execute();
}

export type Termination = {
  readonly on: string;
  readonly at: string;
  readonly by: string;
  readonly name: string;
  readonly party: "provider" | "employer";
  readonly reason: string;
};

export async function saveTermination(
  tx: Tx,
  { provider_id, id }: Pick<AgreementRow, "provider_id" | "id">,
  { on, at, by, name, party, reason }: Termination,
): Promise<void> {
  await tx
    .updateTable("framework_agreement")
    .set({
      terminated_on: on,
      terminated_at: at,
      terminated_by: by,
      terminated_name: name,
      terminated_party: party,
      terminated_reason: reason,
    })
    .where("provider_id", "=", provider_id)
    .where("agreement_id", "=", id)
    .execute();
}
