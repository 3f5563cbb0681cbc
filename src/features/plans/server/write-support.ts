import { type Relation, relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import type { Ability } from "#shared/ability.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import { endSupport, shareSupport, writeSupport } from "../path.contract.ts";
import { mayShareSupport, mayWriteSupport } from "../path.policy.ts";
import * as queries from "./path.queries.ts";

type Gate = (relation: Relation) => Ability;

async function inside(
  { tx, actor }: DeedContext,
  placementId: string,
  gate: Gate,
): Promise<Outcome<SeenPlacement, Refusal<"not_found" | "forbidden">>> {
  const placement = await lockVisible(tx, actor, placementId);
  if (placement === null) return refuse("not_found");
  const may = gate(relationOf(actor, placement));
  return may.allowed ? accept(placement) : refuse("forbidden", { reason: may.reason });
}

/** A line is never rewritten: a word for the workplace is given to these words and no others. */
export const writeSupportRoute = deed(writeSupport, async (context, { params, body }) => {
  const found = await inside(context, params.placementId, mayWriteSupport);
  if (!found.ok) return found;
  const isSaved = await queries.saveSupport(context.tx, found.value, {
    id: params.noteId,
    text: body.text,
    writtenBy: context.actor.personId,
    at: context.at.toString(),
  });
  if (!isSaved) return refuse("already_saved");
  await keep(context, found.value, { deed: "write-support" }, params.noteId);
  return accept({ done: true });
});

export const endSupportRoute = deed(endSupport, async (context, { params }) => {
  const found = await inside(context, params.placementId, mayWriteSupport);
  if (!found.ok) return found;
  const change = { ended_at: context.at.toString() };
  const isEnded = await queries.changeSupport(context.tx, found.value, params.noteId, change);
  if (isEnded) await keep(context, found.value, { deed: "end-support" }, params.noteId);
  return accept({ done: true });
});

/** Consent is the student's alone, for one line, and is taken back as easily as it was given. */
export const shareSupportRoute = deed(shareSupport, async (context, { params, body }) => {
  const found = await inside(context, params.placementId, mayShareSupport);
  if (!found.ok) return found;
  const change = { shared_at: body.shared ? context.at.toString() : null };
  const isThere = await queries.changeSupport(context.tx, found.value, params.noteId, change);
  if (!isThere) return refuse("not_found");
  const trace = body.shared ? { deed: "share-support" } : { deed: "unshare-support" };
  await keep(context, found.value, trace, params.noteId);
  // Only from here on does the workplace's page have something new to read.
  await context.touch(`placement:${found.value.id}`);
  return accept({ done: true });
});

/** Neither the placement's history nor its live pages say that there is a line: that is nobody else's to know. */
async function keep(
  { audit, touch }: DeedContext,
  placement: SeenPlacement,
  trace: { readonly deed: string },
  noteId: string,
): Promise<void> {
  await audit({
    ...trace,
    subjectKind: "support-note",
    subjectId: noteId,
    providerId: placement.provider_id,
  });
  await touch(`person:${placement.student_id}`);
  await touch(`person:${placement.teacher_id}`);
}
