import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import { rulePack, type StoredPack } from "../rule-pack.contract.ts";
import type { RulePack } from "../rule-pack.ts";
import { youngWorkColumn } from "./young-work.queries.ts";

type Keys = { readonly provider_id: string; readonly pack: string };

function versions(tx: Tx, { provider_id, pack }: Keys) {
  return tx
    .selectFrom("rule_pack_version as v")
    .innerJoin("person", "person.id", "v.written_by")
    .select([
      "v.id",
      "v.number",
      "v.version",
      "v.content",
      "v.written_by",
      "person.given_name",
      "person.family_name",
    ])
    .where("v.provider_id", "=", provider_id)
    .where("v.pack", "=", pack);
}

export function findInUse(tx: Tx, keys: Keys) {
  return versions(tx, keys).where("v.state", "=", "in_use").executeTakeFirst();
}

/** The version being written. */
export function findDraft(tx: Tx, keys: Keys) {
  return versions(tx, keys).where("v.state", "=", "draft").executeTakeFirst();
}

/** Who writes or publishes waits here, so that two at once do not overwrite each other. */
export async function lockVersions(tx: Tx, providerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rule-pack ${providerId}`}, 0))`.execute(
    tx,
  );
}

export async function nextNumber(tx: Tx, { provider_id, pack }: Keys): Promise<number> {
  const { newest } = await tx
    .selectFrom("rule_pack_version")
    .select((eb) => eb.fn.max("number").as("newest"))
    .where("provider_id", "=", provider_id)
    .where("pack", "=", pack)
    .executeTakeFirstOrThrow();
  return Number(newest ?? 0) + 1;
}

type Hand = { readonly by: string; readonly at: string };

export async function beginDraft(
  tx: Tx,
  keys: Keys,
  { id, number, content, by, at }: Hand & { id: string; number: number; content: RulePack },
): Promise<void> {
  const written = { content: JSON.stringify(content), written_by: by, written_at: at };
  await tx
    .insertInto("rule_pack_version")
    .values({ ...keys, id, number, state: "draft", ...written })
    .execute();
}

export async function saveDraft(
  tx: Tx,
  keys: Keys,
  { version, content, by, at }: Hand & { version: number; content: RulePack },
): Promise<void> {
  await tx
    .updateTable("rule_pack_version")
    .set({ content: JSON.stringify(content), version, written_by: by, written_at: at })
    .where("provider_id", "=", keys.provider_id)
    .where("pack", "=", keys.pack)
    .where("state", "=", "draft")
    .execute();
}

export async function dropDraft(tx: Tx, keys: Keys): Promise<void> {
  await tx
    .deleteFrom("rule_pack_version")
    .where("provider_id", "=", keys.provider_id)
    .where("pack", "=", keys.pack)
    .where("state", "=", "draft")
    .execute();
}

export async function publishDraft(tx: Tx, keys: Keys, { by, at }: Hand): Promise<void> {
  const own = tx
    .updateTable("rule_pack_version")
    .where("provider_id", "=", keys.provider_id)
    .where("pack", "=", keys.pack);
  await own.set({ state: "retired" }).where("state", "=", "in_use").execute();
  await own
    .set({ state: "in_use", published_by: by, published_at: at })
    .where("state", "=", "draft")
    .execute();
}

export function listCases(tx: Tx, { provider_id, pack }: Keys) {
  return tx
    .selectFrom("rule_case")
    .select(["id", "asked", "answer"])
    .where("provider_id", "=", provider_id)
    .where("pack", "=", pack)
    .orderBy("kept_at")
    .execute();
}

export async function keepCase(
  tx: Tx,
  keys: Keys,
  { id, asked, answer, by, at }: Hand & { id: string; asked: unknown; answer: readonly string[] },
): Promise<void> {
  await tx
    .insertInto("rule_case")
    .values({
      ...keys,
      id,
      asked: JSON.stringify(asked),
      answer: JSON.stringify(answer),
      kept_by: by,
      kept_at: at,
    })
    .execute();
}

export async function dropCase(tx: Tx, { provider_id }: Keys, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("rule_case")
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Placements of the provider that are not over, of students under 18 on the first day. */
export function listYoungPlacements(tx: Tx, providerId: string) {
  return tx
    .selectFrom("placement")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .select([
      "placement.id",
      "placement.basis",
      "placement.starts_on",
      "placement.ends_on",
      "student.born_on",
      youngWorkColumn().as("young_work"),
    ])
    .where("placement.provider_id", "=", providerId)
    .where("placement.state", "in", ["proposed", "planning", "agreement_out", "ready", "running"])
    .execute();
}

export function findProvider(tx: Tx, providerId: string) {
  return tx
    .selectFrom("provider")
    .select(["id", "name"])
    .where("id", "=", providerId)
    .executeTakeFirst();
}

export function contentOf(row: { content: unknown }): StoredPack {
  return rulePack.parse(row.content);
}

/** Everyone who has written in a draft since it was begun, as the audit tells. */
export async function listWriters(tx: Tx, draftId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("audit_event")
    .select("person_id")
    .distinct()
    .where("subject_kind", "=", "rule_pack_version")
    .where("subject_id", "=", draftId)
    .where("deed", "=", "write-rule")
    .execute();
  return rows.flatMap(({ person_id }) => person_id ?? []);
}
