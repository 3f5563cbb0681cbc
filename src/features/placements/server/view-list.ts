import { sql } from "kysely";
import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { accept } from "#shared/outcome.ts";
import { BEFORE_START, OVER } from "../placement.ts";
import { listPlacements } from "../placement-views.contract.ts";
import { visibleTo } from "./api.ts";
import { type PlacementFacts, placementFacts } from "./facts.queries.ts";
import { judge, stateOf } from "./judge.ts";

const PAGE = 50;

/** Every placement the reader may see, in pages of 50, newest first day first; `after` is the last id seen. */
export const listPlacementsRoute = view(listPlacements, async ({ tx, actor, at }, { query }) => {
  const states =
    query.state === undefined
      ? null
      : { before: BEFORE_START, running: ["running"], over: OVER }[query.state];
  const find = `%${(query.find ?? "").replace(/[%_\\]/g, "\\$&")}%`;
  const facts = await placementFacts(tx, (eb) =>
    eb.and([
      visibleTo(actor)(eb),
      ...(states === null ? [] : [eb("placement.state", "in", [...states])]),
      ...(query.find === undefined
        ? []
        : [
            sql<boolean>`concat_ws(' ', student.given_name, student.family_name, workplace.name) ilike ${find}`,
          ]),
      ...(query.after === undefined
        ? []
        : [
            sql<boolean>`(placement.starts_on, placement.id) < (select starts_on, id from placement where id = ${query.after})`,
          ]),
    ]),
  )
    .orderBy("placement.starts_on", "desc")
    .orderBy("placement.id", "desc")
    .limit(PAGE + 1)
    .execute();
  const shown = facts.slice(0, PAGE);
  return accept({
    today: dayAt(at, facts[0]?.time_zone ?? "Europe/Helsinki").toString(),
    rows: shown.map((row) => listRow(row, at)),
    next: facts.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  });
});

export function listRow(facts: PlacementFacts, at: Temporal.Instant) {
  return {
    placementId: facts.id,
    student: {
      id: facts.student_id,
      givenName: facts.student_given_name,
      familyName: facts.student_family_name,
    },
    workplaceName: facts.workplace_name,
    tutorName:
      facts.tutor_given_name === null
        ? null
        : `${facts.tutor_given_name} ${facts.tutor_family_name ?? ""}`,
    teacherName: `${facts.teacher_given_name} ${facts.teacher_family_name}`,
    state: stateOf(facts),
    startsOn: facts.starts_on,
    endsOn: facts.ends_on,
    ribbon: judge(facts, at).ribbon,
  };
}
