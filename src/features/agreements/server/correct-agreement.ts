import { checkPeriod } from "#features/placements/placement.ts";
import { minutesPerDay } from "#features/plans/plan.ts";
import { type DeedContext, deed, type Input, type RefusalOf } from "#server/deed.ts";
import { accept, type Outcome, refuse } from "#shared/outcome.ts";
import { mayBeCorrected, mayCorrect } from "../agreement.policy.ts";
import { AGREEMENT_KINDS, mayStillChange } from "../agreement.ts";
import { correctAgreement } from "../agreement-deeds.contract.ts";
import { type AgreementFacts, APPRENTICE_MINUTES_PER_WEEK } from "../agreement-facts.ts";
import { composeAgreement } from "../compose-agreement.ts";
import { type AgreementText, textHashOf } from "../evidence.ts";
import { type AgreementRow, findText, lockAgreement } from "./agreement.queries.ts";
import { sha256 } from "./agreement-hash.ts";
import { writeToParty } from "./agreement-letters.ts";
import { factsNow, oneOf, seatOf, subjectOf, touchPlacement } from "./agreement-row.ts";
import { takeRevision } from "./closing.queries.ts";
import { findGeneralTerms } from "./general-terms-in-force.ts";
import { saveText } from "./send.queries.ts";
import { templateOf } from "./template-api.ts";
import { changedSections, factsOf, textOf } from "./text-difference.ts";

type Body = Input<typeof correctAgreement>["body"];

/**
 * A line is put right before all have signed: the next revision of the text, with who and why. Everybody's
 * signature was of the former text, so all are asked anew; what they signed stays readable.
 */
export const correctAgreementRoute = deed(correctAgreement, async (context, { params, body }) => {
  const { tx, actor, at, seenVersion } = context;
  const agreement = await lockAgreement(tx, actor, params.agreementId);
  if (agreement === undefined) return refuse("not_found");
  const may = mayCorrect(seatOf(actor, agreement), actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const fixed = mayBeCorrected(oneOf(AGREEMENT_KINDS, agreement.kind));
  if (!fixed.allowed) return refuse("forbidden", { reason: fixed.reason });
  const open = mayStillChange(factsNow(agreement).state);
  if (!open.ok) return open;
  if (seenVersion !== null && seenVersion !== agreement.version) {
    return refuse("stale", { version: agreement.version });
  }
  const former = await textInForce(context, agreement);
  const changed = corrected(factsOf(former), body);
  const checked = checkFacts(changed);
  if (!checked.ok) return checked;
  const { text, frameworkAgreementId } = await reworded(context, agreement, former, changed);
  const textHash = await textHashOf(text, sha256);
  if (textHash === agreement.text_hash) return refuse("nothing_changed");
  const revision = agreement.revision + 1;
  const keys = { provider_id: agreement.provider_id, agreement_id: agreement.id };
  const { personId, actingName } = actor;
  const hand = { by: personId, actingName, at: at.toString(), why: body.why };
  await saveText(tx, keys, { revision, text, textHash, ...hand });
  await takeRevision(tx, agreement, revision, frameworkAgreementId);
  await tell(context, agreement, { former, text, revision, why: body.why });
  return accept({ version: agreement.version + 1, revision, textHash });
});

async function textInForce({ tx }: DeedContext, agreement: AgreementRow): Promise<AgreementText> {
  const found = await findText(tx, agreement, agreement.revision);
  if (found === undefined) throw new Error(`agreement ${agreement.id} has no text`);
  return textOf(found.text);
}

/** Worded as before; with another first day another framework agreement may hold, or none. */
async function reworded(
  { tx, at }: DeedContext,
  agreement: AgreementRow,
  former: AgreementText,
  changed: AgreementFacts,
) {
  const force = await findGeneralTerms(tx, agreement, changed, at);
  const facts = { ...changed, generalTerms: force?.terms ?? null };
  const template = await templateOf(tx, agreement.provider_id, former.template);
  const text: AgreementText = { ...former, papers: composeAgreement(template, facts), facts };
  return { text, frameworkAgreementId: force?.id ?? null };
}

function corrected(facts: AgreementFacts, { startsOn, endsOn, hours }: Body): AgreementFacts {
  return { ...facts, period: { startsOn, endsOn }, hours };
}

function checkFacts({
  period,
  hours,
  basis,
}: AgreementFacts): Outcome<true, RefusalOf<typeof correctAgreement>> {
  const days = checkPeriod({
    startsOn: Temporal.PlainDate.from(period.startsOn),
    endsOn: Temporal.PlainDate.from(period.endsOn),
  });
  if (!days.ok) return days;
  const day = minutesPerDay(hours);
  if (day <= 0 || hours.minutesPerWeek > 7 * day) {
    return refuse("hours_impossible", { minutesPerDay: day, minutesPerWeek: hours.minutesPerWeek });
  }
  const few = basis === "apprenticeship" && hours.minutesPerWeek < APPRENTICE_MINUTES_PER_WEEK;
  return few ? refuse("hours_too_few", { least: APPRENTICE_MINUTES_PER_WEEK }) : accept(true);
}

type Correction = {
  readonly former: AgreementText;
  readonly text: AgreementText;
  readonly revision: number;
  readonly why: string;
};

async function tell(
  context: DeedContext,
  agreement: AgreementRow,
  { former, text, revision, why }: Correction,
): Promise<void> {
  const { actor, audit } = context;
  const sections = changedSections(former, text, agreement.language).map(({ id }) => id);
  await audit({
    deed: "correct-agreement",
    ...subjectOf(agreement),
    change: { revision, sections },
  });
  const { student, employer } = factsOf(text);
  for (const party of agreement.parties) {
    if (party.personId === actor.personId || party.duty === "informed") continue;
    await writeToParty(context, "changed", party, {
      agreement,
      student: student.name,
      workplace: employer.workplace,
      reason: why,
    });
  }
  await touchPlacement(context, agreement);
}
