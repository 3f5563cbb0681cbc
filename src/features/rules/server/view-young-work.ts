import { relationOf } from "#features/placements/placement.policy.ts";
import { findVisible } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { type Answer, view } from "#server/deed.ts";
import { LANGUAGES, type LocalisedText } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { wordsOf } from "../finding-words.ts";
import { judgeCase } from "../judge-case.ts";
import { type LetterFacts, lettersOf } from "../letters.ts";
import { loggedRows } from "../logged-days.ts";
import type { Fit, Hit } from "../placement-work.ts";
import { readCase, suggestTasks } from "../read-case.ts";
import type { RulePack, TaskKind } from "../rule-pack.ts";
import type { Finding } from "../work-case.ts";
import { readYoungWork } from "../young-work.contract.ts";
import { mayMarkTasks, mayReadLetters, maySettle } from "../young-work.policy.ts";
import { basisOf, packOf, tasksOf, youngFitOf } from "./api.ts";
import {
  findWork,
  listLoggedMinutes,
  type WorkRow,
  type YoungWorkRow,
} from "./young-work.queries.ts";

type Young = NonNullable<Answer<typeof readYoungWork>["young"]>;

const LOOK_BACK_DAYS = 28;

/** The page "Checks" of a placement: what the rules say, what has been seen to, and the letters ready. */
export const readYoungWorkRoute = view(readYoungWork, async ({ tx, actor, at }, { params }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const row = await findWork(tx, placement.id);
  const today = dayAt(at, row.time_zone);
  const fit = youngFitOf(row, today);
  const young =
    fit === null || row.young_work === null
      ? null
      : {
          ...youngOf(row, row.young_work, fit),
          lifted: fit.turns18On <= today.toString(),
          logged: await loggedOf(tx, placement.id, row, row.young_work, at),
          letters: mayReadLetters(relation)
            ? lettersOf(packOf(row.young_work), fit, letterFacts(row), noticedKinds(row.young_work))
            : null,
        };
  return accept({
    placementId: placement.id,
    providerName: row.provider_name,
    student: { givenName: row.student_given_name, familyName: row.student_family_name },
    workplaceName: row.workplace_name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    young,
    birthKnown: row.born_on !== null,
    abilities: { mark: mayMarkTasks(relation), settle: maySettle(relation) },
  });
});

function youngOf(
  { workplace_name }: WorkRow,
  work: YoungWorkRow,
  fit: Fit,
): Omit<Young, "letters" | "logged" | "lifted"> {
  const pack = packOf(work);
  const kindOf = (code: string) => asKind(pack.tasks.find((task) => task.code === code));
  return {
    turns18On: fit.turns18On,
    pack: { name: pack.name, seen: pack.seen },
    tasks: tasksOf(work).map(({ taskId, name, kinds }) => ({
      key: taskId,
      name,
      kinds: kinds?.flatMap((code) => kindOf(code) ?? []) ?? null,
      suggested: suggestTasks(pack, [...Object.values(name), workplace_name]).map((task) => ({
        code: task.code,
        name: task.name,
      })),
    })),
    hits: fit.hits.map((hit) => asHit(pack, hit)),
    settled: work.settled.map(({ fact, kind, on }) => ({
      fact,
      name: pack.facts[fact] ?? {},
      kind: kindOf(kind),
      on,
    })),
    kinds: pack.tasks.map(({ code, name, group }) => ({ code, name, group })),
  };
}

function noticedKinds({ settled }: YoungWorkRow): string[] {
  return settled.filter(({ fact }) => fact === "notice-made").map(({ kind }) => kind);
}

function asKind(task: TaskKind | undefined) {
  return task === undefined ? null : { code: task.code, name: task.name };
}

function asHit(pack: RulePack, { finding, taskId, first, last, days }: Hit): Young["hits"][number] {
  const waits = finding.rule.effect === "information" ? [] : (finding.rule.who.unless ?? []);
  const leftOut = finding.task === null || waits.length === 0 ? [] : ["left-out"];
  return {
    ...asFinding(pack, finding),
    taskKey: taskId,
    kind: asKind(finding.task ?? undefined),
    first,
    last,
    days,
    settledBy: [...waits, ...leftOut].map((fact) => ({ fact, name: pack.facts[fact] ?? {} })),
  };
}

function asFinding(pack: RulePack, finding: Finding) {
  const words = LANGUAGES.map((language) => [language, wordsOf(pack, finding, language)] as const);
  const each = (pick: (one: (typeof words)[number][1]) => string): LocalisedText =>
    Object.fromEntries(words.map(([language, one]) => [language, pick(one)]));
  const { rule } = finding;
  return {
    rule: rule.rule,
    effect: rule.effect,
    source: each((one) => one.source),
    title: rule.title,
    because: each((one) => one.because),
    allowedWhen: rule.allowedWhen === null ? null : each((one) => one.allowedWhen ?? ""),
    doer: rule.doer,
  };
}

/** Logged minutes say how long, not when: only the rules about lengths are asked. */
async function loggedOf(
  tx: Tx,
  placementId: string,
  row: WorkRow,
  work: YoungWorkRow,
  at: Temporal.Instant,
): Promise<Young["logged"]> {
  const since = dayAt(at, row.time_zone).subtract({ days: LOOK_BACK_DAYS });
  const logged = await listLoggedMinutes(tx, placementId, since.toString());
  if (logged.length === 0 || row.born_on === null) return [];
  const pack = packOf(work);
  const read = readCase(pack, {
    birth: row.born_on,
    basis: basisOf(row.basis),
    facts: work.settled.filter(({ kind }) => kind === "").map(({ fact }) => fact),
    regularMinutes: null,
    on: [],
    rows: logged.flatMap(({ on_day, minutes }) => loggedRows(on_day, minutes)),
    tasks: [],
  });
  if (!read.ok) return [];
  const lengths = { ...pack, rules: pack.rules.filter(({ measure }) => "breaks" in measure) };
  return judgeCase(lengths, read.value)
    .filter(({ rule }) => rule.effect !== "information")
    .map((finding) => ({ ...asFinding(pack, finding), date: finding.date }));
}

const BASIS_NAMES: Readonly<Record<string, LocalisedText>> = {
  training_agreement: { fi: "koulutussopimus", sv: "utbildningsavtal", en: "training agreement" },
  apprenticeship: { fi: "oppisopimus", sv: "läroavtal", en: "apprenticeship" },
};

function letterFacts(row: WorkRow): LetterFacts {
  const full = (given: string | null, family: string | null) =>
    `${given ?? ""} ${family ?? ""}`.trim();
  return {
    employer: row.employer_name,
    businessId: row.business_id,
    workplace: row.workplace_name,
    address: [row.street, `${row.postal_code ?? ""} ${row.municipality}`.trim()]
      .filter((part) => part !== null && part !== "")
      .join(", "),
    provider: row.provider_name,
    teacher: full(row.teacher_given_name, row.teacher_family_name),
    contact: [row.teacher_phone, row.teacher_email].filter((part) => part !== null).join(", "),
    tutor: full(row.tutor_given_name, row.tutor_family_name),
    student: full(row.student_given_name, row.student_family_name),
    born: row.born_on ?? "",
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    basis: BASIS_NAMES[row.basis] ?? {},
  };
}
