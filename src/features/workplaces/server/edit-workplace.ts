import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import { editWorkplace } from "../workplace.contract.ts";
import { writesFor } from "./people.queries.ts";
import { bumpVersion, lockAsSeen, saveFields, saveLanguages } from "./workplace-deeds.queries.ts";

/** Name, address, contact, fields and languages; two at once do not overwrite. */
export const editWorkplaceRoute = deed(
  editWorkplace,
  async ({ tx, actor, seenVersion, audit }, { params, body }) => {
    const may = mayEditRegister(actor);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const locked = await lockAsSeen(tx, params.workplaceId, seenVersion);
    if (!locked.ok) return locked;
    const next = {
      name: body.name,
      street: body.street,
      postal_code: body.postalCode,
      municipality: body.municipality,
      phone: body.phone,
      email: body.email,
    };
    const present: Record<string, unknown> = locked.value;
    const changed = Object.entries(next).flatMap(([column, value]) =>
      present[column] === value ? [] : [column],
    );
    await tx.updateTable("workplace").set(next).where("id", "=", params.workplaceId).execute();
    if (!(await saveFields(tx, params.workplaceId, body.fields))) {
      return refuse("unknown_choice", { choice: "field" });
    }
    await saveLanguages(tx, params.workplaceId, body.languages);
    const version = await bumpVersion(tx, params.workplaceId);
    await audit({
      deed: "edit-workplace",
      subjectKind: "workplace",
      subjectId: params.workplaceId,
      providerId: await writesFor(tx, collegesOf(actor, "coordinator"), params.workplaceId),
      change: { changed, fields: body.fields, languages: body.languages },
    });
    return accept({ id: params.workplaceId, version });
  },
);
