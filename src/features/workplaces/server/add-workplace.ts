import { newId } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import { addWorkplace } from "../workplace.contract.ts";
import { employerOf, isNameTaken, saveFields, saveLanguages } from "./workplace-deeds.queries.ts";

/** A new workplace; one of the same employer and name is already in the register. */
export const addWorkplaceRoute = deed(addWorkplace, async ({ tx, actor, audit }, { body }) => {
  const may = mayEditRegister(actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const employerId = await employerOf(tx, {
    id: newId(),
    businessId: body.businessId,
    name: body.employerName,
  });
  const known = await isNameTaken(tx, employerId, body.name);
  if (known !== null) return refuse("workplace_known", { workplaceId: known });
  const added = await tx
    .insertInto("workplace")
    .values({
      id: body.id,
      employer_id: employerId,
      name: body.name,
      street: body.street,
      postal_code: body.postalCode,
      municipality: body.municipality,
      phone: body.phone,
      email: body.email,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("version")
    .executeTakeFirst();
  if (added === undefined) return refuse("id_used");
  if (!(await saveFields(tx, body.id, body.fields))) {
    return refuse("unknown_choice", { choice: "field" });
  }
  await saveLanguages(tx, body.id, body.languages);
  await audit({
    deed: "add-workplace",
    subjectKind: "workplace",
    subjectId: body.id,
    providerId: collegesOf(actor, "coordinator")[0] ?? null,
    change: { employerId },
  });
  return accept({ id: body.id, version: added.version });
});
