import { collegesOf } from "#features/workplaces/register.policy.ts";
import { writesFor } from "#features/workplaces/server/api.ts";
import { dayAt } from "#server/clock.ts";
import {
  type DeedContext,
  deed,
  type Input,
  type RefusalOf,
  type ViewContext,
} from "#server/deed.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import type { SigningOrder } from "../agreement.ts";
import { type AgreementText, textHashOf } from "../evidence.ts";
import { sendFrameworkAgreement } from "../framework-agreement.contract.ts";
import { basesOf, checkValidity, type FrameworkFacts } from "../framework-agreement.ts";
import { composeFramework } from "../framework-agreement-words.ts";
import { findAgreement } from "./agreement.queries.ts";
import { sha256 } from "./agreement-hash.ts";
import { writeToParty } from "./agreement-letters.ts";
import { chooseEmployer } from "./choose-signer.ts";
import * as frameworks from "./framework.queries.ts";
import * as queries from "./send.queries.ts";
import { listProviderSigners } from "./signers.queries.ts";
import { templateInUse } from "./template-api.ts";

type Body = Input<typeof sendFrameworkAgreement>["body"];
type Refused = RefusalOf<typeof sendFrameworkAgreement>;

/** Who keeps the provider's agreements puts general terms before an employer; both sign the same text. */
export const sendFrameworkRoute = deed(
  sendFrameworkAgreement,
  async (context, { params, body }) => {
    const { tx } = context;
    const sides = await findSides(context, params.workplaceId);
    if (!sides.ok) return sides;
    const { employer, provider } = sides.value;
    const keys = { provider_id: provider.id, employer_id: employer.employer_id };
    await frameworks.lockSides(tx, keys);
    const earlier = await frameworks.listBetween(tx, keys);
    if (earlier.some(({ id }) => id === body.id)) {
      return accept({ id: body.id, state: "out" } as const);
    }
    if (earlier.some(({ state }) => state === "out")) return refuse("agreement_out_already");
    if (await queries.isTaken(tx, body.id)) return refuse("id_taken");
    const number = (earlier[0]?.number ?? 0) + 1;
    const worded = await wordFramework(context, sides.value, body, number);
    if (!worded.ok) return worded;
    const seats = await chooseSides(context, sides.value, body);
    if (!seats.ok) return seats;
    await save(context, sides.value, { ...body, ...worded.value, number, seats: seats.value });
    await askBoth(context, sides.value, body.id);
    return accept({ id: body.id, state: "out" } as const);
  },
);

type Sending = Pick<Body, "id" | "language" | "validFrom" | "validUntil"> & {
  readonly number: number;
  readonly text: AgreementText;
  readonly facts: FrameworkFacts;
  readonly order: SigningOrder;
  readonly seats: readonly queries.Seat[];
};

async function save(
  { tx, actor, at, audit }: DeedContext,
  { employer, provider }: BothSides,
  { facts, validFrom, validUntil, ...sending }: Sending,
): Promise<void> {
  const keys = { provider_id: provider.id, employer_id: employer.employer_id };
  await queries.saveFrameworkAgreement(tx, keys, {
    ...sending,
    by: actor.personId,
    at: at.toString(),
    textHash: await textHashOf(sending.text, sha256),
  });
  await frameworks.saveFramework(tx, {
    provider_id: provider.id,
    agreement_id: sending.id,
    workplace_id: employer.id,
    bases: facts.bases,
    valid_from: validFrom,
    valid_until: validUntil,
  });
  await audit({
    deed: "send-framework-agreement",
    subjectKind: "agreement",
    subjectId: sending.id,
    providerId: provider.id,
    change: { number: sending.number, until: validUntil },
  });
}

export type BothSides = {
  readonly employer: frameworks.EmployerRow;
  readonly provider: frameworks.ProviderRow;
};

/** The workplace's employer, and the college for which the actor makes such agreements. */
export async function findSides(
  { tx, actor }: Pick<ViewContext, "tx" | "actor">,
  workplaceId: string,
): Promise<Outcome<BothSides, Refusal<"not_found" | "forbidden">>> {
  const employer = await frameworks.findEmployer(tx, workplaceId);
  if (employer === undefined) return refuse("not_found");
  const colleges = actor.means === "link" ? [] : collegesOf(actor, "coordinator", "provider_admin");
  const providerId = await writesFor(tx, colleges, workplaceId);
  if (providerId === null) return refuse("forbidden", { reason: "role" });
  return accept({ employer, provider: await frameworks.findProvider(tx, providerId) });
}

type Chosen = Pick<Body, "covers" | "validFrom" | "validUntil">;

/** The text for these days, worded by the provider's template in use; refused when the days cannot be. */
export async function wordFramework(
  { tx, at }: Pick<ViewContext, "tx" | "at">,
  { employer, provider }: BothSides,
  { covers, validFrom, validUntil }: Chosen,
  number: number,
) {
  const facts: FrameworkFacts = {
    number,
    bases: basesOf(covers),
    period: { startsOn: validFrom, endsOn: validUntil },
    provider: { name: provider.name, businessId: provider.business_id },
    employer: { name: employer.employer_name, businessId: employer.business_id },
    timeZone: provider.time_zone,
  };
  const today = dayAt(at, provider.time_zone);
  const days = checkValidity(facts.period, today.toString());
  if (!days.ok) return days;
  const inUse = await templateInUse(tx, provider.id, "framework_agreement", today);
  const { code, version, template } = inUse;
  const papers = composeFramework(template, facts);
  const text: AgreementText = { template: { code, version }, papers, facts };
  return accept({ text, facts, order: template.order });
}

/** Who signs for each; a person never stands on both sides. */
async function chooseSides(
  { tx }: DeedContext,
  { employer, provider }: BothSides,
  body: Body,
): Promise<Outcome<queries.Seat[], Refused>> {
  const place = { provider_id: provider.id, workplace_id: employer.id, student_id: null };
  const staff = await listProviderSigners(tx, place, null);
  if (!staff.some(({ id }) => id === body.providerSignerId)) {
    return refuse("unknown_choice", { choice: "provider" });
  }
  const signer = await chooseEmployer(tx, place, body.employer);
  if (!signer.ok) return signer;
  if (signer.value === body.providerSignerId) return refuse("same_signer");
  const college = provider.name.fi ?? provider.name.sv ?? "";
  return accept([
    {
      party: "provider",
      duty: "signs",
      personId: body.providerSignerId,
      actingFor: `${college}, ${provider.business_id}`,
    },
    {
      party: "employer",
      duty: "signs",
      personId: signer.value,
      actingFor: `${employer.employer_name}, ${employer.business_id}`,
    },
  ]);
}

async function askBoth(
  context: DeedContext,
  { employer, provider }: BothSides,
  id: string,
): Promise<void> {
  const { tx, actor } = context;
  const sent = await findAgreement(tx, actor, id);
  for (const party of sent?.parties ?? []) {
    if (party.personId === actor.personId) continue;
    await writeToParty(context, "sign", party, {
      agreement: { id, provider_id: provider.id },
      college: provider.name,
      employer: employer.employer_name,
    });
  }
}
