import { relationOf } from "#features/placements/placement.policy.ts";
import { findVisible } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { listAgreements, listMyAgreements, previewAgreement } from "../agreement.contract.ts";
import { maySend } from "../agreement.policy.ts";
import { composeAgreement } from "../compose-agreement.ts";
import { freezeFacts } from "./agreement-facts.queries.ts";
import { partyNamed } from "./agreement-row.ts";
import { findGeneralTerms } from "./general-terms-in-force.ts";
import * as queries from "./list.queries.ts";
import { asListed } from "./listed.ts";
import * as signers from "./signers.queries.ts";
import { templateInUse } from "./template-api.ts";

export const listAgreementsRoute = view(listAgreements, async ({ tx, actor }, { params }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const send = maySend({ carries: relation === "teacher" || relation === "coordinator" });
  const rows = await queries.listOf(tx, placement);
  const base = { placementId: placement.id, rows: rows.map(asListed), abilities: { send } };
  if (!send.allowed) return accept({ ...base, missing: [], choices: NO_CHOICES });
  const { missing, facts } = await freezeFacts(tx, placement, null);
  const ground = await queries.groundOf(tx, placement);
  return accept({
    ...base,
    missing: [...missing],
    choices: {
      provider: await signers.listProviderSigners(tx, placement, placement.teacher_id),
      employer: await signers.listEmployerSigners(tx, placement),
      guardian: await signers.listGuardians(tx, placement),
      needsGuardian: facts?.student.underage ?? false,
      needsEmployment: ground.basis === "apprenticeship",
    },
  });
});

const NO_CHOICES = {
  provider: [],
  employer: [],
  guardian: [],
  needsGuardian: false,
  needsEmployment: false,
};

export const listMyAgreementsRoute = view(listMyAgreements, async ({ tx, actor }) => {
  const rows = await queries.listMine(tx, actor);
  return accept({
    rows: rows.map((row) => ({
      ...asListed(row),
      party: partyNamed(row.party),
      asked: row.asked,
      studentName: row.student_name,
      workplaceName: row.workplace_name,
      employerName: row.employer_name,
      providerName: row.provider_name,
    })),
  });
});

export const previewAgreementRoute = view(
  previewAgreement,
  async ({ tx, actor, at }, { params }) => {
    const placement = await findVisible(tx, actor, params.placementId);
    if (placement === null) return refuse("not_found");
    const relation = relationOf(actor, placement);
    const may = maySend({ carries: relation === "teacher" || relation === "coordinator" });
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const { facts: frozen, missing } = await freezeFacts(tx, placement, null);
    if (frozen === null) return refuse("agreement_incomplete", { missing });
    const force = await findGeneralTerms(tx, placement, frozen, at);
    const facts = { ...frozen, generalTerms: force?.terms ?? null };
    const today = dayAt(at, facts.timeZone);
    const { code, version, template } = await templateInUse(
      tx,
      placement.provider_id,
      facts.basis,
      today,
    );
    return accept({
      papers: composeAgreement(template, facts),
      planNumber: facts.planNumber,
      templateCode: code,
      templateVersion: version,
      refersTo: force && { id: force.id, number: force.terms.number },
    });
  },
);
