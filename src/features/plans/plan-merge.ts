import { LONGEST_TERM, type PlanContent, type PlanTask, TERMS, talkKey, taskKey } from "./plan.ts";
import { type Difference, diffPlans, lineOf } from "./plan-differences.ts";

/**
 * Puts one editor's lines on top of a version that came meanwhile, so that nothing written is lost: from
 * `base` both `mine` and `theirs` were made. Where both touched a line mine stands, and the line is named.
 */
export function rebasePlan(
  base: PlanContent | null,
  mine: PlanContent,
  theirs: PlanContent,
): { readonly content: PlanContent; readonly clashes: readonly string[] } {
  const own = diffPlans(base, mine);
  const others = new Set(diffPlans(base, theirs).map(lineOf));
  const content = own.reduce(withDifference, theirs);
  const kept = new Set(diffPlans(theirs, content).map(lineOf));
  const clashes = own.map(lineOf).filter((line) => others.has(line) && kept.has(line));
  return { content: withBothTexts(content, theirs, clashes), clashes };
}

/** Where two have written a text in the same place, both stand one after the other, as long as there is room. */
function withBothTexts(
  mine: PlanContent,
  theirs: PlanContent,
  clashes: readonly string[],
): PlanContent {
  const both = TERMS.filter((term) => clashes.includes(term)).flatMap((term) => {
    const [other, own] = [theirs[term], mine[term]];
    if (other === null || own === null || own.includes(other)) return [];
    const both = `${other}\n${own}`;
    return both.length > LONGEST_TERM ? [] : [[term, both] as const];
  });
  return { ...mine, ...Object.fromEntries(both) };
}

/** The plan with this line as it is after the change. */
function withDifference(content: PlanContent, difference: Difference): PlanContent {
  switch (difference.kind) {
    case "task":
      return { ...content, tasks: withTask(content.tasks, difference) };
    case "objective": {
      const { requirementId, after } = difference;
      const others = content.objectives.filter((one) => one.requirementId !== requirementId);
      return { ...content, objectives: after ? [...others, { requirementId }] : others };
    }
    case "hours":
      return { ...content, hours: difference.after };
    case "talk":
      return { ...content, talks: withTalk(content.talks, difference) };
    case "demonstration": {
      const { id, after } = difference;
      const others = content.demonstrations.filter((one) => one.id !== id);
      return { ...content, demonstrations: after === null ? others : [...others, after] };
    }
    default:
      return { ...content, [difference.kind]: difference.after };
  }
}

function withTask(
  tasks: readonly PlanTask[],
  difference: Extract<Difference, { kind: "task" }>,
): readonly PlanTask[] {
  const { taskId, name, after } = difference;
  const key = taskKey(difference);
  if (after === null) return tasks.filter((task) => taskKey(task) !== key);
  const next = { taskId, name, ...after };
  const isThere = tasks.some((task) => taskKey(task) === key);
  return isThere ? tasks.map((task) => (taskKey(task) === key ? next : task)) : [...tasks, next];
}

function withTalk(
  talks: PlanContent["talks"],
  { before, after }: Extract<Difference, { kind: "talk" }>,
): PlanContent["talks"] {
  const gone = [before, after].flatMap((talk) => (talk === null ? [] : [talkKey(talk)]));
  const others = talks.filter((talk) => !gone.includes(talkKey(talk)));
  return after === null ? others : [...others, after];
}
