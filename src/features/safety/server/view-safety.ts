import { dayAt } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { type Answer, view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { listHeard, readMySafety } from "../safety.contract.ts";
import { mayHear } from "../safety.policy.ts";
import { ANSWERS, KINDS, openChecks, PARTS, type Side, STATES, STEPS, stepsOf } from "../safety.ts";
import { choicesOf } from "./circle.ts";
import * as queries from "./safety.queries.ts";

type Report = Answer<typeof listHeard>["reports"][number];

export const readMySafetyRoute = view(readMySafety, async ({ tx, actor, at }) => {
  const ground = await queries.findStudentPlacement(tx, actor.personId);
  const rows = await queries.listReports(tx, { studentId: actor.personId });
  return accept({
    placement:
      ground === undefined
        ? null
        : {
            id: ground.id,
            workplaceName: ground.workplace_name,
            providerName: ground.provider_name,
            asked: (await askedNow(tx, ground, at)).at(-1) ?? null,
            choices: choicesOf(ground).map(({ part, name, phone }) => ({ part, name, phone })),
          },
    reports: await asReports(tx, rows, "student"),
  });
});

export const listHeardRoute = view(listHeard, async ({ tx, actor }) => {
  const may = mayHear(actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const rows = await queries.listReports(tx, { hearerId: actor.personId });
  return accept({ reports: await asReports(tx, rows, "hearer") });
});

/** Checks that wait for the student's answer today. */
export async function askedNow(tx: Tx, ground: queries.Ground, at: Temporal.Instant) {
  return openChecks({
    running: ground.state === "running",
    startsOn: Temporal.PlainDate.from(ground.starts_on),
    endsOn: Temporal.PlainDate.from(ground.ends_on),
    today: dayAt(at, ground.time_zone),
    answered: await queries.listAnswered(tx, ground.id),
  });
}

async function asReports(
  tx: Tx,
  rows: readonly queries.ReportRow[],
  side: Side,
): Promise<Report[]> {
  const ids = rows.map(({ id }) => id);
  const hearers = await queries.listHearers(tx, ids);
  const steps = await queries.listSteps(tx, ids);
  return rows.map((row) => {
    const state = STATES.find((one) => one === row.state) ?? "kept";
    return {
      id: row.id,
      version: row.version,
      kind: KINDS.find((kind) => kind === row.kind) ?? "need_someone",
      answers: row.answers.flatMap((answer) => ANSWERS.find((one) => one === answer) ?? []),
      words: row.words,
      callMe: row.call_me,
      state,
      writtenAt: row.written_at,
      answerBy: row.answer_by,
      student: { givenName: row.given_name, familyName: row.family_name, phone: row.phone },
      workplaceName: row.workplace_name,
      hearers: hearers
        .filter(({ report_id }) => report_id === row.id)
        .map((hearer) => ({
          personId: hearer.person_id,
          name: hearer.name,
          part: PARTS.find((part) => part === hearer.part) ?? "teacher",
          toldAt: hearer.told_at,
          openedAt: hearer.opened_at,
          remindedAt: hearer.reminded_at,
        })),
      steps: steps
        .filter(({ report_id }) => report_id === row.id)
        .map(({ name, what, words, at }) => ({
          name,
          what: STEPS.find((step) => step === what) ?? "write",
          words,
          at,
        })),
      may: stepsOf(state, side),
    };
  });
}
