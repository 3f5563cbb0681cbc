import { m } from "#messages/web";
import { dayLong } from "#web/ui/format.ts";
import type { GapOwner, SuitabilityOutcome } from "../suitability.ts";

export function outcomeName(outcome: SuitabilityOutcome): string {
  switch (outcome) {
    case "suitable":
      return m.suitability_suitable();
    case "with_conditions":
      return m.suitability_with_conditions();
    case "not_suitable":
      return m.suitability_not_suitable();
  }
}

export function ownerName(owner: GapOwner): string {
  switch (owner) {
    case "school":
      return m.suitability_owner_school();
    case "other_workplace":
      return m.suitability_owner_other();
    case "later":
      return m.suitability_owner_later();
  }
}

/** "College, by 8 March. The ventilation hall" */
export function gapText(gap: { owner: GapOwner; dueOn: string; note: string | null }): string {
  const words = { owner: ownerName(gap.owner), day: dayLong(gap.dueOn) };
  return gap.note
    ? m.suitability_gap_note({ ...words, note: gap.note })
    : m.suitability_gap_by(words);
}
