import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { Actor } from "#shared/actor.ts";
import type { ContactDetails, PersonRole } from "../people.contract.ts";
import { collegesOf, type Works } from "../register.policy.ts";

/** What the actor's colleges, each by what the actor is there, have to do with the workplace and those merged into it. */
export async function worksWith(tx: Tx, actor: Actor, workplaceId: string): Promise<Works> {
  const [coordinates = null] = await listWorking(tx, collegesOf(actor, "coordinator"), workplaceId);
  const guided = await tx
    .selectFrom("placement")
    .select("provider_id")
    .where("workplace_id", "in", FAMILY(workplaceId))
    .where("teacher_id", "=", actor.personId)
    .where("provider_id", "=", sql<string>`any(${collegesOf(actor, "teacher")}::uuid[])`)
    .where("state", "in", ["proposed", "planning", "agreement_out", "ready", "running"])
    .orderBy("provider_id")
    .executeTakeFirst();
  return { coordinates, guides: guided?.provider_id ?? null };
}

/** A college whose admin the actor is and that works with the workplace. */
export async function administers(
  tx: Tx,
  actor: Actor,
  workplaceId: string,
): Promise<string | null> {
  const [first = null] = await listWorking(tx, collegesOf(actor, "provider_admin"), workplaceId);
  return first;
}

/** Those of the colleges that have something to do with the workplace. */
async function listWorking(tx: Tx, colleges: string[], workplaceId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with family as (select workplace_family(${workplaceId}::uuid) as id)
    select own.id from unnest(${colleges}::uuid[]) as own(id)
     where exists (select from placement p where p.workplace_id in (select id from family) and p.provider_id = own.id)
        or exists (select from workplace_capacity c where c.workplace_id in (select id from family) and c.provider_id = own.id and c.withdrawn_at is null)
        or exists (select from relation_entry r where r.workplace_id in (select id from family) and r.provider_id = own.id and r.withdrawn_at is null)
        or exists (select from audit_event a where a.subject_kind = 'workplace' and a.subject_id in (select id from family)
                      and a.deed = 'add-workplace' and a.provider_id = own.id)
        or exists (select from register_import_row r where r.workplace_id in (select id from family) and r.added and r.provider_id = own.id)
     order by own.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** In whose name the actor writes of a workplace: of their colleges the one that works with it, else the first. */
export async function writesFor(
  tx: Tx,
  colleges: string[],
  workplaceId: string,
): Promise<string | null> {
  const [first = null] = colleges;
  if (colleges.length < 2) return first;
  const [working = first] = await listWorking(tx, colleges, workplaceId);
  return working;
}

const FAMILY = (workplaceId: string) =>
  sql<string>`(select workplace_family(${workplaceId}::uuid))`;

/** Takes the part up, or again; a title that is not told leaves the one that is there. */
export async function takePart(
  tx: Tx,
  part: { workplaceId: string; personId: string; role: PersonRole; title: string | null },
): Promise<void> {
  const { title } = part;
  await tx
    .insertInto("workplace_person")
    .values({ workplace_id: part.workplaceId, person_id: part.personId, role: part.role, title })
    .onConflict((conflict) =>
      conflict
        .columns(["workplace_id", "person_id", "role"])
        .doUpdateSet({ ended_on: null, ...(title === null ? {} : { title }) }),
    )
    .execute();
}

/** Changes the part wherever in the family it stands; false when there is none. */
export async function changePart(
  tx: Tx,
  part: { workplaceId: string; personId: string; role: PersonRole },
  values: { title: string | null; ended_on: string | null },
): Promise<boolean> {
  const changed = await tx
    .updateTable("workplace_person")
    .set(values)
    .where("workplace_id", "in", FAMILY(part.workplaceId))
    .where("person_id", "=", part.personId)
    .where("role", "=", part.role)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** The person, locked, if they have a part at the workplace now. */
export async function lockPerson(tx: Tx, workplaceId: string, personId: string) {
  const person = await tx
    .selectFrom("person")
    .select([
      "id",
      "given_name as givenName",
      "family_name as familyName",
      "email",
      "phone",
      "language",
      sql<boolean>`keeps_own_details(id)`.as("keepsOwn"),
      sql<boolean>`leads_elsewhere(id)`.as("leadsElsewhere"),
      sql<boolean>`known_by_address(id)`.as("isKnown"),
    ])
    .where("id", "=", personId)
    .where("id", "in", (eb) =>
      eb
        .selectFrom("workplace_person")
        .select("person_id")
        .where("workplace_id", "in", FAMILY(workplaceId))
        .where("ended_on", "is", null),
    )
    .forUpdate()
    .executeTakeFirst();
  return person ?? null;
}

export async function saveDetails(tx: Tx, personId: string, to: ContactDetails): Promise<void> {
  await tx
    .updateTable("person")
    .set({ given_name: to.givenName, family_name: to.familyName, email: to.email, phone: to.phone })
    .where("id", "=", personId)
    .execute();
}

/** Who else at the workplace can be told of a person: its own address first, then its representatives. */
export async function otherAddresses(
  tx: Tx,
  workplaceId: string,
  personId: string,
): Promise<{ address: string; language: string }[]> {
  const { rows } = await sql<{ address: string; language: string }>`
    select address, min(language) as language from (
      select p.email as address, p.language, 1 as rank from workplace_person seat join person p on p.id = seat.person_id
       where seat.workplace_id in (select workplace_family(${workplaceId}::uuid)) and seat.ended_on is null
         and seat.role = 'employer_representative' and p.id <> ${personId}::uuid and p.email is not null
      union all
      select w.email, 'fi', 0 from workplace w
       where w.id in (select workplace_family(${workplaceId}::uuid)) and w.email is not null) as told
     group by address order by min(rank), address limit 5`.execute(tx);
  return rows;
}

/** Placements of the actor's colleges here that go on with this tutor. */
export async function countNamed(tx: Tx, workplaceId: string, personId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("placement")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("workplace_id", "in", FAMILY(workplaceId))
    .where("tutor_id", "=", personId)
    .where("state", "in", ["proposed", "planning", "agreement_out", "ready", "running"])
    .executeTakeFirstOrThrow();
  return count;
}
