import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { DriftAnswer } from "../framework.contract.ts";
import {
  FRAMEWORK_KINDS,
  type FrameworkKind,
  type Pathway,
  UNIT_KINDS,
  UNIT_STATES,
  type Unit,
  type UnitKind,
  type UnitState,
} from "../framework.ts";
import type { Remark } from "../remark.ts";
import type { Shares } from "../summary.ts";

function versionRows(tx: Tx) {
  return tx
    .selectFrom("framework_version as version")
    .innerJoin("framework", "framework.id", "version.framework_id")
    .select([
      "version.id as versionId",
      "version.framework_id as frameworkId",
      "version.number",
      "framework.register_number as registerNumber",
      "version.name",
      "version.valid_from as validFrom",
      "version.valid_to as validTo",
      "version.transition_ends_on as transitionEndsOn",
      "version.units",
      "version.requirements",
      "version.criteria",
      "version.sub_areas as subAreas",
      "version.imported_at as importedAt",
    ])
    .select([
      sql<Shares>`version.languages`.as("languages"),
      "version.kind",
      sql<string>`(select newest.id from framework_version newest
         where newest.framework_id = version.framework_id order by newest.number desc limit 1)`.as(
        "newestVersionId",
      ),
    ]);
}

export async function listNewest(tx: Tx) {
  const rows = await versionRows(tx)
    .where(
      sql<boolean>`version.number = (select max(other.number) from framework_version other where other.framework_id = version.framework_id)`,
    )
    .orderBy(sql`version.name ->> 'fi'`)
    .execute();
  return rows.map((row) => ({ ...row, kind: frameworkKind(row.kind) }));
}

export async function findVersion(tx: Tx, versionId: string) {
  const row = await versionRows(tx)
    .select(sql<readonly Pathway[]>`version.content -> 'pathways'`.as("pathways"))
    .where("version.id", "=", versionId)
    .executeTakeFirst();
  return row && { ...row, kind: frameworkKind(row.kind) };
}

export async function listUnits(tx: Tx, versionId: string) {
  const rows = await tx
    .selectFrom("unit")
    .select(["unit.id", "unit.code", "unit.name", "unit.kind", "unit.state"])
    .select([
      sql<Unit["points"]>`unit.points`.as("points"),
      sql<number>`(select count(*) from requirement r where r.unit_id = unit.id and r.sub_area_id is null)`.as(
        "requirements",
      ),
      sql<number>`(select count(*) from sub_area a where a.unit_id = unit.id)`.as("subAreas"),
    ])
    .where("unit.framework_version_id", "=", versionId)
    .orderBy("unit.position")
    .execute();
  return rows.map((row) => ({
    ...row,
    points: [...row.points],
    kind: unitKind(row.kind),
    state: unitState(row.state),
  }));
}

export async function findImport(tx: Tx, versionId: string) {
  const row = await versionRows(tx)
    .leftJoin("person", "person.id", "version.imported_by")
    .leftJoin("framework_version as earlier", (join) =>
      join
        .onRef("earlier.framework_id", "=", "version.framework_id")
        .on(sql<boolean>`earlier.number = version.number - 1`),
    )
    .select([
      "version.file_name as fileName",
      "version.file_bytes as fileBytes",
      "earlier.id as earlierId",
      "earlier.valid_to as earlierValidTo",
      "person.given_name",
      "person.family_name",
      sql<Remark[]>`version.remarks`.as("remarks"),
      sql<DriftAnswer | null>`version.drift`.as("drift"),
      sql<number>`(select count(*) from unit where unit.framework_version_id = version.id and unit.state = 'deleted')`.as(
        "deletedUnits",
      ),
      sql<number>`(select coalesce(sum(jsonb_array_length(u -> 'groups')), 0) from jsonb_array_elements(version.content -> 'units') u)`.as(
        "groups",
      ),
    ])
    .where("version.id", "=", versionId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { earlierId, earlierValidTo, given_name, family_name, ...rest } = row;
  return {
    ...rest,
    kind: frameworkKind(row.kind),
    importedBy: given_name === null ? null : `${given_name} ${family_name ?? ""}`.trim(),
    earlier: earlierId === null ? null : { versionId: earlierId, validTo: earlierValidTo },
  };
}

function frameworkKind(kind: string): FrameworkKind {
  return FRAMEWORK_KINDS.find((known) => known === kind) ?? "other";
}

export function unitKind(kind: string): UnitKind {
  return UNIT_KINDS.find((known) => known === kind) ?? "other";
}

export function unitState(state: string): UnitState {
  return UNIT_STATES.find((known) => known === state) ?? "unknown";
}
