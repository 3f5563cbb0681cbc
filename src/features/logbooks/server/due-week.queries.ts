import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { IsoWeek } from "#shared/week.ts";
import { type Owned, weekOfPlacement } from "./week.queries.ts";

/**
 * Weeks in which a day has arrived that neither a letter nor a confirmation has seen, whose tutor can be
 * written to. A week sent since `lettersOut` has had its letter.
 */
export function findDueWeeks(tx: Tx, week: IsoWeek, lettersOut: string) {
  return weekOfPlacement(tx, week)
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("person as tutor", "tutor.id", "placement.tutor_id")
    .where("placement.state", "in", ["running", "ended"])
    .where("tutor.email", "is not", null)
    .where((eb) => eb.or([eb("pw.sent_at", "is", null), eb("pw.sent_at", "<", lettersOut)]))
    .where(sql<boolean>`written.arrived_at > coalesce(greatest(pw.sent_at, wc.at), '-infinity')`)
    .select([
      "placement.student_id",
      "student.given_name as student_given_name",
      "student.family_name as student_family_name",
      "tutor.id as tutor_id",
      "tutor.given_name",
      "tutor.email",
      "tutor.language",
    ])
    .orderBy("tutor.id")
    .orderBy("student.family_name")
    .execute();
}

export type DueWeek = Awaited<ReturnType<typeof findDueWeeks>>[number];

/** Locked until the transaction ends, as the deeds lock one; in one order, so that two runs pass each other. */
export async function lockPlacements(tx: Tx, placements: readonly Owned[]): Promise<void> {
  await tx
    .selectFrom("placement")
    .select("id")
    .where(
      "id",
      "in",
      placements.map(({ id }) => id),
    )
    .orderBy("id")
    .forUpdate()
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
