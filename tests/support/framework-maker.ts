import type { Framework } from "#features/frameworks/framework.ts";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";

const NAME = { fi: "Koetutkinto" };

/** What the version's own pages read; its units stand in their tables. */
const CONTENT: Framework = {
  key: "OPH-1-2026",
  registerNumber: "OPH-1-2026",
  name: NAME,
  description: {},
  kind: "initial",
  validFrom: null,
  validTo: null,
  transitionEndsOn: null,
  decidedOn: null,
  replaces: [],
  competenceAreas: [],
  qualificationTitles: [],
  pathways: [],
  units: [],
  scales: [],
};

/** One small qualification: a unit of four requirements. */
export async function addFramework(house: House) {
  const ids = {
    frameworkVersionId: newId(),
    unitId: newId(),
    requirementIds: [newId(), newId(), newId(), newId()],
  };
  await house.db.transaction().execute(async (tx) => {
    await addVersion(tx, ids.frameworkVersionId, house.clock.now().toString());
    await addUnit(tx, ids);
  });
  return ids;
}

async function addVersion(tx: Tx, id: string, at: string): Promise<void> {
  const frameworkId = newId();
  await tx
    .insertInto("framework")
    .values({ id: frameworkId, key: "OPH-1-2026", register_number: "OPH-1-2026", created_at: at })
    .execute();
  await tx
    .insertInto("framework_version")
    .values({
      id,
      framework_id: frameworkId,
      number: 1,
      name: NAME,
      kind: "initial",
      units: 1,
      requirements: 4,
      criteria: 0,
      sub_areas: 0,
      languages: { fi: 1, sv: 0, en: 0 },
      content: CONTENT,
      content_hash: Buffer.from("koe"),
      remarks: "[]",
      file_name: "koe.json",
      file_bytes: 2,
      imported_at: at,
    })
    .execute();
}

type Ids = { frameworkVersionId: string; unitId: string; requirementIds: string[] };

async function addUnit(tx: Tx, { frameworkVersionId, unitId, requirementIds }: Ids): Promise<void> {
  const none = { description: {}, demonstration: {}, requirement_text: {}, points: "[]" };
  await tx
    .insertInto("unit")
    .values({
      id: unitId,
      framework_version_id: frameworkVersionId,
      code: "tutkinnonosat_1",
      position: 0,
      name: { fi: "Putkityöt" },
      kind: "vocational",
      state: "published",
      ...none,
    })
    .execute();
  const requirements = requirementIds.map((id, position) => ({
    id,
    unit_id: unitId,
    key: `vaatimus_${position}`,
    position,
    number: `1.${position + 1}`,
    group_title: {},
    lead: {},
    text: { fi: `osaa työn ${position}` },
  }));
  await tx.insertInto("requirement").values(requirements).execute();
}
