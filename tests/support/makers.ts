import { newId } from "#server/clock.ts";
import type { House } from "#server/house.ts";

/** One small world that most server tests start from: two providers, one shared tutor, one placement at each. */
export type World = {
  readonly providerId: string;
  readonly otherProviderId: string;
  readonly teacher: string;
  readonly otherTeacher: string;
  readonly coordinator: string;
  readonly otherCoordinator: string;
  readonly admin: string;
  readonly student: string;
  readonly otherStudent: string;
  /** Tutor of both placements: one person, two schools. */
  readonly tutor: string;
  /** Another tutor of the same workplace, of no placement. */
  readonly colleague: string;
  readonly workplaceId: string;
  readonly taskIds: readonly string[];
  readonly frameworkVersionId: string;
  readonly unitId: string;
  readonly requirementIds: readonly string[];
  readonly placementId: string;
  readonly otherPlacementId: string;
};

type PlacementShape = {
  state?: string;
  startsOn?: string;
  endsOn?: string;
  tutorId?: string | null;
};

/** Makes the world; the placement at the first provider has the shape a test asks for. */
export async function makeWorld(house: House, shape: PlacementShape = {}): Promise<World> {
  const providerId = await addProvider(house, "ranta", "1234567-1");
  const otherProviderId = await addProvider(house, "niemi", "7654321-2");
  const person = (name: string, bornOn?: string) => addPerson(house, name, bornOn);
  const people = {
    teacher: await person("Sanna"),
    otherTeacher: await person("Henrik"),
    coordinator: await person("Jari"),
    otherCoordinator: await person("Ritva"),
    admin: await person("Anu"),
    student: await person("Eetu", "2008-03-03"),
    otherStudent: await person("Noora", "2005-05-05"),
    tutor: await person("Mika"),
    colleague: await person("Pia"),
  };
  await addMembers(
    house,
    providerId,
    {
      teacher: "teacher",
      coordinator: "coordinator",
      admin: "provider_admin",
      student: "student",
      tutor: "tutor",
    },
    people,
  );
  await addMembers(
    house,
    otherProviderId,
    {
      otherTeacher: "teacher",
      otherCoordinator: "coordinator",
      otherStudent: "student",
      tutor: "tutor",
    },
    people,
  );
  const place = await addWorkplace(house, people.tutor, people.colleague);
  const framework = await addFramework(house);
  const ground = {
    workplaceId: place.workplaceId,
    frameworkVersionId: framework.frameworkVersionId,
    unitId: framework.unitId,
  };
  const placementId = await addPlacement(
    house,
    {
      ...ground,
      providerId,
      student: people.student,
      teacher: people.teacher,
      tutor: people.tutor,
    },
    shape,
  );
  const otherPlacementId = await addPlacement(
    house,
    {
      ...ground,
      providerId: otherProviderId,
      student: people.otherStudent,
      teacher: people.otherTeacher,
      tutor: people.tutor,
    },
    shape,
  );
  return {
    providerId,
    otherProviderId,
    ...people,
    ...place,
    ...framework,
    placementId,
    otherPlacementId,
  };
}

async function addProvider(house: House, slug: string, businessId: string): Promise<string> {
  const id = newId();
  await house.db
    .insertInto("provider")
    .values({ id, slug, name: { fi: slug, sv: slug, en: slug }, business_id: businessId })
    .execute();
  return id;
}

async function addPerson(house: House, givenName: string, bornOn?: string): Promise<string> {
  const id = newId();
  await house.db
    .insertInto("person")
    .values({
      id,
      given_name: givenName,
      family_name: "Testinen",
      email: `${givenName.toLowerCase()}@example.org`,
      phone: "040 000 0000",
      born_on: bornOn ?? null,
    })
    .execute();
  return id;
}

async function addMembers(
  house: House,
  providerId: string,
  roles: Record<string, string>,
  people: Record<string, string>,
): Promise<void> {
  const values = Object.entries(roles).map(([name, role]) => ({
    provider_id: providerId,
    person_id: people[name] ?? "",
    role,
  }));
  await house.db.insertInto("membership").values(values).execute();
}

async function addWorkplace(house: House, tutor: string, colleague: string) {
  const employerId = newId();
  const workplaceId = newId();
  const taskIds = [newId(), newId(), newId()];
  await house.db
    .insertInto("employer")
    .values({ id: employerId, business_id: "2345678-0", name: "Putki Oy" })
    .execute();
  await house.db
    .insertInto("workplace")
    .values({
      id: workplaceId,
      employer_id: employerId,
      name: "Putki, Rantakatu",
      municipality: "Imatra",
    })
    .execute();
  await house.db
    .insertInto("workplace_person")
    .values(
      [tutor, colleague].map((person_id) => ({
        workplace_id: workplaceId,
        person_id,
        role: "tutor",
        title: "asentaja",
      })),
    )
    .execute();
  await house.db
    .insertInto("workplace_task")
    .values(
      taskIds.map((id, position) => ({
        id,
        workplace_id: workplaceId,
        name: { fi: `Työ ${position + 1}` },
        position,
      })),
    )
    .execute();
  return { workplaceId, taskIds };
}

type Ground = {
  providerId: string;
  workplaceId: string;
  frameworkVersionId: string;
  unitId: string;
  student: string;
  teacher: string;
  tutor: string;
};

/** A placement straight into the table: tests of one deed do not go through all the others. */
export async function addPlacement(
  house: House,
  ground: Ground,
  shape: PlacementShape,
): Promise<string> {
  const id = newId();
  const now = house.clock.now().toString();
  await house.db
    .insertInto("placement")
    .values({
      id,
      provider_id: ground.providerId,
      student_id: ground.student,
      workplace_id: ground.workplaceId,
      teacher_id: ground.teacher,
      tutor_id: shape.tutorId === undefined ? ground.tutor : shape.tutorId,
      framework_version_id: ground.frameworkVersionId,
      basis: "training_agreement",
      state: shape.state ?? "running",
      starts_on: shape.startsOn ?? "2026-10-12",
      ends_on: shape.endsOn ?? "2026-12-18",
      state_changed_at: now,
      created_at: now,
    })
    .execute();
  await house.db
    .insertInto("placement_unit")
    .values({ provider_id: ground.providerId, placement_id: id, unit_id: ground.unitId })
    .execute();
  return id;
}

async function addFramework(house: House) {
  const frameworkId = newId();
  const frameworkVersionId = newId();
  const unitId = newId();
  const requirementIds = [newId(), newId(), newId(), newId()];
  const { db } = house;
  const at = house.clock.now().toString();
  await db
    .insertInto("framework")
    .values({ id: frameworkId, key: "OPH-1-2026", register_number: "OPH-1-2026", created_at: at })
    .execute();
  await db
    .insertInto("framework_version")
    .values({
      id: frameworkVersionId,
      framework_id: frameworkId,
      number: 1,
      name: { fi: "Koetutkinto" },
      kind: "initial",
      units: 1,
      requirements: requirementIds.length,
      criteria: 0,
      sub_areas: 0,
      languages: { fi: 1, sv: 0, en: 0 },
      content: { pathways: [], units: [] },
      content_hash: Buffer.from("koe"),
      remarks: "[]",
      file_name: "koe.json",
      file_bytes: 2,
      imported_at: at,
    })
    .execute();
  await db
    .insertInto("unit")
    .values({
      id: unitId,
      framework_version_id: frameworkVersionId,
      code: "tutkinnonosat_1",
      position: 0,
      name: { fi: "Putkityöt" },
      kind: "vocational",
      state: "published",
      points: "[]",
      description: {},
      demonstration: {},
      requirement_text: {},
    })
    .execute();
  await db
    .insertInto("requirement")
    .values(
      requirementIds.map((id, position) => ({
        id,
        unit_id: unitId,
        key: `vaatimus_${position}`,
        position,
        number: `1.${position + 1}`,
        group_title: {},
        lead: {},
        text: { fi: `osaa työn ${position}` },
      })),
    )
    .execute();
  return { frameworkVersionId, unitId, requirementIds };
}
