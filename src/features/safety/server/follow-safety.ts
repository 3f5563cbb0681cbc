import { newId } from "#server/clock.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { openHeard, takeSafetyStep } from "../safety.contract.ts";
import { mayHear } from "../safety.policy.ts";
import { afterStep, answerBy, STATES } from "../safety.ts";
import { auditQuietly, tellHearers } from "./circle.ts";
import * as queries from "./safety.queries.ts";

export const openHeardRoute = deed(openHeard, async (context, { params }) => {
  const { tx, actor, at, touch } = context;
  const may = mayHear(actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const report = await queries.lockReport(tx, params.reportId);
  const hand = { reportId: params.reportId, personId: actor.personId, at: at.toString() };
  if (report === undefined || !(await queries.markOpened(tx, hand))) return refuse("not_found");
  await auditQuietly(context);
  await touch(`person:${report.student_id}`);
  return accept({ done: true } as const);
});

/** One step of the follow-up; words are asked where silence would leave the other guessing. */
export const takeSafetyStepRoute = deed(takeSafetyStep, async (context, { params, body }) => {
  const { tx, actor, at, seenVersion, touch } = context;
  const may = mayHear(actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const report = await queries.lockReport(tx, params.reportId);
  if (report === undefined) return refuse("not_found");
  if (seenVersion !== null && seenVersion !== report.version) {
    return refuse("stale", { version: report.version });
  }
  const state = STATES.find((one) => one === report.state) ?? "kept";
  const side = report.student_id === actor.personId ? "student" : "hearer";
  const next = afterStep(state, side, body.what);
  if (!next.ok) return next;
  const needsWords = body.what === "write" || body.what === "close";
  if (needsWords && body.words === null) return refuse("words_missing");
  const version = report.version + 1;
  await queries.saveStep(tx, {
    provider_id: report.provider_id,
    id: newId(),
    report_id: report.id,
    person_id: actor.personId,
    what: body.what,
    words: body.words,
    at: at.toString(),
  });
  await queries.changeReport(tx, report.id, { state: next.value, version });
  if (body.what === "reopen") await tellAgain(context, report);
  await auditQuietly(context);
  for (const personId of report.circle) await touch(`person:${personId}`);
  return accept({ state: next.value, version });
});

/** Not in order after all: those who know are written to again, and the clock starts anew. */
async function tellAgain(context: DeedContext, report: queries.ReportRow): Promise<void> {
  const { tx, at } = context;
  const { time_zone } = await queries.findGround(tx, report.placement_id);
  const answer_by = answerBy(at, time_zone).toString();
  const hearers = report.circle.filter((personId) => personId !== report.student_id);
  await queries.changeReport(tx, report.id, { version: report.version + 1, answer_by });
  await tellHearers(context, hearers);
  await queries.startClocks(tx, hearers, answer_by);
}
