import { sql } from "kysely";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { Language } from "#shared/language.ts";

type NewPerson = {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly language: Language;
};

/**
 * A person is one record: the address of somebody who sits at a workplace is that person, whatever school
 * asked first. Null when it is a student's or a school's: nobody becomes a tutor by their address alone.
 */
export async function findOrAddPerson(tx: Tx, person: NewPerson): Promise<string | null> {
  const known = await findByAddress(tx, person.email);
  if (known !== undefined) return known.workplace_id === null ? null : known.id;
  return addPerson(tx, person);
}

/** Whose address it is; until the transaction ends nobody else gives it to anybody. */
export async function findByAddress(tx: Tx, email: string) {
  await sql`select pg_advisory_xact_lock(hashtext(${email.toLowerCase()}))`.execute(tx);
  return tx
    .selectFrom("person")
    .leftJoin("workplace_person as seat", "seat.person_id", "person.id")
    .select(["person.id", "seat.workplace_id"])
    .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email.toLowerCase()))
    .executeTakeFirst();
}

export async function addPerson(
  tx: Tx,
  person: Omit<NewPerson, "email"> & { readonly email: string | null },
): Promise<string> {
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
