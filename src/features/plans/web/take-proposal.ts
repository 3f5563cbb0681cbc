import type { PlanProposal } from "#features/cards/plan-proposal.ts";
import { taskKey } from "../plan.ts";
import type { PlanDraft } from "./plan-draft.ts";

const MOST_OBJECTIVES = 40;

/**
 * The draft with what the workplace's cards suggest. Only what is empty is filled: tasks that have a week
 * and every text stay as they are, and an objective somebody has planned is not taken out. Before the first
 * version nobody has chosen yet, and what is not done here is left out.
 */
export function takeProposal(draft: PlanDraft, proposal: PlanProposal): PlanDraft {
  const first = draft.baseContent === null;
  const kept = draft.objectives.filter((id) => !first || !proposal.leftOut.includes(id));
  const objectives = [...new Set([...kept, ...proposal.objectives])].slice(0, MOST_OBJECTIVES);
  const tasks = draft.tasks.map((task) => {
    const proposed = proposal.tasks.find((one) => taskKey(one) === taskKey(task));
    const empty = task.aloneWeeks.length + task.withTutorWeeks.length === 0;
    return empty && proposed !== undefined ? proposed : task;
  });
  return { ...draft, objectives, tasks };
}
