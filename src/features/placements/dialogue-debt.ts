import type { AttentionFacts } from "./attention.ts";

/** Days since all three last exchanged: the dialogue debt. Before the first talk it counts from the first day. */
export function daysSinceTalk({
  talks,
  startsOn,
  now,
  today,
}: Pick<AttentionFacts, "talks" | "startsOn" | "now" | "today">): number | null {
  const held = talks.flatMap(({ heldAt }) =>
    heldAt === null ? [] : [Temporal.Instant.from(heldAt)],
  );
  const last = held.toSorted(Temporal.Instant.compare).at(-1);
  if (last !== undefined) return Math.floor(now.since(last).total("hours") / 24);
  const days = startsOn.until(today).days;
  return days >= 0 ? days : null;
}
