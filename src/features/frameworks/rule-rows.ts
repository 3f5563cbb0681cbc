import type { LocalisedText } from "#shared/language.ts";
import type { Range, RuleNode, RuleRole } from "./framework.ts";

export type RuleRow = {
  readonly depth: number;
  readonly kind: "group" | "unit";
  readonly role: RuleRole | null;
  readonly name: LocalisedText;
  readonly description: LocalisedText;
  readonly points: Range | null;
  readonly unitCount: Range | null;
  readonly unitCode: string | null;
  readonly compulsory: boolean;
};

/** The rule tree told from the top, each node with its depth: a list is easier to send and to read aloud. */
export function ruleRows(node: RuleNode, depth = 0): RuleRow[] {
  if (node.kind === "unit") {
    const { unitCode, compulsory } = node;
    return [{ ...NOTHING, depth, kind: "unit", unitCode, compulsory }];
  }
  const { role, name, description, points, unitCount, parts } = node;
  const own: RuleRow = {
    ...NOTHING,
    depth,
    kind: "group",
    role,
    name,
    description,
    points,
    unitCount,
  };
  return [own, ...parts.flatMap((part) => ruleRows(part, depth + 1))];
}

const NOTHING = {
  role: null,
  name: {},
  description: {},
  points: null,
  unitCount: null,
  unitCode: null,
  compulsory: false,
} as const;
