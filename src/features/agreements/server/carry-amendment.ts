import { tellCalendars } from "#features/calendars/server/api.ts";
import {
  findBehindAgreement,
  moveToUnit,
  type SeenPlacement,
  seatTutor,
} from "#features/placements/server/api.ts";
import { isOpen, type PlanContent } from "#features/plans/plan.ts";
import {
  carryAmended,
  findPlan,
  markAmended,
  type SignedMark,
} from "#features/plans/server/api.ts";
import { endDecision } from "#features/suitability/server/api.ts";
import type { DeedContext } from "#server/deed.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import type { AmendedField } from "../amendment.ts";
import { type AmendmentChange, changeIn, overtakenLines } from "../amendment-change.ts";
import { type AgreementRow, findAgreement, findText, type PartyRow } from "./agreement.queries.ts";
import { type ChangeRefusal, checkChange, placementAfter, standingOf } from "./amended-facts.ts";
import { applyPeriod } from "./in-force.queries.ts";
import { tellFormerTutor, tellTutorOfAmendment } from "./tell-tutor.ts";
import { factsOf, textOf } from "./text-difference.ts";

type Overtaken = Refusal<"amendment_overtaken">;

/**
 * Whether an amendment still says the truth about what it changes. Whoever signs is told before they do, and the last
 * signature is refused rather than carried out over what somebody has agreed since.
 */
export async function checkOvertaken(
  context: Pick<DeedContext, "tx" | "at">,
  agreement: AgreementRow,
): Promise<Outcome<true, Overtaken>> {
  const fields = await overtakenFields(context, agreement);
  return fields.length === 0 ? accept(true) : refuse("amendment_overtaken", { fields });
}

/** Lines that can no longer be carried out as they were proposed; "placement" when it is over. */
export async function overtakenFields(
  context: Pick<DeedContext, "tx" | "at">,
  agreement: AgreementRow,
): Promise<readonly (AmendedField | "placement")[]> {
  if (agreement.kind !== "amendment" || agreement.state !== "out") return [];
  const found = await readChange(context, agreement);
  if (!isOpen(found.placement.state)) return ["placement"];
  const { placement, change, plan, facts } = found;
  if (change === null || plan === undefined) return [];
  const moved = overtakenLines(change, standingOf(placement, plan.content));
  if (moved.length > 0) return moved;
  const possible = await checkChange(context, placement, change, facts);
  return possible.ok ? [] : [fieldOf(possible.refusal)];
}

/** Only agreements and amendments are carried out, and each of them is a placement's. */
function placementOf({ id, placement_id }: AgreementRow): string {
  if (placement_id === null) throw new Error(`agreement ${id} is no placement's`);
  return placement_id;
}

async function readChange({ tx }: Pick<DeedContext, "tx">, agreement: AgreementRow) {
  const placement = await findBehindAgreement(tx, placementOf(agreement));
  const text = textOf((await findText(tx, agreement, agreement.revision))?.text);
  const facts = factsOf(text);
  return {
    placement,
    text,
    facts,
    change: changeIn(facts),
    plan: await findPlan({ tx }, placement),
  };
}

const FIELDS: Partial<Record<ChangeRefusal["code"], AmendedField>> = {
  unit_suspended: "workplace",
  unknown_task: "tasks",
  task_twice: "tasks",
  unknown_requirement: "objectives",
  requirement_proven: "objectives",
  hours_impossible: "hours",
  hours_too_few: "hours",
};

function fieldOf({ code, params }: ChangeRefusal): AmendedField {
  const { choice } = params ?? {};
  return FIELDS[code] ?? (choice === "workplace" ? "workplace" : "tutor");
}

/** What everyone has signed holds: days, tutor, unit and plan are those of the text. */
export async function carryAgreed(context: DeedContext, agreement: AgreementRow): Promise<void> {
  if (agreement.kind === "framework_agreement") return;
  const { placement, text, facts, change } = await readChange(context, agreement);
  await applyPeriod(context.tx, placement.id, facts.period);
  if (agreement.kind === "agreement" || change === null) return;
  const checked = await checkChange(context, placement, change, facts);
  if (!checked.ok) throw new Error(`a signed amendment cannot be carried: ${checked.refusal.code}`);
  const after = placementAfter(placement, change, facts);
  const parties = (await findAgreement(context.tx, context.actor, agreement.id))?.parties ?? [];
  await carrySeats(context, agreement, placement, change);
  const planNumber = await carryPlan(context, { ...agreement, parties }, after, checked.value);
  await context.audit({
    deed: "carry-amendment",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { ...traceOf(change), planNumber, agreementId: agreement.id },
  });
  await tellCalendars(context.house, context.tx, after);
  const news = { agreement, placement, after, text };
  await tellTutorOfAmendment(context, news);
  await tellFormerTutor(context, news);
}

function traceOf({ tutor, workplace, hours, tasks, objectives }: AmendmentChange) {
  return {
    tutor,
    workplace,
    plan: [hours && "hours", tasks && "tasks", objectives && "objectives"].filter(Boolean),
  };
}

async function carrySeats(
  context: DeedContext,
  agreement: AgreementRow,
  placement: SeenPlacement,
  { workplace, tutor }: AmendmentChange,
): Promise<void> {
  if (workplace !== null) {
    await moveToUnit(context, placement, workplace.to);
    await endDecision(context.tx, placement, agreement.id);
  }
  if (tutor !== null) await seatTutor(context, placement, tutor.to);
}

/** The plan's next version, with the marks of those of the three who have signed or read the amendment. */
async function carryPlan(
  context: DeedContext,
  agreement: AgreementRow,
  after: SeenPlacement,
  content: PlanContent | null,
): Promise<number | null> {
  if (content === null) return null;
  const marks = marksOf(agreement.parties, after);
  const proposed: SignedMark[] =
    agreement.sent_by === after.teacher_id && !marks.some(({ party }) => party === "teacher")
      ? [{ party: "teacher", personId: after.teacher_id, at: agreement.sent_at }]
      : [];
  return carryAmended(context, after, content, {
    agreementId: agreement.id,
    by: agreement.sent_by,
    why: agreement.why,
    marks: [...marks, ...proposed],
  });
}

/** A party of the agreement who is one of the three of the plan, whichever of them that is. */
function marksOf(parties: readonly PartyRow[], after: SeenPlacement): SignedMark[] {
  const three = [
    { party: "student", personId: after.student_id },
    { party: "tutor", personId: after.tutor_id },
    { party: "teacher", personId: after.teacher_id },
  ] as const;
  return three.flatMap(({ party, personId }) => {
    const at = parties.find((one) => one.personId === personId)?.signedAt ?? null;
    return personId === null || at === null ? [] : [{ party, personId, at }];
  });
}

/** A student who reads a signed amendment later has agreed to the version of the plan that it made. */
export async function markReader(
  context: DeedContext,
  agreement: AgreementRow,
  { personId }: PartyRow,
  at: string,
): Promise<void> {
  if (agreement.kind !== "amendment" || agreement.state !== "completed") return;
  if (personId !== agreement.student_id) return;
  const placement = { id: placementOf(agreement), provider_id: agreement.provider_id };
  await markAmended(context, placement, agreement.id, { party: "student", personId, at });
}
