import { dayAt } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { view } from "#server/deed.ts";
import type { Actor } from "#shared/actor.ts";
import { accept } from "#shared/outcome.ts";
import { missingOf } from "../gate.ts";
import { BEFORE_START } from "../placement.ts";
import { readStarts } from "../placement-views.contract.ts";
import { visibleTo } from "./api.ts";
import { type PlacementFacts, placementFacts } from "./facts.queries.ts";
import { judge, stateOf, withFixers } from "./judge.ts";

const ZONE = "Europe/Helsinki";
const MONTHS_SHOWN = 3;
/** Decisions that end within six weeks are asked to be renewed. */
const RENEW_DAYS = 42;

/** What blocks the placements that start in a month, who can fix it, and the months beside it. */
export const readStartsRoute = view(readStarts, async ({ tx, actor, at }, { query }) => {
  const today = dayAt(at, ZONE);
  const facts = await placementFacts(tx, (eb) =>
    eb.and([
      visibleTo(actor)(eb),
      eb("placement.state", "in", [...BEFORE_START]),
      eb(
        "placement.starts_on",
        "<",
        today
          .add({ months: MONTHS_SHOWN + 1 })
          .with({ day: 1 })
          .toString(),
      ),
    ]),
  ).execute();
  const judged = facts
    .map((row) => ({ row, gate: judge(row, at).gate }))
    .toSorted((left, right) => (left.row.starts_on < right.row.starts_on ? -1 : 1));
  const months = monthsOf(today, judged);
  const month =
    query.month ?? months.find(({ blocked }) => blocked > 0)?.month ?? monthOf(today.toString());
  return accept({
    today: today.toString(),
    month,
    months,
    rows: judged
      .filter(({ row }) => monthOf(row.starts_on) === month)
      .map(({ row, gate }) => startRow(row, gate)),
    endingDecisions: await endingDecisions(tx, actor, today),
  });
});

type JudgedRow = { row: PlacementFacts; gate: ReturnType<typeof judge>["gate"] };

function monthOf(day: string): string {
  return day.slice(0, 7);
}

function monthsOf(today: Temporal.PlainDate, judged: JudgedRow[]) {
  return Array.from({ length: MONTHS_SHOWN }, (_, offset) => {
    const month = monthOf(today.with({ day: 1 }).add({ months: offset }).toString());
    const starting = judged.filter(({ row }) => monthOf(row.starts_on) === month);
    return {
      month,
      starting: starting.length,
      blocked: starting.filter(({ gate }) => missingOf(gate).length > 0).length,
    };
  });
}

function startRow(facts: PlacementFacts, gate: JudgedRow["gate"]) {
  return {
    placementId: facts.id,
    student: {
      id: facts.student_id,
      givenName: facts.student_given_name,
      familyName: facts.student_family_name,
    },
    workplaceName: facts.workplace_name,
    teacher: {
      id: facts.teacher_id,
      givenName: facts.teacher_given_name,
      familyName: facts.teacher_family_name,
    },
    startsOn: facts.starts_on,
    state: stateOf(facts),
    gate: gate.map((row) => withFixers(row, facts)),
  };
}

async function endingDecisions(tx: Tx, actor: Actor, today: Temporal.PlainDate) {
  const rows = await tx
    .selectFrom("placement")
    .innerJoin("suitability_decision as d", (join) =>
      join
        .onRef("d.placement_id", "=", "placement.id")
        .onRef("d.provider_id", "=", "placement.provider_id"),
    )
    .innerJoin("person", "person.id", "placement.student_id")
    .innerJoin("workplace", "workplace.id", "d.workplace_id")
    .where(visibleTo(actor))
    .select([
      "placement.id",
      "workplace.name",
      "person.given_name",
      "person.family_name",
      "d.valid_until",
    ])
    .where("d.superseded_by", "is", null)
    .where("placement.state", "=", "running")
    .where("d.valid_until", "<=", today.add({ days: RENEW_DAYS }).toString())
    .whereRef("d.valid_until", "<", "placement.ends_on")
    .orderBy("d.valid_until")
    .limit(20)
    .execute();
  return rows.map((row) => ({
    placementId: row.id,
    workplaceName: row.name,
    studentName: `${row.given_name} ${row.family_name}`,
    validUntil: row.valid_until,
  }));
}
