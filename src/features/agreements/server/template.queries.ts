import { sql } from "kysely";
import { visibleTo } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { Actor } from "#shared/actor.ts";
import type { AgreementTemplate, TemplateBasis } from "../agreement-template.ts";
import { templateContent } from "../template.contract.ts";

export type Keys = { readonly provider_id: string; readonly basis: TemplateBasis };

function versions(tx: Tx, { provider_id, basis }: Keys) {
  return tx
    .selectFrom("agreement_template as t")
    .innerJoin("person as writer", "writer.id", "t.written_by")
    .leftJoin("person as publisher", "publisher.id", "t.published_by")
    .leftJoin("person as asked", "asked.id", "t.asked_person")
    .select([
      "t.id",
      "t.number",
      "t.state",
      "t.version",
      "t.content",
      "t.written_by",
      "t.written_at",
      "t.in_use_from",
      "t.asked_at",
      sql<string>`concat_ws(' ', writer.given_name, writer.family_name)`.as("writer_name"),
      sql<string | null>`case when publisher.id is not null
        then concat_ws(' ', publisher.given_name, publisher.family_name) end`.as("publisher_name"),
      sql<string | null>`concat_ws(' ', asked.given_name, asked.family_name)`.as("asked_name"),
    ])
    .where("t.provider_id", "=", provider_id)
    .where("t.basis", "=", basis);
}

/** Every version of one basis, the newest first. */
export function listVersions(tx: Tx, keys: Keys) {
  return versions(tx, keys).orderBy("t.number", "desc").execute();
}

/** Everyone who has written in a draft since it was begun, as the audit tells. */
export async function listWriters(tx: Tx, draftId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("audit_event")
    .select("person_id")
    .distinct()
    .where("subject_kind", "=", "agreement_template")
    .where("subject_id", "=", draftId)
    .where("deed", "=", "write-template")
    .execute();
  return rows.flatMap(({ person_id }) => person_id ?? []);
}

export function findVersion(tx: Tx, { provider_id, basis }: Keys, number: number) {
  return tx
    .selectFrom("agreement_template")
    .select("content")
    .where("provider_id", "=", provider_id)
    .where("basis", "=", basis)
    .where("number", "=", number)
    .executeTakeFirst();
}

/** The newest version that holds on this day, also when a later one has been taken into use for a coming day. */
export function findOnDay(tx: Tx, { provider_id, basis }: Keys, day: string) {
  return tx
    .selectFrom("agreement_template")
    .select(["number", "content"])
    .where("provider_id", "=", provider_id)
    .where("basis", "=", basis)
    .where("in_use_from", "<=", day)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Who writes or publishes waits here, so that two at once do not overwrite each other. */
export async function lockTemplates(tx: Tx, { provider_id, basis }: Keys): Promise<void> {
  const key = `agreement-template ${provider_id} ${basis}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** How many agreements hold each wording in any of their texts, by code and version. */
export async function countHeld(tx: Tx, providerId: string) {
  const code = sql<string>`text #>> '{template,code}'`;
  const version = sql<string>`text #>> '{template,version}'`;
  return tx
    .selectFrom("agreement_text")
    .select([
      code.as("code"),
      version.as("version"),
      sql<number>`count(distinct agreement_id)::int`.as("count"),
    ])
    .where("provider_id", "=", providerId)
    .groupBy([code, version])
    .execute();
}

type Hand = { readonly by: string; readonly at: string };

export async function beginDraft(
  tx: Tx,
  keys: Keys,
  draft: Hand & { id: string; number: number; content: AgreementTemplate },
): Promise<void> {
  const { id, number, content, by, at } = draft;
  const written = { content: JSON.stringify(content), written_by: by, written_at: at };
  await tx
    .insertInto("agreement_template")
    .values({ ...keys, id, number, state: "draft", ...written })
    .execute();
}

export async function saveDraft(
  tx: Tx,
  keys: Keys,
  { version, content, by, at }: Hand & { version: number; content: AgreementTemplate },
): Promise<void> {
  await tx
    .updateTable("agreement_template")
    .set({ content: JSON.stringify(content), version, written_by: by, written_at: at })
    .where("provider_id", "=", keys.provider_id)
    .where("basis", "=", keys.basis)
    .where("state", "=", "draft")
    .execute();
}

export async function dropDraft(tx: Tx, keys: Keys): Promise<void> {
  await tx
    .deleteFrom("agreement_template")
    .where("provider_id", "=", keys.provider_id)
    .where("basis", "=", keys.basis)
    .where("state", "=", "draft")
    .execute();
}

export async function publishDraft(
  tx: Tx,
  keys: Keys,
  { by, at, from }: Hand & { from: string },
): Promise<void> {
  const own = tx
    .updateTable("agreement_template")
    .where("provider_id", "=", keys.provider_id)
    .where("basis", "=", keys.basis);
  await own.set({ state: "retired" }).where("state", "=", "in_use").execute();
  await own
    .set({ state: "in_use", published_by: by, published_at: at, in_use_from: from })
    .where("state", "=", "draft")
    .execute();
}

const MOST_PLACEMENTS = 12;

/** Placements of this basis with a plan, that the reader may see: any of them can fill a preview. */
export function listFillable(tx: Tx, actor: Actor, { provider_id, basis }: Keys) {
  return tx
    .selectFrom("placement")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .select([
      "placement.id",
      "workplace.name as workplace",
      sql<string>`concat_ws(' ', student.given_name, student.family_name)`.as("student"),
    ])
    .where("placement.provider_id", "=", provider_id)
    .where("placement.basis", "=", basis)
    .where(visibleTo(actor))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("plan_version as v")
          .select("v.number")
          .whereRef("v.placement_id", "=", "placement.id")
          .whereRef("v.provider_id", "=", "placement.provider_id"),
      ),
    )
    .orderBy("placement.starts_on", "desc")
    .orderBy("placement.id")
    .limit(MOST_PLACEMENTS)
    .execute();
}

/** Everyone who may take a version into use: mayReadTemplates in SQL, for those who are not signed in now. */
export function listReaders(tx: Tx, providerId: string) {
  return tx
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select([
      "person.id",
      "person.given_name as givenName",
      "person.email",
      "person.language",
      sql<string>`concat_ws(' ', person.given_name, person.family_name)`.as("name"),
    ])
    .distinct()
    .where("membership.provider_id", "=", providerId)
    .where("membership.role", "in", ["provider_admin", "coordinator"])
    .orderBy("name")
    .orderBy("person.id")
    .execute();
}

export async function saveAsked(
  tx: Tx,
  keys: Keys,
  { personId, by, at }: Hand & { personId: string },
): Promise<void> {
  await tx
    .updateTable("agreement_template")
    .set({ asked_person: personId, asked_by: by, asked_at: at })
    .where("provider_id", "=", keys.provider_id)
    .where("basis", "=", keys.basis)
    .where("state", "=", "draft")
    .execute();
}

export function findProvider(tx: Tx, providerId: string) {
  return tx
    .selectFrom("provider")
    .select(["id", "time_zone"])
    .where("id", "=", providerId)
    .executeTakeFirst();
}

export function contentOf(row: { content: unknown }): AgreementTemplate {
  return templateContent.parse(row.content);
}
