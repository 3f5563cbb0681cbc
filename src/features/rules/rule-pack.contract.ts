import { z } from "zod";
import { day, typed } from "#shared/route.contract.ts";
import {
  BASES,
  CERTAINTIES,
  EFFECTS,
  REGULAR_HOURS_KNOWN,
  type Rule,
  type RulePack,
  type TaskKind,
} from "./rule-pack.ts";

/** What a rule pack must look like, as a file and as a provider's own version. */
const MOST_MINUTES = 400 * 24 * 60;
const code = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);
const words = z.object({ fi: typed(600), sv: typed(600), en: typed(600) });
const letter = z.object({ fi: typed(6_000), sv: typed(6_000), en: typed(6_000) });
const minutes = z.int().min(0).max(MOST_MINUTES);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const years = z.int().min(0).max(120);

/** Keys are left out, never undefined: what a rule does not ask is not in it. */
const who = z
  .strictObject({
    from: years.exactOptional(),
    below: years.exactOptional(),
    atYearEnd: z.boolean().exactOptional(),
    bases: z.array(z.enum(BASES)).min(1).exactOptional(),
    when: z.array(code).min(1).exactOptional(),
    unless: z.array(code).min(1).exactOptional(),
  })
  .refine(({ from = 0, below = 121 }) => from < below, "ages");

const hours = z.strictObject({
  kind: z.enum(["hours-a-day", "hours-a-week"]),
  minutes: z.union([minutes, z.literal("regular")]),
  theory: z.boolean(),
  breaks: z.enum(["counted", "assumed"]),
});

const measure = z.union([
  hours,
  z.strictObject({ kind: z.literal("overtime-a-year"), minutes, day: minutes, week: minutes }),
  z.strictObject({ kind: z.literal("between"), from: time, to: time }),
  z.strictObject({ kind: z.enum(["daily-rest", "weekly-rest"]), minutes }),
  z.strictObject({ kind: z.literal("break"), after: minutes, atLeast: minutes }),
  z.strictObject({ kind: z.literal("unrecorded-break"), after: minutes }),
  z.strictObject({ kind: z.literal("task"), hazards: z.array(code).min(1) }),
  z.strictObject({ kind: z.literal("any-work") }),
]);

export const rule = z
  .strictObject({
    id: code,
    rule: code,
    effect: z.enum(EFFECTS),
    who,
    measure,
    title: words,
    because: words,
    allowedWhen: words.nullable(),
    doer: words.nullable(),
    sources: z.array(z.strictObject({ work: code, at: typed(80) })).min(1),
    certainty: z.enum(CERTAINTIES),
    validFrom: day,
    validTo: day.nullable(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, "validity");

const taskKind = z.strictObject({
  code,
  group: code,
  name: words,
  hazards: z.array(code),
  words: z.array(typed(60)),
});

/** What names something that is not in the pack, or names it twice. */
function faultsOf({ rules, tasks, facts, works }: RulePack) {
  const names = [...Object.keys(facts), REGULAR_HOURS_KNOWN];
  return [
    ...repeated(rules.map(({ id }) => id)).map((id) => ({
      message: "repeated",
      path: ["rules", id],
    })),
    ...repeated(tasks.map((task) => task.code)).map((one) => ({
      message: "repeated",
      path: ["tasks", one],
    })),
    ...rules.flatMap((one) =>
      unknownIn(one, { facts: names, works: Object.keys(works), hazards: hazardsOf(tasks) }).map(
        (name) => ({ message: "unknown", path: ["rules", one.id, name] }),
      ),
    ),
  ];
}

type Known = Readonly<Record<"facts" | "works" | "hazards", readonly string[]>>;

function unknownIn({ who: asked, measure: measured, sources }: Rule, known: Known): string[] {
  const facts = [...(asked.when ?? []), ...(asked.unless ?? [])];
  const hazards = measured.kind === "task" ? measured.hazards : [];
  return [
    ...facts.filter((fact) => !known.facts.includes(fact)),
    ...sources.map(({ work }) => work).filter((work) => !known.works.includes(work)),
    ...hazards.filter((hazard) => !known.hazards.includes(hazard)),
  ];
}

const hazardsOf = (tasks: readonly TaskKind[]) => tasks.flatMap(({ hazards }) => hazards);
const repeated = (keys: readonly string[]) =>
  keys.filter((key, index) => keys.indexOf(key) !== index);

export const rulePack = z
  .strictObject({
    code,
    country: z.string().regex(/^[A-Z]{2}$/),
    zone: typed(60),
    name: words,
    seen: words,
    works: z.record(code, words),
    facts: z.record(code, words),
    letters: z.strictObject({ notice: letter, guardian: letter }),
    rules: z.array(rule).min(1).max(300),
    tasks: z.array(taskKind).max(300),
  })
  .superRefine((pack, context) => {
    for (const { message, path } of faultsOf(pack)) {
      context.addIssue({ code: "custom", message, path: [...path] });
    }
  });

/** A pack that has been read: every text in three languages. */
export type StoredPack = z.infer<typeof rulePack>;
