import { BEFORE_START } from "#features/placements/placement.ts";
import { moveByAgreement, type SeenPlacement } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { type DeedContext, deed, type RefusalOf } from "#server/deed.ts";
import { accept, type Outcome, refuse } from "#shared/outcome.ts";
import { dutiesOf } from "../agreement.ts";
import { sendAgreement } from "../agreement-deeds.contract.ts";
import { type AgreementFacts, APPRENTICE_MINUTES_PER_WEEK } from "../agreement-facts.ts";
import { composeAgreement } from "../compose-agreement.ts";
import { type AgreementText, textHashOf } from "../evidence.ts";
import type { VersionedTemplate } from "../national-templates.ts";
import { findAgreement } from "./agreement.queries.ts";
import { freezeFacts } from "./agreement-facts.queries.ts";
import { sha256 } from "./agreement-hash.ts";
import { writeToParty } from "./agreement-letters.ts";
import { chooseSeats } from "./agreement-seats.ts";
import { lockCarried } from "./carried-placement.ts";
import { findGeneralTerms } from "./general-terms-in-force.ts";
import * as queries from "./send.queries.ts";
import { templateInUse } from "./template-api.ts";

type Refused = RefusalOf<typeof sendAgreement>;

/** Freezes the newest plan and the terms into one text and asks everyone it binds. */
export const sendAgreementRoute = deed(sendAgreement, async (context, { params, body }) => {
  const { tx, actor, at } = context;
  const carried = await lockCarried(context, params.placementId);
  if (!carried.ok) return carried;
  const placement = carried.value;
  const repeated = await queries.findOwn(tx, placement, body.id);
  if (repeated !== undefined) return accept({ id: body.id, state: "out" } as const);
  const open = await checkOpen(context, placement, body.id);
  if (!open.ok) return open;
  const frozen = await freezeFacts(tx, placement, body.employment);
  if (frozen.facts === null) return refuse("agreement_incomplete", { missing: frozen.missing });
  const force = await findGeneralTerms(tx, placement, frozen.facts, at);
  const facts = { ...frozen.facts, generalTerms: force?.terms ?? null };
  const terms = checkTerms(facts);
  if (!terms.ok) return terms;
  const today = dayAt(at, facts.timeZone);
  const inUse = await templateInUse(tx, placement.provider_id, facts.basis, today);
  const duties = dutiesOf(facts.basis, facts.student, inUse.template.guardian);
  const seats = await chooseSeats(context, placement, facts, duties, body);
  if (!seats.ok) return seats;
  const text = worded(inUse, facts);
  await queries.saveAgreement(tx, placement, {
    id: body.id,
    number: open.value,
    basis: facts.basis,
    language: body.language,
    order: inUse.template.order,
    by: actor.personId,
    at: at.toString(),
    text,
    textHash: await textHashOf(text, sha256),
    seats: seats.value,
    frameworkAgreementId: force?.id ?? null,
  });
  await moveByAgreement(tx, placement, "agreement_out", at);
  await tell(context, placement, body.id, facts);
  return accept({ id: body.id, state: "out" } as const);
});

function worded(
  { code, version, template }: VersionedTemplate,
  facts: AgreementFacts,
): AgreementText {
  return { template: { code, version }, papers: composeAgreement(template, facts), facts };
}

/** The number the agreement will have; refused when the placement is over or another one is out. */
async function checkOpen(
  { tx }: DeedContext,
  placement: SeenPlacement,
  id: string,
): Promise<Outcome<number, Refused>> {
  const isOpen =
    placement.state === "running" || BEFORE_START.some((one) => one === placement.state);
  if (!isOpen) return refuse("wrong_state", { from: placement.state, to: "agreement_out" });
  const earlier = await queries.listNumbers(tx, placement);
  if (earlier.some(({ state }) => state === "out")) return refuse("agreement_out_already");
  if (await queries.isTaken(tx, id)) return refuse("id_taken");
  return accept(Math.max(0, ...earlier.map(({ number }) => number)) + 1);
}

/** Terms that the basis asks for (finland.md §3 rule 4); a training agreement has no pay. */
function checkTerms({ basis, employment, hours }: AgreementFacts): Outcome<true, Refused> {
  if (basis === "training_agreement") return accept(true);
  if (employment === null) return refuse("employment_missing");
  const least = Math.min(employment.minutesPerWeekOnAverage, hours.minutesPerWeek);
  return least < APPRENTICE_MINUTES_PER_WEEK
    ? refuse("hours_too_few", { least: APPRENTICE_MINUTES_PER_WEEK })
    : accept(true);
}

async function tell(
  context: DeedContext,
  placement: SeenPlacement,
  id: string,
  facts: AgreementFacts,
): Promise<void> {
  const { tx, actor, audit, touch } = context;
  await audit({
    deed: "send-agreement",
    subjectKind: "agreement",
    subjectId: id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { planNumber: facts.planNumber },
  });
  const sent = await findAgreement(tx, actor, id);
  for (const party of sent?.parties ?? []) {
    if (party.personId === actor.personId) continue;
    await writeToParty(context, "sign", party, {
      agreement: { id, provider_id: placement.provider_id },
      student: facts.student.name,
      workplace: facts.employer.workplace,
    });
  }
  await touch(`placement:${placement.id}`);
}
