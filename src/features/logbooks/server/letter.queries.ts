import type { Tx } from "#server/database/database.ts";
import type { Owned } from "./week.queries.ts";

type Party = {
  readonly personId: string;
  readonly givenName: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: string;
};

/** The three people of a placement as a letter needs them. */
export async function findParties(
  tx: Tx,
  placement: Owned,
): Promise<{ student: Party; teacher: Party; tutor: Party | null }> {
  const found = await tx
    .selectFrom("placement")
    .innerJoin("person", (join) =>
      join.on((eb) =>
        eb("person.id", "in", [
          eb.ref("placement.student_id"),
          eb.ref("placement.teacher_id"),
          eb.ref("placement.tutor_id"),
        ]),
      ),
    )
    .select([
      "placement.student_id",
      "placement.teacher_id",
      "placement.tutor_id",
      "person.id",
      "person.given_name",
      "person.family_name",
      "person.email",
      "person.language",
    ])
    .where("placement.provider_id", "=", placement.provider_id)
    .where("placement.id", "=", placement.id)
    .execute();
  const party = (personId: string | null | undefined): Party | null => {
    const row = found.find(({ id }) => id === personId);
    if (row === undefined) return null;
    const { id, given_name, family_name, email, language } = row;
    return {
      personId: id,
      givenName: given_name,
      name: `${given_name} ${family_name}`,
      email,
      language,
    };
  };
  const [student, teacher] = [party(found[0]?.student_id), party(found[0]?.teacher_id)];
  if (student === null || teacher === null)
    throw new Error("a placement has a student and a teacher");
  return { student, teacher, tutor: party(found[0]?.tutor_id) };
}

/** Readers who were already told of a change in this placement since `since`: one letter a day is enough. */
export async function findToldSince(tx: Tx, placementId: string, since: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("audit_event")
    .select("change")
    .where("placement_id", "=", placementId)
    .where("deed", "=", "write-day")
    .where("at", ">", since)
    .execute();
  return rows.flatMap(({ change }) => {
    if (typeof change !== "object" || change === null || !("told" in change)) return [];
    const { told } = change;
    return Array.isArray(told) ? told.filter((party) => typeof party === "string") : [];
  });
}
