import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { Actor } from "#shared/actor.ts";
import { staffProvidersOf } from "#shared/actor.ts";
import type { ContactDetails, PersonRole } from "../people.contract.ts";
import type { Works } from "../register.policy.ts";

/** What the actor and the actor's college have to do with the workplace and those merged into it. */
export async function worksWith(tx: Tx, actor: Actor, workplaceId: string): Promise<Works> {
  const own = staffProvidersOf(actor);
  const { rows } = await sql<Works>`
    with family as (select workplace_family(${workplaceId}::uuid) as id)
    select exists (select from placement p where p.workplace_id in (select id from family) and p.provider_id = any(${own}::uuid[]))
        or exists (select from workplace_capacity c where c.workplace_id in (select id from family) and c.provider_id = any(${own}::uuid[]) and c.withdrawn_at is null)
        or exists (select from relation_entry r where r.workplace_id in (select id from family) and r.provider_id = any(${own}::uuid[]) and r.withdrawn_at is null)
        or exists (select from audit_event a where a.subject_kind = 'workplace' and a.subject_id in (select id from family)
                      and a.deed = 'add-workplace' and a.provider_id = any(${own}::uuid[]))
        or exists (select from register_import_row r where r.workplace_id in (select id from family) and r.added and r.provider_id = any(${own}::uuid[])) as works,
           exists (select from placement p where p.workplace_id in (select id from family) and p.teacher_id = ${actor.personId}::uuid
                      and p.state in ('proposed', 'planning', 'agreement_out', 'ready', 'running')) as guides`.execute(
    tx,
  );
  return rows[0] ?? { works: false, guides: false };
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
