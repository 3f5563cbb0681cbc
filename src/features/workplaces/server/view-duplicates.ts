import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { staffProvidersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { listDuplicates, readMergePreview } from "../merge.contract.ts";
import { UNDO_DAYS } from "../merge.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import { findSimilar } from "../similar.ts";
import * as queries from "./merge.queries.ts";
import { timeZoneOf } from "./register-list.queries.ts";

const MOST_PAIRS = 200;

export const listDuplicatesRoute = view(listDuplicates, async ({ tx, actor, at }) => {
  const may = mayEditRegister(actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const all = await queries.listComparable(tx);
  const apart = await queries.listApart(tx, staffProvidersOf(actor));
  const known = new Set(apart.map(({ leftId, rightId }) => `${leftId} ${rightId}`));
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const pairs = findSimilar(all).filter(
    ({ leftId, rightId }) => !known.has(`${leftId} ${rightId}`),
  );
  const zone = await timeZoneOf(tx, collegesOf(actor, "coordinator")[0]);
  const merges = await queries.listUndoable(tx, at.toString());
  return accept({
    pairs: pairs.slice(0, MOST_PAIRS).map((pair) => ({
      ...pair,
      leftName: names.get(pair.leftId) ?? "",
      rightName: names.get(pair.rightId) ?? "",
    })),
    merges: merges.map((merge) => ({
      ...merge,
      undoableUntil: dayAt(Temporal.Instant.from(merge.undoableUntil), zone).toString(),
    })),
  });
});

export const readMergePreviewRoute = view(
  readMergePreview,
  async ({ tx, actor, at }, { query }) => {
    const may = mayEditRegister(actor);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const own = staffProvidersOf(actor);
    const left = await queries.readSide(tx, query.left, own);
    const right = await queries.readSide(tx, query.right, own);
    if (left === undefined || right === undefined || left.id === right.id)
      return refuse("not_found");
    const zone = await timeZoneOf(tx, collegesOf(actor, "coordinator")[0]);
    const undoableUntil = dayAt(at, zone).add({ days: UNDO_DAYS }).toString();
    return accept({ left, right, undoableUntil });
  },
);
