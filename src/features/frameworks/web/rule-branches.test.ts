import { expect, it } from "vitest";
import type { RuleNode } from "../framework.ts";
import { ruleRows } from "../rule-rows.ts";
import { nest, type RuleBranch } from "./rule-branches.ts";

const unit = (reference: string): RuleNode => ({
  kind: "unit",
  reference,
  unitCode: reference,
  compulsory: true,
});
const group = (fi: string, ...parts: RuleNode[]): RuleNode => ({
  kind: "group",
  role: "defined",
  name: { fi },
  description: {},
  points: null,
  unitCount: null,
  code: null,
  parts,
});

const outline = ({ row, parts }: RuleBranch): unknown[] => [
  row.unitCode ?? row.name.fi,
  ...parts.map(outline),
];

it("a rule tree told row by row is the same tree again on the page", () => {
  const tree = group("whole", group("a", group("b", unit("1")), unit("2")), unit("3"), group("c"));
  expect(nest(ruleRows(tree)).map(outline)).toEqual([
    ["whole", ["a", ["b", ["1"]], ["2"]], ["3"], ["c"]],
  ]);
});

it("no rules are no branches", () => {
  expect(nest([])).toEqual([]);
});
