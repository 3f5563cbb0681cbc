import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import { putDocument } from "../workplace.contract.ts";
import { writesFor } from "./people.queries.ts";
import { bumpVersion, lockAsSeen, standsAt } from "./workplace-deeds.queries.ts";

/** A paper of the workplace with its validity; removed ones are kept and can be brought back. */
export const putDocumentRoute = deed(
  putDocument,
  async ({ tx, actor, at, seenVersion, audit }, { params, body }) => {
    const { workplaceId, documentId } = params;
    const may = mayEditRegister(actor);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const { validFrom, validUntil } = body;
    if (validFrom !== null && validUntil !== null && validUntil < validFrom) {
      return refuse("ends_before_start", { startsOn: validFrom });
    }
    const locked = await lockAsSeen(tx, workplaceId, seenVersion);
    if (!locked.ok) return locked;
    const there = await tx
      .selectFrom("workplace_document")
      .select("workplace_id")
      .where("id", "=", documentId)
      .executeTakeFirst();
    if (there !== undefined && !(await standsAt(tx, there.workplace_id, workplaceId))) {
      return refuse("id_used");
    }
    const values = {
      kind: body.kind,
      title: body.title,
      valid_from: validFrom,
      valid_until: validUntil,
      removed_at: body.removed ? at.toString() : null,
    };
    await tx
      .insertInto("workplace_document")
      .values({ id: documentId, workplace_id: workplaceId, ...values })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
      .execute();
    const version = await bumpVersion(tx, workplaceId);
    await audit({
      deed: "put-workplace-document",
      subjectKind: "workplace",
      subjectId: workplaceId,
      providerId: await writesFor(tx, collegesOf(actor, "coordinator"), workplaceId),
      change: { documentId, kind: body.kind, validUntil, removed: body.removed },
    });
    return accept({ id: documentId, version });
  },
);
