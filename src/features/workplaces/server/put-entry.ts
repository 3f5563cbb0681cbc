import { dayAt } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { collegesOf, mayNoteContact, mayWithdrawEntry } from "../register.policy.ts";
import { putEntry } from "../workplace.contract.ts";
import { writesFor } from "./people.queries.ts";
import { timeZoneOf } from "./register-list.queries.ts";
import { addEntry, findEntry, markWithdrawn } from "./relation-entry.queries.ts";
import { lockStanding, standsAt } from "./workplace-deeds.queries.ts";

/** A contact or a note as it was written; taken back and brought back, never rewritten. */
export const putEntryRoute = deed(putEntry, async (context, { params, body }) => {
  const { tx, actor, at, audit } = context;
  const { workplaceId, entryId: id } = params;
  const may = mayNoteContact(actor);
  const colleges = collegesOf(actor, "coordinator", "teacher");
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const workplace = await lockStanding(tx, workplaceId);
  if (!workplace.ok) return workplace;
  const there = await findEntry(tx, colleges, id);
  const providerId = there?.provider_id ?? (await writesFor(tx, colleges, workplaceId));
  if (providerId === null) return refuse("forbidden", { reason: "role" });
  const today = dayAt(at, await timeZoneOf(tx, providerId)).toString();
  if (body.onDay > today) return refuse("in_future");
  const withdrawnAt = body.withdrawn ? at.toString() : null;
  if (there === undefined) {
    const writer = { by: actor.personId, at: at.toString() };
    const entry = { id, providerId, workplaceId, ...body, withdrawnAt };
    if (!(await addEntry(tx, entry, writer))) return refuse("id_used");
  } else {
    if (!(await standsAt(tx, there.workplace_id, workplaceId))) return refuse("id_used");
    const mayBack = mayWithdrawEntry(actor, { providerId, writtenBy: there.written_by });
    if (!mayBack.allowed) return refuse("forbidden", { reason: mayBack.reason });
    await markWithdrawn(tx, { id, providerId, withdrawnAt });
  }
  await audit({
    deed: "put-relation-entry",
    subjectKind: "workplace",
    subjectId: workplaceId,
    providerId,
    change: { entryId: id, kind: body.kind, onDay: body.onDay, withdrawn: body.withdrawn },
  });
  return accept({ done: true });
});
