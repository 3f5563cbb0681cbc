import { sql } from "kysely";
import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { accept } from "#shared/outcome.ts";
import { ageOn } from "../placement.ts";
import { readStudentHome, readTutorHome } from "../placement-views.contract.ts";
import { visibleTo } from "./api.ts";
import { type PlacementFacts, placementFacts } from "./facts.queries.ts";
import { waitingForTutor } from "./tutor-waiting.ts";
import { listRow } from "./view-list.ts";
import { pageOf } from "./view-placement.ts";

const ZONE = "Europe/Helsinki";
/** The last week is confirmed after the last day. */
const STAYS_DAYS = 30;
/** What waits for the tutor, longest first, and the students of every school in one list. */
export const readTutorHomeRoute = view(readTutorHome, async ({ tx, actor, at }) => {
  const facts = await placementFacts(tx, (eb) =>
    eb.and([
      eb("placement.tutor_id", "=", actor.personId),
      visibleTo(actor)(eb),
      eb("placement.state", "in", ["planning", "agreement_out", "ready", "running", "ended"]),
      eb("placement.ends_on", ">=", dayAt(at, ZONE).subtract({ days: STAYS_DAYS }).toString()),
    ]),
  )
    .orderBy("placement.starts_on")
    .execute();
  return accept({
    today: dayAt(at, ZONE).toString(),
    workplaceName: facts[0]?.workplace_name ?? null,
    waiting: await waitingForTutor(tx, facts),
    students: facts.map((row) => ({
      ...listRow(row, at),
      providerId: row.provider_id,
      providerName: row.provider_name,
      unitName: row.unit_name,
      underage: isUnderage(row, at),
    })),
  });
});

function isUnderage(row: PlacementFacts, at: Temporal.Instant): boolean {
  if (row.student_born_on === null) return false;
  return ageOn(Temporal.PlainDate.from(row.student_born_on), dayAt(at, row.time_zone)) < 18;
}

/** The student's own day: the running placement, else the next, else the last one. */
export const readStudentHomeRoute = view(readStudentHome, async ({ tx, actor, at }) => {
  const today = dayAt(at, ZONE);
  const all = await placementFacts(tx, (eb) => eb("placement.student_id", "=", actor.personId))
    .orderBy("placement.starts_on", "desc")
    .execute();
  const current =
    all.find(({ state }) => state === "running") ??
    all.findLast(({ state }) => !["ended", "closed", "cancelled", "terminated"].includes(state)) ??
    all[0];
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const entries =
    current === undefined
      ? []
      : await tx
          .selectFrom("log_entry")
          .select([sql<string>`on_day`.as("day"), "minutes", "absence"])
          .where("placement_id", "=", current.id)
          .where("on_day", ">=", monday.toString())
          .orderBy("on_day")
          .execute();
  return accept({
    today: today.toString(),
    current: current === undefined ? null : await pageOf(tx, actor, at, current.id),
    entries,
    others: all.filter((row) => row !== current).map((row) => listRow(row, at)),
  });
});
