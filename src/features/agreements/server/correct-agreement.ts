import { checkPeriod } from "#features/placements/placement.ts";
import { minutesPerDay } from "#features/plans/plan.ts";
import { type DeedContext, deed, type Input, type RefusalOf } from "#server/deed.ts";
import { accept, type Outcome, refuse } from "#shared/outcome.ts";
import { mayCorrect } from "../agreement.policy.ts";
import { mayStillChange } from "../agreement.ts";
import { correctAgreement } from "../agreement-deeds.contract.ts";
import { type AgreementFacts, APPRENTICE_MINUTES_PER_WEEK } from "../agreement-facts.ts";
import { composeAgreement } from "../compose-agreement.ts";
import { type AgreementText, textHashOf } from "../evidence.ts";
import { type AgreementRow, findText, lockAgreement } from "./agreement.queries.ts";
import { sha256 } from "./agreement-hash.ts";
import { writeToParty } from "./agreement-letters.ts";
import { factsNow, seatOf } from "./agreement-row.ts";
import { takeRevision } from "./closing.queries.ts";
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
  if (agreement.kind === "amendment") return refuse("forbidden", { reason: "amendment" });
  const open = mayStillChange(factsNow(agreement).state);
  if (!open.ok) return open;
  if (seenVersion !== null && seenVersion !== agreement.version) {
    return refuse("stale", { version: agreement.version });
  }
  const former = await textInForce(context, agreement);
  const facts = corrected(factsOf(former), body);
  const checked = checkFacts(facts);
  if (!checked.ok) return checked;
  const template = await templateOf(tx, agreement.provider_id, former.template);
  const text: AgreementText = { ...former, papers: composeAgreement(template, facts), facts };
  const textHash = await textHashOf(text, sha256);
  if (textHash === agreement.text_hash) return refuse("nothing_changed");
  const revision = agreement.revision + 1;
  const keys = { provider_id: agreement.provider_id, agreement_id: agreement.id };
  const { personId, actingName } = actor;
  const hand = { by: personId, actingName, at: at.toString(), why: body.why };
  await saveText(tx, keys, { revision, text, textHash, ...hand });
  await takeRevision(tx, agreement, revision);
  await tell(context, agreement, { former, text, revision, why: body.why });
  return accept({ version: agreement.version + 1, revision, textHash });
});

async function textInForce({ tx }: DeedContext, agreement: AgreementRow): Promise<AgreementText> {
  const found = await findText(tx, agreement, agreement.revision);
  if (found === undefined) throw new Error(`agreement ${agreement.id} has no text`);
  return textOf(found.text);
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
  const { actor, audit, touch } = context;
  const sections = changedSections(former, text, agreement.language).map(({ id }) => id);
  await audit({
    deed: "correct-agreement",
    subjectKind: "agreement",
    subjectId: agreement.id,
    placementId: agreement.placement_id,
    providerId: agreement.provider_id,
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
  await touch(`placement:${agreement.placement_id}`);
}
