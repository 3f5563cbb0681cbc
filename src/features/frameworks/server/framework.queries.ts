import type { Buffer } from "node:buffer";
import { sql } from "kysely";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { Drift } from "../drift.ts";
import type { Framework } from "../framework.ts";
import type { FrameworkReading } from "../read-framework.ts";
import type { Counts } from "../summary.ts";
import type { FrameworkRows } from "./framework-rows.ts";

/** Holds until the transaction ends: a second import of the same qualification waits here. */
export async function lockFramework(tx: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`framework ${key}`}, 0))`.execute(tx);
}

export function findNewest(tx: Tx, key: string) {
  return tx
    .selectFrom("framework_version as version")
    .innerJoin("framework", "framework.id", "version.framework_id")
    .select(["version.id", "version.framework_id", "version.number", "version.content_hash"])
    .select(sql<Framework>`version.content`.as("content"))
    .where("framework.key", "=", key)
    .orderBy("version.number", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function insertFramework(
  tx: Tx,
  id: string,
  { key, registerNumber }: Framework,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto("framework")
    .values({ id, key, register_number: registerNumber, created_at: at.toString() })
    .execute();
}

export type NewVersion = {
  readonly id: string;
  readonly frameworkId: string;
  readonly number: number;
  readonly reading: FrameworkReading;
  readonly counts: Counts;
  readonly hash: Buffer;
  readonly drift: Drift | null;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly at: Temporal.Instant;
  readonly importedBy: string | null;
};

export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  const { framework, languages, remarks } = version.reading;
  await tx
    .insertInto("framework_version")
    .values({
      id: version.id,
      framework_id: version.frameworkId,
      number: version.number,
      name: JSON.stringify(framework.name),
      kind: framework.kind,
      valid_from: framework.validFrom,
      valid_to: framework.validTo,
      transition_ends_on: framework.transitionEndsOn,
      units: version.counts.units,
      requirements: version.counts.requirements,
      criteria: version.counts.criteria,
      sub_areas: version.counts.subAreas,
      languages: JSON.stringify(languages),
      content: JSON.stringify(framework),
      content_hash: version.hash,
      remarks: JSON.stringify(remarks),
      drift: version.drift === null ? null : JSON.stringify(version.drift),
      file_name: version.fileName,
      file_bytes: version.fileBytes,
      imported_at: version.at.toString(),
      imported_by: version.importedBy,
    })
    .execute();
}

/** In the order in which they refer to each other. */
const TABLES = ["unit", "sub_area", "requirement", "generic_scale", "criterion"] as const;

/** One statement a table: thousands of rows as one parameter. */
export async function insertRows(tx: Tx, rows: FrameworkRows): Promise<void> {
  for (const table of TABLES) {
    const name = sql.table(table);
    await sql`insert into ${name}
      select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows[table])}::jsonb)`.execute(
      tx,
    );
  }
}

/** Every text that a reader of the version can search for, language by language. */
export async function indexTexts(tx: Tx, versionId: string): Promise<void> {
  await sql`
    insert into framework_text
      (framework_version_id, unit_id, sub_area_id, requirement_id, criterion_id, language, text)
    with own as (select * from unit where framework_version_id = ${versionId})
    select ${versionId}, found.unit_id, found.sub_area_id, found.requirement_id, found.criterion_id, words.key, words.value
      from (
        select id as unit_id, null::uuid as sub_area_id, null::uuid as requirement_id, null::uuid as criterion_id,
               unnest(array[name, description, requirement_text]) as text
          from own
        union all
        select distinct requirement.unit_id, requirement.sub_area_id, null::uuid, null::uuid, requirement.group_title
          from requirement join own on own.id = requirement.unit_id
        union all
        select area.unit_id, area.id, null, null, unnest(array[area.name, area.description])
          from sub_area area join own on own.id = area.unit_id
        union all
        select requirement.unit_id, requirement.sub_area_id, requirement.id, null, requirement.text
          from requirement join own on own.id = requirement.unit_id
        union all
        select requirement.unit_id, requirement.sub_area_id, requirement.id, criterion.id, criterion.text
          from criterion left join requirement on requirement.id = criterion.requirement_id
         where criterion.framework_version_id = ${versionId}
      ) found
     cross join lateral jsonb_each_text(found.text) words
     where words.key in ('fi', 'sv', 'en')`.execute(tx);
}

/** The audit row of an import from the command line, where nobody is signed in. */
export async function recordCommandImport(
  tx: Tx,
  at: Temporal.Instant,
  stored: { frameworkId: string; versionId: string; number: number },
): Promise<void> {
  await tx
    .insertInto("audit_event")
    .values({
      id: newId(),
      provider_id: null,
      at: at.toString(),
      person_id: null,
      means: "command",
      deed: "import-framework",
      subject_kind: "framework",
      subject_id: stored.frameworkId,
      change: JSON.stringify({ versionId: stored.versionId, number: stored.number }),
    })
    .execute();
}
