import { findVisible } from "#features/placements/server/api.ts";
import { newId } from "#server/clock.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { sendSafety, tellMore } from "../safety.contract.ts";
import { answerBy, CHECKS, type Check, isLate, type Part, QUESTIONS, STATES } from "../safety.ts";
import { auditQuietly, choicesOf, type Hearer, tellHearers } from "./circle.ts";
import * as queries from "./safety.queries.ts";
import { askedNow } from "./view-safety.ts";

const OPEN = ["ready", "running", "ended"];

/** What a student says, to those the student chose; with nobody chosen it is kept for the student alone. */
export const sendSafetyRoute = deed(sendSafety, async (context, { params, body }) => {
  const { tx, actor, at } = context;
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null || placement.student_id !== actor.personId) return refuse("not_found");
  if (!OPEN.includes(placement.state)) return refuse("placement_over", { state: placement.state });
  const ground = await queries.findGround(tx, placement.id);
  const keys = { provider_id: placement.provider_id, placement_id: placement.id };
  const check = CHECKS.find((one) => one === body.kind);
  const fault = check && (await checkFault(context, ground, check, body.answers));
  if (fault) return refuse(fault);
  const hearers = chosen(choicesOf(ground), body.hearers);
  if (hearers === undefined) return refuse("unknown_hearer");
  const id = newId();
  const answer_by = hearers.length === 0 ? null : answerBy(at, ground.time_zone).toString();
  await queries.saveReport(tx, {
    ...keys,
    id,
    student_id: actor.personId,
    kind: body.kind,
    answers: check === undefined ? [] : body.answers,
    words: body.words,
    call_me: body.callMe,
    state: hearers.length === 0 ? "kept" : "told",
    written_at: at.toString(),
    answer_by,
    circle: [actor.personId, ...hearers.map(({ personId }) => personId)],
  });
  await addHearers(context, { id, provider_id: placement.provider_id, answer_by }, hearers);
  return accept({ id });
});

/** Why this check cannot be answered now; otherwise it is noted as answered, once. */
async function checkFault(
  { tx, at }: DeedContext,
  ground: queries.Ground,
  check: Check,
  answers: readonly string[],
): Promise<"answers_missing" | "check_answered" | "check_not_asked" | null> {
  if (answers.length !== QUESTIONS.length) return "answers_missing";
  if (!(await askedNow(tx, ground, at)).includes(check)) {
    const answered = await queries.listAnswered(tx, ground.id);
    return answered.includes(check) ? "check_answered" : "check_not_asked";
  }
  const row = { provider_id: ground.provider_id, placement_id: ground.id, kind: check };
  return (await queries.saveAnswered(tx, row)) ? null : "check_answered";
}

export const tellMoreRoute = deed(tellMore, async (context, { params, body }) => {
  const { tx, actor, at } = context;
  const report = await queries.lockReport(tx, params.reportId);
  if (report === undefined || report.student_id !== actor.personId) return refuse("not_found");
  const ground = await queries.findGround(tx, report.placement_id);
  const hearers = chosen(choicesOf(ground), body.hearers);
  if (hearers === undefined) return refuse("unknown_hearer");
  const by = report.answer_by;
  const state = STATES.find((one) => one === report.state) ?? "kept";
  const late = isLate(state, by === null ? null : Temporal.Instant.from(by), at);
  // Told anew, and after a silence: the one who hears now has the whole time to answer.
  const answer_by = state === "kept" || late ? answerBy(at, ground.time_zone).toString() : by;
  const fresh = hearers.filter(({ personId }) => !report.circle.includes(personId));
  await queries.changeReport(tx, report.id, {
    circle: [...report.circle, ...fresh.map(({ personId }) => personId)],
    version: report.version + 1,
    answer_by,
    ...(state === "kept" ? { state: "told" } : {}),
  });
  await addHearers(context, { ...report, answer_by }, fresh);
  return accept({ done: true } as const);
});

/** The people behind the chosen parts; undefined when a part is nobody's here. */
function chosen(choices: readonly Hearer[], parts: readonly Part[]): Hearer[] | undefined {
  const found = [...new Set(parts)].map((part) => choices.find((one) => one.part === part));
  return found.includes(undefined) ? undefined : found.filter((one) => one !== undefined);
}

/** Rows, letters and live notices for the hearers alone; pages of the placement notice nothing. */
async function addHearers(
  context: DeedContext,
  { id, provider_id, answer_by }: Pick<queries.NewReport, "id" | "provider_id" | "answer_by">,
  hearers: readonly Hearer[],
): Promise<void> {
  const { tx, at, touch } = context;
  const told_at = at.toString();
  await queries.saveHearers(
    tx,
    hearers.map(({ personId, part }) => ({
      provider_id,
      report_id: id,
      person_id: personId,
      part,
      told_at,
    })),
  );
  const ids = hearers.map(({ personId }) => personId);
  await tellHearers(context, ids);
  if (answer_by !== null) await queries.startClocks(tx, ids, answer_by);
  await auditQuietly(context);
  for (const personId of ids) await touch(`person:${personId}`);
}
