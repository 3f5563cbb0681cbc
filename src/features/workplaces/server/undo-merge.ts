import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { storedCard, undoMerge } from "../merge.contract.ts";
import { takenBack } from "../merge.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import * as queries from "./merge.queries.ts";
import { writesFor } from "./people.queries.ts";

/** The one that gave way stands by itself again; what was added to the kept one since stays there. */
export const undoMergeRoute = deed(undoMerge, async ({ tx, actor, at, audit }, { params }) => {
  const may = mayEditRegister(actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const seen = await queries.findMerge(tx, params.mergeId);
  if (seen === undefined) return refuse("not_found");
  const cards = await queries.lockCards(tx, [seen.kept_id, seen.given_id]);
  // Read again under the locks: somebody may just have taken it back.
  const merge = await queries.findMerge(tx, params.mergeId);
  if (merge === undefined || merge.undone_at !== null) return refuse("merge_undone");
  const isOver = Temporal.Instant.compare(at, merge.undoable_until) > 0;
  if (isOver) return refuse("merge_too_old");
  const kept = cards.find(({ id }) => id === merge.kept_id);
  if (kept === undefined) return refuse("not_found");
  const change = {
    before: storedCard.parse(merge.before),
    after: storedCard.parse(merge.after),
  };
  await queries.saveCard(tx, kept.id, takenBack(kept, change));
  await queries.standAlone(tx, merge.given_id);
  await tx
    .updateTable("workplace_merge")
    .set({ undone_by: actor.personId, undone_at: at.toString() })
    .where("id", "=", merge.id)
    .execute();
  await audit({
    deed: "undo-merge",
    subjectKind: "workplace",
    subjectId: merge.kept_id,
    providerId: await writesFor(tx, collegesOf(actor, "coordinator"), merge.kept_id),
    change: { mergeId: merge.id, givenId: merge.given_id },
  });
  return accept({ done: true });
});
