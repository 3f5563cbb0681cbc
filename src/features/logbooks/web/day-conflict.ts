import { Problem } from "#web/problem.ts";
import type { DayPart } from "../logbook.ts";

/** Another device was faster: what differs, and what to send to keep this one's. */
export type DayConflict = {
  /** Empty = the day was begun on the other device. */
  readonly parts: readonly DayPart[];
  readonly version: number;
  readonly entryId: string | null;
};

const PARTS: readonly DayPart[] = ["minutes", "absence", "tasks", "paragraphs", "requirements"];

export function conflictOf(problem: Error | null): DayConflict | null {
  if (!(problem instanceof Problem)) return null;
  if (problem.code !== "stale" && problem.code !== "day_written") return null;
  const { version, entryId, changed } = problem.params;
  return {
    parts: PARTS.filter((part) => Array.isArray(changed) && changed.includes(part)),
    version: typeof version === "number" ? version : 0,
    entryId: typeof entryId === "string" ? entryId : null,
  };
}
