import { dayAt } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mergeWorkplaces } from "../merge.contract.ts";
import { changeOf, UNDO_DAYS } from "../merge.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import * as queries from "./merge.queries.ts";
import { writesFor } from "./people.queries.ts";
import { timeZoneOf } from "./register-list.queries.ts";

const DAY_HOURS = 24;

/**
 * One workplace gives way to the other. No row of any college moves: the one that gave way keeps its own
 * and points to the other, so that a placement of another college is touched by nobody (decision 7).
 */
export const mergeWorkplacesRoute = deed(
  mergeWorkplaces,
  async ({ tx, actor, at, audit }, { body }) => {
    const may = mayEditRegister(actor);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    if (body.keep.id === body.give.id) return refuse("same_workplace");
    const cards = await queries.lockCards(tx, [body.keep.id, body.give.id]);
    const keep = cards.find(({ id }) => id === body.keep.id);
    const give = cards.find(({ id }) => id === body.give.id);
    if (keep === undefined || give === undefined) return refuse("not_found");
    const merged = keep.survivor_id ?? give.survivor_id;
    if (merged !== null) return refuse("workplace_merged", { workplaceId: merged });
    if (keep.version !== body.keep.version) return refuse("stale", { version: keep.version });
    if (give.version !== body.give.version) return refuse("stale", { version: give.version });
    const change = changeOf(keep, give, body.take);
    const undoable = at.add({ hours: UNDO_DAYS * DAY_HOURS });
    const merge = { id: body.id, keptId: keep.id, givenId: give.id, reason: body.reason, change };
    const when = { by: actor.personId, at: at.toString(), undoableUntil: undoable.toString() };
    if (!(await queries.addMerge(tx, merge, when))) return refuse("id_used");
    await queries.saveCard(tx, keep.id, { ...keep, ...change.after });
    await queries.pointTo(tx, give.id, keep.id);
    await audit({
      deed: "merge-workplaces",
      subjectKind: "workplace",
      subjectId: keep.id,
      providerId: await writesFor(tx, collegesOf(actor, "coordinator"), keep.id),
      change: { mergeId: body.id, givenId: give.id, take: body.take },
    });
    const zone = await timeZoneOf(tx, collegesOf(actor, "coordinator")[0]);
    return accept({ id: body.id, undoableUntil: dayAt(undoable, zone).toString() });
  },
);
