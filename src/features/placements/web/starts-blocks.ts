import { m } from "#messages/web";
import { type GateAnswer, gateState, gateWho, stopsFirst } from "./gate-text.ts";
import type { StartRow, Starts } from "./starts-requests.ts";

export type Block = { readonly row: StartRow; readonly missing: readonly GateAnswer[] };

/** The placements that cannot start yet, with what is missing in each. */
export function blocksOf({ rows }: Starts): Block[] {
  return rows
    .map((row) => ({
      row,
      missing: stopsFirst(row.gate.filter(({ verdict }) => verdict === "missing")),
    }))
    .filter(({ missing }) => missing.length > 0);
}

/** Whether somebody must act first, or everything missing is already out with somebody. */
export function blockState({ missing }: Block): "stop" | "waits" {
  return missing.some((row) => gateState(row) === "stop") ? "stop" : "waits";
}

/** Whether any of the coordinators can fix it: the reader is one of them. */
export function isOwn({ fixers }: GateAnswer): boolean {
  return fixers.some(({ role }) => role === "coordinator");
}

/** Who can fix it, the reader as "you". */
export function whoText(row: GateAnswer): string {
  const others = gateWho({ fixers: row.fixers.filter(({ role }) => role !== "coordinator") });
  if (!isOwn(row)) return others.join(", ");
  return others.length === 0 ? m.ui_you() : [...others, m.ui_you_inside()].join(", ");
}
