import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { LocalisedText } from "#shared/language.ts";
import type { AgreementRow } from "./agreement.queries.ts";

/** What an agreement is about: a student at a workplace, or the terms between a college and an employer. */
export type Names =
  | { readonly student: string; readonly workplace: string }
  | { readonly college: LocalisedText; readonly employer: string };

/** Whose agreement it is and where, for letters. */
export async function findNames(
  tx: Tx,
  row: Pick<AgreementRow, "provider_id" | "employer_id" | "student_id" | "workplace_id">,
): Promise<Names> {
  return row.employer_id === null
    ? findPlace(tx, row.student_id ?? "", row.workplace_id)
    : findSides(tx, row.provider_id, row.employer_id);
}

function findPlace(tx: Tx, studentId: string, workplaceId: string) {
  return tx
    .selectFrom("person")
    .innerJoin("workplace", (join) => join.on("workplace.id", "=", workplaceId))
    .select([
      sql<string>`concat_ws(' ', person.given_name, person.family_name)`.as("student"),
      "workplace.name as workplace",
    ])
    .where("person.id", "=", studentId)
    .executeTakeFirstOrThrow();
}

function findSides(tx: Tx, providerId: string, employerId: string) {
  return tx
    .selectFrom("provider")
    .innerJoin("employer", (join) => join.on("employer.id", "=", employerId))
    .select(["provider.name as college", "employer.name as employer"])
    .where("provider.id", "=", providerId)
    .executeTakeFirstOrThrow();
}
