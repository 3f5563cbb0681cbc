import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { readFramework } from "../read-framework.ts";

// PLACEHOLDER written by the lead so that the server boots; the frameworks helper replaces this whole file.
// Needed signature: importFramework(tx, { bytes, fileName, at, importedBy }) inside the caller's transaction.
export async function importFramework(
  tx: Tx,
  file: { bytes: Buffer; fileName: string; at: Temporal.Instant; importedBy: string | null },
): Promise<void> {
  const read = readFramework(file.bytes.toString("utf8"));
  if (!read.ok) throw new Error(read.refusal.code);
  const { framework } = read.value;
  const frameworkId = newId();
  const versionId = newId();
  const at = file.at.toString();
  await tx
    .insertInto("framework")
    .values({
      id: frameworkId,
      key: framework.key,
      register_number: framework.registerNumber,
      created_at: at,
    })
    .execute();
  await tx
    .insertInto("framework_version")
    .values({
      id: versionId,
      framework_id: frameworkId,
      number: 1,
      name: framework.name,
      kind: framework.kind,
      units: 0,
      requirements: 0,
      criteria: 0,
      sub_areas: 0,
      languages: {},
      content: {},
      content_hash: Buffer.from("x"),
      remarks: "[]",
      file_name: file.fileName,
      file_bytes: file.bytes.length,
      imported_at: at,
    })
    .execute();
  for (const [index, unit] of framework.units.entries()) {
    const unitId = newId();
    await tx
      .insertInto("unit")
      .values({
        id: unitId,
        framework_version_id: versionId,
        code: unit.code,
        position: index,
        name: unit.name,
        kind: unit.kind,
        state: unit.state,
        points: "[]",
        description: {},
        demonstration: {},
        requirement_text: {},
      })
      .execute();
    for (const group of unit.groups)
      for (const [position, requirement] of group.requirements.entries())
        await tx
          .insertInto("requirement")
          .values({
            id: newId(),
            unit_id: unitId,
            key: requirement.key,
            code: requirement.code,
            position,
            number: String(position),
            group_title: group.title,
            lead: requirement.lead,
            text: requirement.text,
          })
          .execute();
  }
}
