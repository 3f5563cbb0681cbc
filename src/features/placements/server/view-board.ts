import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { accept } from "#shared/outcome.ts";
import { ageOn } from "../placement.ts";
import { readBoard } from "../placement-views.contract.ts";
import { type PlacementFacts, placementFacts } from "./facts.queries.ts";
import { jointDeedOf, judge, stateOf } from "./judge.ts";

const ZONE = "Europe/Helsinki";
const GROUPS = ["needs_me", "waits_for_others", "in_order"];
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
  const rows = onePerStudent(facts)
    .map((row) => boardRow(row, at))
    .toSorted(
      (left, right) =>
        GROUPS.indexOf(left.group) - GROUPS.indexOf(right.group) || right.weight - left.weight,
    );
  return accept({
    today: dayAt(at, facts[0]?.time_zone ?? ZONE).toString(),
    timeZone: facts[0]?.time_zone ?? ZONE,
    rows: rows.map(({ weight: _weight, ...row }) => row),
  });
});

/** A student with a running and a coming placement is one row: the running one, else the next. */
function onePerStudent(facts: PlacementFacts[]): PlacementFacts[] {
  const order = [
    "running",
    "ready",
    "agreement_out",
    "planning",
    "proposed",
    "ended",
    "terminated",
  ];
  const chosen = new Map<string, PlacementFacts>();
  const rank = (row: PlacementFacts) => `${order.indexOf(row.state)} ${row.starts_on}`;
  for (const row of facts) {
    const other = chosen.get(row.student_id);
    if (other === undefined || rank(row) < rank(other)) chosen.set(row.student_id, row);
  }
  return [...chosen.values()];
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
