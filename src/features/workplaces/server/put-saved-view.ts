import { deed } from "#server/deed.ts";
import { staffProvidersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayEditView } from "../register.policy.ts";
import { putSavedView } from "../saved-view.contract.ts";
import { saveView } from "./saved-view.queries.ts";

/** Its owner's; shared ones are read by all staff of the college. A deleted one can be brought back. */
export const putSavedViewRoute = deed(
  putSavedView,
  async ({ tx, actor, at, seenVersion, audit }, { params: { viewId }, body }) => {
    const [providerId] = staffProvidersOf(actor);
    if (providerId === undefined) return refuse("forbidden", { reason: "role" });
    const there = await tx
      .selectFrom("saved_view")
      .select(["owner_id", "version", "provider_id"])
      .where("id", "=", viewId)
      .forUpdate()
      .executeTakeFirst();
    const may = mayEditView(actor, { ownerId: there?.owner_id ?? actor.personId });
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    if ((there?.version ?? 0) !== (seenVersion ?? 0)) {
      return refuse("stale", { version: there?.version ?? 0 });
    }
    const version = (there?.version ?? 0) + 1;
    const values = {
      name: body.name,
      query: body.query,
      shared: body.shared,
      version,
      deletedAt: body.deleted ? at.toString() : null,
    };
    const view = { id: viewId, ownerId: actor.personId, providerId, ...values };
    if (!(await saveView(tx, view, there === undefined))) return refuse("id_used");
    await audit({
      deed: "put-saved-view",
      subjectKind: "saved_view",
      subjectId: viewId,
      providerId: there?.provider_id ?? providerId,
      change: { shared: body.shared, deleted: body.deleted },
    });
    return accept({ id: viewId, version });
  },
);
