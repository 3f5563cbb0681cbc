import type { AnswerOf } from "#web/request.ts";
import type { viewFramework } from "../framework.contract.ts";

export type RuleRow = AnswerOf<typeof viewFramework>["pathways"][number]["rules"][number];

export type RuleBranch = {
  readonly key: number;
  readonly row: RuleRow;
  readonly parts: RuleBranch[];
};

/** The rows told from the top with their depths, as the tree they came from. */
export function nest(rows: readonly RuleRow[]): RuleBranch[] {
  const tops: RuleBranch[] = [];
  const path: RuleBranch[] = [];
  for (const [key, row] of rows.entries()) {
    const branch: RuleBranch = { key, row, parts: [] };
    path.length = Math.min(path.length, row.depth);
    (path.at(-1)?.parts ?? tops).push(branch);
    path.push(branch);
  }
  return tops;
}
