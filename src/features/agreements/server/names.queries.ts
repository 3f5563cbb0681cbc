import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { AgreementRow } from "./agreement.queries.ts";

/** Whose agreement it is and where, for letters. */
export async function findNames(
  tx: Tx,
  { student_id, workplace_id }: Pick<AgreementRow, "student_id" | "workplace_id">,
): Promise<{ student: string; workplace: string }> {
  const { student, workplace } = await tx
    .selectFrom("person")
    .innerJoin("workplace", (join) => join.on("workplace.id", "=", workplace_id))
    .select([
      sql<string>`concat_ws(' ', person.given_name, person.family_name)`.as("student"),
      "workplace.name as workplace",
    ])
    .where("person.id", "=", student_id)
    .executeTakeFirstOrThrow();
  return { student, workplace };
}
