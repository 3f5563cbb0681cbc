import { sql } from "kysely";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { Input } from "#server/deed.ts";
import type { nameTutor } from "../placement.contract.ts";

type NewTutor = Exclude<Input<typeof nameTutor>["body"], { tutorId: string }>;

/**
 * A person is one record: the address of somebody who sits at a workplace is that person, whatever school
 * asked first. Null when it is a student's or a school's: nobody becomes a tutor by their address alone.
 */
export async function findOrAddPerson(tx: Tx, person: NewTutor): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtext(${person.email.toLowerCase()}))`.execute(tx);
  const known = await tx
    .selectFrom("person")
    .leftJoin("workplace_person as seat", "seat.person_id", "person.id")
    .select(["person.id", "seat.workplace_id"])
    .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", person.email.toLowerCase()))
    .executeTakeFirst();
  if (known !== undefined) return known.workplace_id === null ? null : known.id;
  const id = newId();
  await tx
    .insertInto("person")
    .values({
      id,
      given_name: person.givenName,
      family_name: person.familyName,
      email: person.email,
      phone: person.phone,
      language: person.language,
    })
    .execute();
  return id;
}

export async function seatAt(
  tx: Tx,
  workplaceId: string,
  personId: string,
  title: string | null,
): Promise<void> {
  await tx
    .insertInto("workplace_person")
    .values({ workplace_id: workplaceId, person_id: personId, role: "tutor", title })
    .onConflict((conflict) =>
      conflict.columns(["workplace_id", "person_id", "role"]).doUpdateSet({ ended_on: null }),
    )
    .execute();
}

/** Whether the person is a tutor at the workplace now. */
export async function guidesAt(tx: Tx, workplaceId: string, personId: string): Promise<boolean> {
  const found = await tx
    .selectFrom("workplace_person")
    .select("person_id")
    .where("workplace_id", "in", sql<string>`(select workplace_family(${workplaceId}))`)
    .where("person_id", "=", personId)
    .where("role", "=", "tutor")
    .where("ended_on", "is", null)
    .executeTakeFirst();
  return found !== undefined;
}
