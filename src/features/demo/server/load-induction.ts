import { ARRIVAL, itemsOf, PARTIES } from "#features/induction/induction.ts";
import type { Placement } from "../../../../demo/placement-types.ts";
import { INDUCTED_IN_PART } from "../../../../demo/young-work.ts";
import { type Ground, idOf } from "./load-ground.ts";
import type { Keys } from "./story-rows.ts";

const BEGUN = ["running", "ended", "closed", "terminated"];

/** Whoever has begun was shown everything on the first morning, but for those the story names. */
export function inductionRows(
  placement: Placement,
  { people, tasks, workplaces }: Ground,
  keys: Keys,
) {
  const { tutor, student, plan, state, startsOn } = placement;
  if (!BEGUN.includes(state) || tutor === undefined) return [];
  const planned = new Set((plan?.tasks ?? []).map(({ task }) => idOf(tasks, task)));
  const groups = INDUCTED_IN_PART.includes(student) ? [ARRIVAL] : [ARRIVAL, ...planned];
  return groups.flatMap((task_key) =>
    itemsOf(task_key, []).flatMap(({ id: item }) =>
      PARTIES.map((party) => ({
        ...keys,
        workplace_id: idOf(workplaces, placement.workplace),
        task_key,
        item,
        party,
        person_id: idOf(people, party === "tutor" ? tutor : student),
        acting_name: null,
        at: `${startsOn}T06:30:00Z`,
      })),
    ),
  );
}
