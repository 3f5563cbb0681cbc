import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { accept } from "#shared/outcome.ts";
import { ageOn } from "../placement.ts";
import { readBoard } from "../placement-views.contract.ts";
import { type PlacementFacts, placementFacts } from "./facts.queries.ts";
import { jointDeedOf, judge, stateOf } from "./judge.ts";

const ZONE = "Europe/Helsinki";
const GROUPS = ["needs_me", "waits_for_others", "in_order"];
/** Which of a student's placements is nearest: indexes are one digit, so that the rank sorts as text. */
const NEAREST: readonly string[] = [
  "running",
  "ready",
  "agreement_out",
  "planning",
  "proposed",
  "ended",
  "terminated",
];
/** A finished placement stays on the board this long, so that it can be closed and looked back on. */
const STAYS_DAYS = 30;

/** The teacher's students, one row each, sorted by who needs me first (product.md §7). */
export const readBoardRoute = view(readBoard, async ({ tx, actor, at }) => {
  const since = dayAt(at, ZONE).subtract({ days: STAYS_DAYS }).toString();
  const facts = await placementFacts(tx, (eb) =>
    eb.and([
      eb("placement.teacher_id", "=", actor.personId),
      eb("placement.state", "not in", ["cancelled", "closed"]),
      eb.or([
        eb("placement.state", "not in", ["ended", "terminated"]),
        eb("placement.ends_on", ">=", since),
      ]),
    ]),
  ).execute();
  const rows = onePerStudent(facts.map((row) => boardRow(row, at))).toSorted(byNeed);
  return accept({
    today: dayAt(at, facts[0]?.time_zone ?? ZONE).toString(),
    timeZone: facts[0]?.time_zone ?? ZONE,
    rows: rows.map(({ weight: _weight, ...row }) => row),
  });
});

type Row = ReturnType<typeof boardRow>;

function byNeed(left: Row, right: Row): number {
  return GROUPS.indexOf(left.group) - GROUPS.indexOf(right.group) || right.weight - left.weight;
}

/**
 * A student is one row: of the placements in the most urgent group the running one, else the next. A plan
 * nobody has sent yet is not hidden by a placement where all is well.
 */
function onePerStudent(rows: readonly Row[]): Row[] {
  const rank = ({ group, state, startsOn }: Row) =>
    `${GROUPS.indexOf(group)} ${NEAREST.indexOf(state)} ${startsOn}`;
  const sorted = rows.toSorted((left, right) => (rank(left) < rank(right) ? -1 : 1));
  return [...Map.groupBy(sorted, (row) => row.student.id).values()].flatMap((own) =>
    own.slice(0, 1),
  );
}

function boardRow(facts: PlacementFacts, at: Temporal.Instant) {
  const { attention, today, ribbon, daysSinceTalk } = judge(facts, at);
  const { group, reason, params, action, weight } = attention;
  const bornOn = facts.student_born_on;
  return {
    placementId: facts.id,
    student: {
      id: facts.student_id,
      givenName: facts.student_given_name,
      familyName: facts.student_family_name,
      age: bornOn === null ? null : ageOn(Temporal.PlainDate.from(bornOn), today),
    },
    unitName: facts.unit_name,
    workplaceName: facts.workplace_name,
    tutor: tutorOf(facts),
    state: stateOf(facts),
    startsOn: facts.starts_on,
    endsOn: facts.ends_on,
    ribbon,
    group,
    reason,
    params: { ...params },
    action,
    daysSinceTalk,
    deed: jointDeedOf(facts),
    weight,
  };
}

function tutorOf(facts: PlacementFacts) {
  if (facts.tutor_id === null) return null;
  return {
    id: facts.tutor_id,
    givenName: facts.tutor_given_name ?? "",
    familyName: facts.tutor_family_name ?? "",
    phone: facts.tutor_phone,
  };
}
