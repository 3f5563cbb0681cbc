import { deed, view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayNameLead, mayReadLead } from "../safety.policy.ts";
import { nameSafetyLead, readSafetyLead } from "../safety-lead.contract.ts";
import * as queries from "./safety-lead.queries.ts";

export const readSafetyLeadRoute = view(readSafetyLead, async ({ tx, actor }, { params }) => {
  const { providerId } = params;
  if (!mayReadLead(actor, providerId)) return refuse("not_found");
  const provider = await queries.findProvider(tx, providerId);
  const staff = await queries.listStaff(tx, providerId);
  const people = staff.map(({ id, name }) => ({ personId: id, name }));
  return accept({
    providerName: provider.name,
    lead: people.find(({ personId }) => personId === provider.safety_lead_id) ?? null,
    people,
    history: await queries.listNamed(tx, providerId),
    abilities: { name: mayNameLead(actor, providerId) },
  });
});

/** From now on students can choose this person; nobody is let into what was told before. */
export const nameSafetyLeadRoute = deed(nameSafetyLead, async (context, { params, body }) => {
  const { tx, actor, audit } = context;
  const { providerId } = params;
  if (!mayReadLead(actor, providerId)) return refuse("not_found");
  const may = mayNameLead(actor, providerId);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const { safety_lead_id } = await queries.lockProvider(tx, providerId);
  const staff = await queries.listStaff(tx, providerId);
  if (!staff.some(({ id }) => id === body.personId)) return refuse("unknown_person");
  if (safety_lead_id === body.personId) return accept({ done: true } as const);
  if (safety_lead_id !== body.instead) return refuse("lead_changed");
  await queries.saveLead(tx, providerId, body.personId);
  await audit({
    deed: queries.NAMED,
    subjectKind: "provider",
    subjectId: providerId,
    providerId,
    change: { personId: body.personId, instead: body.instead },
  });
  return accept({ done: true } as const);
});
