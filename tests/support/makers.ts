import { newId } from "#server/clock.ts";
import type { Database } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { addFramework } from "./framework-maker.ts";

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

/** Makes the world; the placements have the shape a test asks for. */
export async function makeWorld(house: House, shape: PlacementShape = {}): Promise<World> {
  const providerId = await addProvider(house, "ranta", "1234567-1");
  const otherProviderId = await addProvider(house, "niemi", "7654321-2");
  const people = await addPeople(house, providerId, otherProviderId);
  const place = await addWorkplace(house, [people.tutor, people.colleague]);
  const framework = await addFramework(house);
  const ground = {
    workplaceId: place.workplaceId,
    frameworkVersionId: framework.frameworkVersionId,
    unitId: framework.unitId,
    tutor: people.tutor,
  };
  const { student, teacher, otherStudent, otherTeacher } = people;
  const mine = { ...ground, providerId, student, teacher };
  const others = {
    ...ground,
    providerId: otherProviderId,
    student: otherStudent,
    teacher: otherTeacher,
  };
  const placementId = await addPlacement(house, mine, shape);
  const otherPlacementId = await addPlacement(house, others, shape);
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

const MINE = {
  teacher: "teacher",
  coordinator: "coordinator",
  admin: "provider_admin",
  student: "student",
  tutor: "tutor",
};
const OTHERS = {
  otherTeacher: "teacher",
  otherCoordinator: "coordinator",
  otherStudent: "student",
  tutor: "tutor",
};

async function addPeople(house: House, providerId: string, otherProviderId: string) {
  const people = {
    teacher: await addPerson(house, "Sanna"),
    otherTeacher: await addPerson(house, "Henrik"),
    coordinator: await addPerson(house, "Jari"),
    otherCoordinator: await addPerson(house, "Ritva"),
    admin: await addPerson(house, "Anu"),
    student: await addPerson(house, "Eetu", "2008-03-03"),
    otherStudent: await addPerson(house, "Noora", "2005-05-05"),
    tutor: await addPerson(house, "Mika"),
    colleague: await addPerson(house, "Pia"),
  };
  await addMembers(house, providerId, MINE, people);
  await addMembers(house, otherProviderId, OTHERS, people);
  return people;
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

async function addWorkplace({ db }: House, tutors: readonly string[]) {
  const employerId = newId();
  const workplaceId = newId();
  const taskIds = [newId(), newId(), newId()];
  await db
    .insertInto("employer")
    .values({ id: employerId, business_id: "2345678-0", name: "Putki Oy" })
    .execute();
  await db
    .insertInto("workplace")
    .values({
      id: workplaceId,
      employer_id: employerId,
      name: "Putki, Rantakatu",
      municipality: "Imatra",
    })
    .execute();
  await db
    .insertInto("workplace_person")
    .values(
      tutors.map((person_id) => ({
        workplace_id: workplaceId,
        person_id,
        role: "tutor",
        title: "asentaja",
      })),
    )
    .execute();
  await addTasks(db, workplaceId, taskIds);
  return { workplaceId, taskIds };
}

async function addTasks(db: Database, workplaceId: string, ids: readonly string[]): Promise<void> {
  const rows = ids.map((id, position) => ({
    id,
    workplace_id: workplaceId,
    name: { fi: `Työ ${position + 1}` },
    position,
  }));
  await db.insertInto("workplace_task").values(rows).execute();
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

/** Nothing of what the gate asks beside plan and suitability is missing: safe, and the agreement signed. */
export async function makeAgreed(house: House, world: World): Promise<void> {
  await makeSafe(house, world);
  const at = house.clock.now().toString();
  await house.db
    .insertInto("agreement")
    .values({
      provider_id: world.providerId,
      id: newId(),
      placement_id: world.placementId,
      number: 1,
      kind: "agreement",
      basis: "training_agreement",
      language: "fi",
      signing_order: "any",
      state: "completed",
      sent_by: world.teacher,
      sent_at: at,
      completed_at: at,
    })
    .execute();
}

/** What the gate asks of safety: a signed general checklist of the workplace, and bearers named. */
export async function makeSafe({ db, clock }: House, world: World): Promise<void> {
  const at = clock.now().toString();
  const by = world.teacher;
  await db
    .insertInto("checklist")
    .values({
      provider_id: world.providerId,
      id: newId(),
      workplace_id: world.workplaceId,
      field: "general",
      template_version: 1,
      started_by: by,
      started_at: at,
      signed_by: by,
      signed_at: at,
      valid_from: "2026-08-10",
      valid_until: "2027-08-09",
    })
    .execute();
  await db
    .insertInto("placement_insurance")
    .values({
      provider_id: world.providerId,
      placement_id: world.placementId,
      basis: "training_agreement",
      accident_bearer: "provider",
      liability_bearer: "employer",
      stated_by: by,
      stated_at: at,
    })
    .execute();
}
