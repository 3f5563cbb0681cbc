import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { Person, Story } from "../../../../demo/story-types.ts";
import { UNREAD_WORKPLACES, WORK_KINDS } from "../../../../demo/young-work.ts";

/** Ids of what the story names by keys. */
export type Ground = {
  readonly providers: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly givenNames: ReadonlyMap<string, string>;
  readonly workplaces: ReadonlyMap<string, string>;
  readonly tasks: ReadonlyMap<string, string>;
  readonly requirements: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  readonly frameworkVersionId: string;
};

/** Providers, people and workplaces: what all providers share, and what the placements stand on. */
export async function loadGround(tx: Tx, story: Story): Promise<Ground> {
  const providers = await loadProviders(tx, story);
  const people = await loadPeople(tx, story.people);
  await loadMemberships(tx, story, providers, people);
  const { workplaces, tasks } = await loadWorkplaces(tx, story, people);
  return {
    providers,
    people,
    givenNames: new Map(story.people.map((person) => [person.key, person.givenName])),
    workplaces,
    tasks,
    ...(await readFramework(tx)),
  };
}

/** The id of a key the story's own test has shown to exist. */
export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the story names ${key}, which it does not tell of`);
  return id;
}

function withIds(keys: readonly string[]): Map<string, string> {
  return new Map(keys.map((key) => [key, newId()]));
}

async function loadProviders(tx: Tx, { providers }: Story): Promise<Map<string, string>> {
  const ids = withIds(providers.map(({ key }) => key));
  await tx
    .insertInto("provider")
    .values(
      providers.map((provider) => ({
        id: idOf(ids, provider.key),
        slug: provider.key,
        name: provider.name,
        business_id: provider.businessId,
        time_zone: provider.zone,
      })),
    )
    .execute();
  return ids;
}

async function loadPeople(tx: Tx, people: readonly Person[]): Promise<Map<string, string>> {
  const ids = withIds(people.map(({ key }) => key));
  await tx
    .insertInto("person")
    .values(
      people.map((person) => ({
        id: idOf(ids, person.key),
        given_name: person.givenName,
        family_name: person.familyName,
        email: person.email,
        phone: person.phone,
        language: person.language,
        born_on: person.bornOn ?? null,
      })),
    )
    .execute();
  return ids;
}

async function loadMemberships(
  tx: Tx,
  story: Story,
  providers: Map<string, string>,
  people: Map<string, string>,
): Promise<void> {
  const staff = story.staff.flatMap(({ person, provider, roles }) =>
    roles.map((role) => ({ person, provider, role: role as string })),
  );
  const students = story.students.map(({ person, provider }) => ({
    person,
    provider,
    role: "student",
  }));
  const tutors = story.placements.flatMap(({ tutor, provider }) =>
    tutor === undefined ? [] : [{ person: tutor, provider, role: "tutor" }],
  );
  const once = new Map(
    [...staff, ...students, ...tutors].map((row) => [
      `${row.provider} ${row.person} ${row.role}`,
      row,
    ]),
  );
  await tx
    .insertInto("membership")
    .values(
      [...once.values()].map((row) => ({
        provider_id: idOf(providers, row.provider),
        person_id: idOf(people, row.person),
        role: row.role,
      })),
    )
    .execute();
}

async function loadWorkplaces(tx: Tx, story: Story, people: Map<string, string>) {
  const employers = withIds(story.employers.map(({ key }) => key));
  const workplaces = withIds(story.workplaces.map(({ key }) => key));
  const employerRows = story.employers.map(({ key, businessId, name }) => ({
    id: idOf(employers, key),
    business_id: businessId,
    name,
  }));
  await tx.insertInto("employer").values(employerRows).execute();
  const workplaceRows = story.workplaces.map((workplace) => ({
    id: idOf(workplaces, workplace.key),
    employer_id: idOf(employers, workplace.employer),
    name: workplace.name,
    street: workplace.street,
    postal_code: workplace.postalCode,
    municipality: workplace.town,
  }));
  await tx.insertInto("workplace").values(workplaceRows).execute();
  await loadSeats(tx, story, people, workplaces);
  return { workplaces, tasks: await loadTasks(tx, story, workplaces) };
}

async function loadTasks(
  tx: Tx,
  story: Story,
  workplaces: Map<string, string>,
): Promise<Map<string, string>> {
  const all = story.workplaces.flatMap(({ key: workplace, tasks }) =>
    tasks.map((task, position) => ({ ...task, workplace, position })),
  );
  const ids = withIds(all.map(({ key }) => key));
  const rows = all.map(({ key, workplace, name, position }) => ({
    id: idOf(ids, key),
    workplace_id: idOf(workplaces, workplace),
    name,
    position,
    kinds: UNREAD_WORKPLACES.includes(workplace) ? null : [...(WORK_KINDS[key] ?? [])],
  }));
  await tx.insertInto("workplace_task").values(rows).execute();
  return ids;
}

/** A title is written in the language of the one who bears it. */
async function loadSeats(
  tx: Tx,
  story: Story,
  people: Map<string, string>,
  workplaces: Map<string, string>,
): Promise<void> {
  const languages = new Map(story.people.map(({ key, language }) => [key, language]));
  const tutors = story.tutors.map(({ person, workplace, title }) => ({
    person,
    workplace,
    title,
    role: "tutor",
  }));
  const representatives = story.representatives.flatMap(({ person, employer, title }) =>
    story.workplaces
      .filter((workplace) => workplace.employer === employer)
      .map(({ key }) => ({ person, workplace: key, title, role: "employer_representative" })),
  );
  await tx
    .insertInto("workplace_person")
    .values(
      [...tutors, ...representatives].map(({ person, workplace, title, role }) => ({
        workplace_id: idOf(workplaces, workplace),
        person_id: idOf(people, person),
        role,
        title: title[languages.get(person) ?? "fi"],
      })),
    )
    .execute();
}

async function readFramework(tx: Tx) {
  const version = await tx
    .selectFrom("framework_version")
    .select("id")
    .orderBy("imported_at", "desc")
    .executeTakeFirstOrThrow();
  const units = await tx
    .selectFrom("unit")
    .select(["id", "code"])
    .where("framework_version_id", "=", version.id)
    .execute();
  const requirements = await tx
    .selectFrom("requirement")
    .select(["requirement.id", "requirement.key"])
    .innerJoin("unit", "unit.id", "requirement.unit_id")
    .where("unit.framework_version_id", "=", version.id)
    .execute();
  return {
    frameworkVersionId: version.id,
    units: new Map(units.map(({ code, id }) => [code, id])),
    requirements: new Map(requirements.map(({ key, id }) => [key, id])),
  };
}
