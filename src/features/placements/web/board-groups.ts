import { m } from "#messages/web";
import type { Group } from "../attention.ts";
import type { BoardRow } from "./attention-text.ts";

export type Filter = "all" | Group;

export const GROUPS: readonly Group[] = ["needs_me", "waits_for_others", "in_order"];

export function groupTitle(group: Group): string {
  switch (group) {
    case "needs_me":
      return m.board_needs_me();
    case "waits_for_others":
      return m.board_waits_for_others();
    case "in_order":
      return m.board_in_order();
  }
}

/** In what order the rows of a group stand. */
export function groupOrder(group: Group): string {
  switch (group) {
    case "needs_me":
      return m.board_order_needs_me();
    case "waits_for_others":
      return m.board_order_waits_for_others();
    case "in_order":
      return m.board_order_in_order();
  }
}

export type ShownGroup = { readonly group: Group; readonly rows: readonly BoardRow[] };

/** The groups that the filter leaves; those without anybody only when they were asked for. */
export function shownGroups(rows: readonly BoardRow[], filter: Filter): ShownGroup[] {
  return GROUPS.filter((group) => filter === "all" || filter === group)
    .map((group) => ({ group, rows: rows.filter((row) => row.group === group) }))
    .filter((shown) => shown.rows.length > 0 || filter !== "all");
}
