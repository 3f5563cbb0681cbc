import { relationOf } from "#features/placements/placement.policy.ts";
import { OVER } from "#features/placements/placement.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { confirmInduction } from "../induction.contract.ts";
import { mayConfirm, partyOf } from "../induction.policy.ts";
import { groupsOf, mayUndo } from "../induction.ts";
import * as queries from "./induction.queries.ts";

/** "I showed this" or "I know this"; sent again it is one confirmation, and the first one's time stands. */
export const confirmInductionRoute = deed(confirmInduction, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const party = partyOf(relation);
  const may = mayConfirm(relation);
  if (!may.allowed || party === null) return refuse("forbidden", { reason: "role" });
  if (OVER.some((state) => state === placement.state)) return refuse("placement_over");
  const ground = await queries.findGround(tx, placement.id);
  const names = await queries.listTaskNames(tx, ground, placement.workplace_id);
  const marks = await queries.listMarks(tx, placement);
  const items = await queries.listItems(tx, placement.workplace_id);
  const item = groupsOf([...names.keys()], items, marks)
    .find(({ taskKey }) => taskKey === body.taskKey)
    ?.items.find(({ id }) => id === body.item);
  if (item === undefined) return refuse("unknown_item");
  const key = { ...placeOf(placement), task_key: body.taskKey, item: body.item, party };
  const mine = item.marks.find((mark) => mark.party === party);
  if (!body.done && mine !== undefined) {
    const markedOn = dayAt(Temporal.Instant.from(mine.at), ground.time_zone);
    if (!mayUndo(markedOn, dayAt(at, ground.time_zone))) return refuse("mark_settled");
    await queries.dropMark(tx, key);
  }
  if (body.done) {
    const hand = { person_id: actor.personId, acting_name: actor.actingName, at: at.toString() };
    await queries.saveMark(tx, key, hand);
  }
  await audit({
    deed: "confirm-induction",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { taskKey: body.taskKey, item: body.item, party, done: body.done },
  });
  await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});

/** Somebody is shown this workplace; at another unit they are shown everything anew. */
function placeOf({ id, provider_id, workplace_id }: SeenPlacement) {
  return { provider_id, placement_id: id, workplace_id };
}
