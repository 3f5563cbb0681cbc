import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#server/database/database.ts";

/**
 * Whether a party's seat still holds: a guardian's does until the student is of age (finland.md §3 rule 3).
 * Beside a row of `agreement_party` and one of `agreement` under these names.
 */
export function seatHolds(seat: string, agreement: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${seat}.party`)} <> 'guardian' or exists (
    select from guardian g
      join placement child on child.provider_id = g.provider_id and child.student_id = g.student_id
     where child.provider_id = ${sql.ref(`${agreement}.provider_id`)}
       and child.id = ${sql.ref(`${agreement}.placement_id`)}
       and g.person_id = ${sql.ref(`${seat}.person_id`)} and g.ended_on is null))`;
}

/** Guardians of the providers in sight whose part has not ended, with the day the student was born. */
export function listGuardianships(tx: Tx) {
  return tx
    .selectFrom("guardian")
    .innerJoin("person as student", "student.id", "guardian.student_id")
    .innerJoin("provider", "provider.id", "guardian.provider_id")
    .select([
      "guardian.provider_id",
      "guardian.student_id",
      "guardian.person_id",
      "student.born_on",
      "provider.time_zone",
    ])
    .where("guardian.ended_on", "is", null)
    .where("student.born_on", "is not", null)
    .execute();
}

type Guardianship = {
  readonly provider_id: string;
  readonly student_id: string;
  readonly person_id: string;
};

/** Ends it, and every link that opens an agreement of this student. */
export async function endGuardianship(
  tx: Tx,
  { provider_id, student_id, person_id }: Guardianship,
  { day, at }: { readonly day: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable("guardian")
    .set({ ended_on: day })
    .where("provider_id", "=", provider_id)
    .where("student_id", "=", student_id)
    .where("person_id", "=", person_id)
    .execute();
  await tx
    .updateTable("personal_link")
    .set({ revoked_at: at })
    .where("person_id", "=", person_id)
    .where("revoked_at", "is", null)
    .where("agreement_id", "in", (eb) =>
      eb
        .selectFrom("agreement")
        .innerJoin("placement", "placement.id", "agreement.placement_id")
        .select("agreement.id")
        .where("placement.student_id", "=", student_id),
    )
    .execute();
}
