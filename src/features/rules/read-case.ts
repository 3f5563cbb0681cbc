import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import type { Basis, RulePack, TaskKind } from "./rule-pack.ts";
import type { WorkCase } from "./work-case.ts";
import { placeRows, type RowRefusal, type WorkRow } from "./worked-time.ts";

/** A case as somebody asks it: days and times as text, kinds of work and facts by their code. */
export type AskedCase = {
  readonly birth: string;
  readonly basis: Basis;
  readonly facts: readonly string[];
  readonly regularMinutes: number | null;
  /** Days asked about without hours; days with rows are asked anyhow. */
  readonly on: readonly string[];
  readonly rows: readonly WorkRow[];
  readonly tasks: readonly string[];
};

export type CaseRefusal =
  | RowRefusal
  | Refusal<"task_unknown" | "fact_unknown" | "not_born_yet" | "nothing_asked">;

/** The case ready to be judged; what cannot be understood is named. */
export function readCase(pack: RulePack, asked: AskedCase): Outcome<WorkCase, CaseRefusal> {
  const placed = placeRows(asked.rows, pack.zone);
  if (!placed.ok) return placed;
  const days = [...new Set([...asked.on, ...asked.rows.map(({ date }) => date)])].toSorted();
  const [first] = days;
  if (first === undefined) return refuse("nothing_asked");
  if (first < asked.birth) return refuse("not_born_yet", { birth: asked.birth, date: first });
  const strange = asked.facts.find((fact) => !(fact in pack.facts));
  if (strange !== undefined) return refuse("fact_unknown", { fact: strange });
  const found = asked.tasks.map((name) => findTask(pack, name));
  const missing = asked.tasks.find((_, index) => found[index] === undefined);
  if (missing !== undefined) return refuse("task_unknown", { task: missing });
  return accept({
    birth: Temporal.PlainDate.from(asked.birth),
    basis: asked.basis,
    facts: asked.facts,
    regularMinutes: asked.regularMinutes,
    days,
    stretches: placed.value,
    tasks: found.filter((task) => task !== undefined),
  });
}

/** By its code, or by its whole name in any of the languages. */
function findTask({ tasks }: RulePack, asked: string): TaskKind | undefined {
  const wanted = asked.trim().toLowerCase();
  return tasks.find(({ code, name }) =>
    [code, ...Object.values(name)].some((word) => word.toLowerCase() === wanted),
  );
}

/** Kinds of work that a task's name may mean, in any language; a person confirms them. */
export function suggestTasks({ tasks }: RulePack, names: readonly string[]): TaskKind[] {
  const text = names.join(" ").toLowerCase();
  return tasks.filter(({ words }) => words.some((word) => text.includes(word)));
}
