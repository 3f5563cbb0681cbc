import { checkPeriod } from "#features/placements/placement.ts";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import { isOpen } from "#features/plans/plan.ts";
import { findPlan } from "#features/plans/server/api.ts";
import { type DeedContext, deed, type Input, type RefusalOf } from "#server/deed.ts";
import { accept, type Outcome, refuse } from "#shared/outcome.ts";
import { DUTIES, SIGNING_ORDERS } from "../agreement.ts";
import type { AgreementFacts } from "../agreement-facts.ts";
import { amendAgreement } from "../amendment.contract.ts";
import { composeAmendment, diffFacts, dutiesOfAmendment } from "../amendment.ts";
import { type AmendmentFacts, changeFrom } from "../amendment-change.ts";
import { type AgreementText, textHashOf } from "../evidence.ts";
import { type AgreementRow, findAgreement } from "./agreement.queries.ts";
import { freezeFacts } from "./agreement-facts.queries.ts";
import { sha256 } from "./agreement-hash.ts";
import { writeToParty } from "./agreement-letters.ts";
import { oneOf, partyNamed } from "./agreement-row.ts";
import { amendedFacts, checkChange, standingOf } from "./amended-facts.ts";
import { listSeatsInForce } from "./amendment.queries.ts";
import { lockCarried } from "./carried-placement.ts";
import { findInForce } from "./in-force.queries.ts";
import * as queries from "./send.queries.ts";
import { factsOf, textOf } from "./text-difference.ts";

/**
 * A change of what was signed, put before those it affects. Days, hours, tutor, unit, tasks and objectives come with
 * the deed; what plan and placement say otherwise by now is told too. Nothing changes before they have signed.
 */
export const amendAgreementRoute = deed(amendAgreement, async (context, { params, body }) => {
  const { tx } = context;
  const carried = await lockCarried(context, params.placementId);
  if (!carried.ok) return carried;
  const placement = carried.value;
  if ((await queries.findOwn(tx, placement, body.id)) !== undefined) {
    return accept({ id: body.id, state: "out" } as const);
  }
  if (!isOpen(placement.state)) return refuse("placement_over", { state: placement.state });
  const earlier = await queries.listNumbers(tx, placement);
  if (earlier.some(({ state }) => state === "out")) return refuse("agreement_out_already");
  if (await queries.isTaken(tx, body.id)) return refuse("id_taken");
  const change = await changeOf(context, placement, body);
  if (!change.ok) return change;
  const number = Math.max(...earlier.map((one) => one.number)) + 1;
  await save(context, placement, body, number, change.value);
  await tell(context, placement, body.id, { ...change.value, why: body.why });
  return accept({ id: body.id, state: "out" } as const);
});

type Body = Input<typeof amendAgreement>["body"];
type Refused = RefusalOf<typeof amendAgreement>;
type Change = {
  readonly base: AgreementRow;
  readonly facts: AmendmentFacts;
  readonly lines: ReturnType<typeof diffFacts>;
};

/** What differs from the agreement in force; refused when there is none, or nothing differs. */
async function changeOf(
  context: DeedContext,
  placement: SeenPlacement,
  body: Body,
): Promise<Outcome<Change, Refused>> {
  const { tx, actor } = context;
  const force = await findInForce(tx, placement);
  const base = force && (await findAgreement(tx, actor, force.id));
  if (force === undefined || base === undefined) return refuse("nothing_in_force");
  const before = factsOf(textOf(force.text));
  const frozen = await freezeFacts(tx, placement, before.employment);
  const plan = await findPlan(context, placement);
  if (frozen.facts === null || plan === undefined) {
    return refuse("agreement_incomplete", { missing: frozen.missing });
  }
  const now = lastingDays(frozen.facts, before, body);
  const period = checkPeriod({
    startsOn: Temporal.PlainDate.from(now.period.startsOn),
    endsOn: Temporal.PlainDate.from(now.period.endsOn),
  });
  if (!period.ok) return period;
  const change = changeFrom(standingOf(placement, plan.content), body);
  const possible = await checkChange(context, placement, change, now);
  if (!possible.ok) return possible;
  const facts = await amendedFacts(tx, now, change, placement);
  const lines = diffFacts(before, facts);
  return lines.length === 0 ? refuse("nothing_changed") : accept({ base, facts, lines });
}

/** Without a new last day the one that was signed stays: a placement's own day is what was agreed. */
function lastingDays(now: AgreementFacts, before: AgreementFacts, { endsOn }: Body) {
  const period = { ...before.period, endsOn: endsOn ?? before.period.endsOn };
  return { ...now, period, generalTerms: before.generalTerms };
}

async function save(
  context: DeedContext,
  placement: SeenPlacement,
  { id, why }: Body,
  number: number,
  { base, facts, lines }: Change,
): Promise<void> {
  const { tx, actor, at } = context;
  const text: AgreementText = {
    template: { code: "amendment", version: 1 },
    papers: composeAmendment({
      lines,
      why,
      student: facts.student.name,
      workplace: facts.employer.workplace,
      base: { number: base.number, textHash: base.text_hash },
    }),
    facts,
  };
  await queries.saveAgreement(tx, placement, {
    id,
    number,
    basis: facts.basis,
    language: base.language,
    order: oneOf(SIGNING_ORDERS, base.signing_order),
    by: actor.personId,
    at: at.toString(),
    text,
    textHash: await textHashOf(text, sha256),
    seats: await seatsOf(context, placement, lines),
    amends: base.id,
    why,
  });
}

/** Those of the agreement and its amendments whom these lines ask. */
async function seatsOf(
  { tx }: Pick<DeedContext, "tx">,
  placement: SeenPlacement,
  lines: ReturnType<typeof diffFacts>,
): Promise<queries.Seat[]> {
  const held = await listSeatsInForce(tx, placement);
  const parties = held.map((one) => ({
    party: partyNamed(one.party),
    duty: oneOf(DUTIES, one.duty ?? "informed"),
  }));
  return dutiesOfAmendment(lines, parties).flatMap(({ party, duty }) => {
    const seat = held.find((one) => one.party === party);
    return seat === undefined
      ? []
      : [{ party, duty, personId: seat.personId, actingFor: seat.actingFor }];
  });
}

async function tell(
  context: DeedContext,
  placement: SeenPlacement,
  id: string,
  { facts, why, lines }: Pick<Change, "facts" | "lines"> & { readonly why: string },
): Promise<void> {
  const { tx, actor, audit, touch } = context;
  await audit({
    deed: "send-amendment",
    subjectKind: "agreement",
    subjectId: id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { fields: lines.map(({ field }) => field) },
  });
  const sent = await findAgreement(tx, actor, id);
  for (const party of sent?.parties ?? []) {
    if (party.personId === actor.personId) continue;
    await writeToParty(context, "amend", party, {
      agreement: { id, provider_id: placement.provider_id },
      student: facts.student.name,
      workplace: facts.employer.workplace,
      reason: why,
    });
  }
  await touch(`placement:${placement.id}`);
}
