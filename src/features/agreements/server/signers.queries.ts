import { sql } from "kysely";
import { addPerson, findByAddress } from "#features/people/server/api.ts";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { Input } from "#server/deed.ts";
import type { sendAgreement } from "../agreement-deeds.contract.ts";

export type Signer = Input<typeof sendAgreement>["body"]["employer"];
type NewSigner = Exclude<Signer, { personId: string }>;

/** Whose signers are looked for; a framework agreement has no student. */
export type Place = Pick<SeenPlacement, "provider_id" | "workplace_id"> & {
  readonly student_id: string | null;
};
export type PlaceOfStudent = Pick<SeenPlacement, "provider_id" | "workplace_id" | "student_id">;

/** People of the workplace who may be asked to sign for the employer, those who represent it first. */
export function listEmployerSigners(tx: Tx, { workplace_id }: Place) {
  return tx
    .selectFrom("workplace_person as seat")
    .innerJoin("person", "person.id", "seat.person_id")
    .select([
      "person.id",
      "person.given_name as givenName",
      "person.family_name as familyName",
      sql<string | null>`max(seat.title)`.as("title"),
    ])
    .where("seat.workplace_id", "in", sql<string>`(select workplace_family(${workplace_id}))`)
    .where("seat.ended_on", "is", null)
    .groupBy("person.id")
    .orderBy(sql`bool_or(seat.role = 'employer_representative') desc`)
    .orderBy("person.family_name")
    .execute();
}

export function listGuardians(tx: Tx, { provider_id, student_id }: PlaceOfStudent) {
  return tx
    .selectFrom("guardian")
    .innerJoin("person", "person.id", "guardian.person_id")
    .select([
      "person.id",
      "person.given_name as givenName",
      "person.family_name as familyName",
      sql<string | null>`null`.as("title"),
    ])
    .where("guardian.provider_id", "=", provider_id)
    .where("guardian.student_id", "=", student_id)
    .where("guardian.ended_on", "is", null)
    .orderBy("person.family_name")
    .execute();
}

/** Who may sign for the provider: its coordinators and admins, and the placement's teacher. */
export function listProviderSigners(
  tx: Tx,
  { provider_id }: Pick<Place, "provider_id">,
  teacherId: string | null,
) {
  return tx
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select([
      "person.id",
      "person.given_name as givenName",
      "person.family_name as familyName",
      sql<string | null>`null`.as("title"),
    ])
    .where("membership.provider_id", "=", provider_id)
    .where((eb) =>
      eb.or([
        eb("membership.role", "in", ["coordinator", "provider_admin"]),
        ...(teacherId === null
          ? []
          : [eb.and([eb("membership.role", "=", "teacher"), eb("person.id", "=", teacherId)])]),
      ]),
    )
    .groupBy("person.id")
    .orderBy("person.family_name")
    .execute();
}

/**
 * The person with this address, or a new one. Null when the address is somebody's who does not stand on this
 * side: nobody signs with another's record because their address was typed.
 */
export async function findOrAddSigner(
  tx: Tx,
  side: "employer" | "guardian",
  place: Place,
  person: NewSigner,
): Promise<string | null> {
  const known = await findByAddress(tx, person.email);
  if (known === undefined) return addPerson(tx, person);
  return (await standsOn(tx, side, place, known.id)) ? known.id : null;
}

/** A known address is taken for an employer's if its person sits at a workplace, for a guardian's if they are one. */
async function standsOn(
  tx: Tx,
  side: "employer" | "guardian",
  { provider_id }: Place,
  personId: string,
): Promise<boolean> {
  if (side === "employer") {
    const seat = await tx
      .selectFrom("workplace_person")
      .select("person_id")
      .where("person_id", "=", personId)
      .executeTakeFirst();
    return seat !== undefined;
  }
  const guardian = await tx
    .selectFrom("guardian")
    .select("person_id")
    .where("provider_id", "=", provider_id)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return guardian !== undefined;
}

export async function seatSigner(
  tx: Tx,
  { workplace_id }: Place,
  personId: string,
  title: string | null,
): Promise<void> {
  await tx
    .insertInto("workplace_person")
    .values({ workplace_id, person_id: personId, role: "employer_representative", title })
    .onConflict((conflict) =>
      conflict.columns(["workplace_id", "person_id", "role"]).doUpdateSet({ ended_on: null }),
    )
    .execute();
}

export async function keepGuardian(
  tx: Tx,
  { provider_id, student_id }: PlaceOfStudent,
  personId: string,
): Promise<void> {
  await tx
    .insertInto("guardian")
    .values({ provider_id, student_id, person_id: personId })
    .onConflict((conflict) =>
      conflict.columns(["provider_id", "student_id", "person_id"]).doUpdateSet({ ended_on: null }),
    )
    .execute();
}
