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

export type DueWeek = {
  readonly id: string;
  readonly provider_id: string;
  readonly ends_on: string;
  readonly student_id: string;
  readonly tutor_id: string;
  readonly student_name: string;
  readonly minutes: number;
  readonly given_name: string;
  readonly email: string;
  readonly language: string;
};

/** Weeks with entries that nobody has sent or confirmed, whose tutor can be written to. */
export function findDueWeeks(
  tx: Tx,
  week: { week: string; first: string; last: string },
): Promise<DueWeek[]> {
  return tx
    .selectFrom("placement")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("person as tutor", "tutor.id", "placement.tutor_id")
    .innerJoin("log_entry as e", (join) =>
      join
        .onRef("e.provider_id", "=", "placement.provider_id")
        .onRef("e.placement_id", "=", "placement.id")
        .on("e.on_day", ">=", week.first)
        .on("e.on_day", "<=", week.last),
    )
    .leftJoin("placement_week as pw", (join) =>
      join
        .onRef("pw.provider_id", "=", "placement.provider_id")
        .onRef("pw.placement_id", "=", "placement.id")
        .on("pw.week", "=", week.week),
    )
    .leftJoin("week_confirmation as wc", (join) =>
      join
        .onRef("wc.provider_id", "=", "placement.provider_id")
        .onRef("wc.placement_id", "=", "placement.id")
        .on("wc.week", "=", week.week),
    )
    .where("placement.state", "in", ["running", "ended"])
    .where("pw.sent_at", "is", null)
    .where("wc.week", "is", null)
    .where("tutor.email", "is not", null)
    .select([
      "placement.id",
      "placement.provider_id",
      "placement.ends_on",
      "placement.student_id",
      "tutor.id as tutor_id",
      "tutor.given_name",
      "tutor.language",
    ])
    .select((eb) => [
      eb.fn.coalesce("tutor.email", eb.val("")).as("email"),
      eb.fn.sum<number>("e.minutes").as("minutes"),
      eb
        .fn<string>("concat_ws", [eb.val(" "), "student.given_name", "student.family_name"])
        .as("student_name"),
    ])
    .groupBy(["placement.provider_id", "placement.id", "student.id", "tutor.id"])
    .orderBy("tutor.id")
    .orderBy("student.family_name")
    .execute();
}

/** What the calendar did: nobody's hand, so the row names no person. */
export async function insertCalendarAudit(
  tx: Tx,
  event: { id: string; provider_id: string; placement_id: string; at: string; change: object },
): Promise<void> {
  await tx
    .insertInto("audit_event")
    .values({
      ...event,
      means: "calendar",
      deed: "send-week",
      subject_kind: "placement",
      subject_id: event.placement_id,
      change: JSON.stringify(event.change),
    })
    .execute();
}
