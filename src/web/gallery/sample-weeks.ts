import { addDays } from "../ui/format.ts";
import type { RibbonState, RibbonWeek } from "../ui/ribbon-cells.ts";

export const TODAY = "2026-11-23";

function weeksFrom(monday: string, states: readonly RibbonState[], link: boolean): RibbonWeek[] {
  return states.map((state, index) => {
    const day = addDays(monday, 7 * index);
    const sentence = `The week of ${day}: ${state}.`;
    return link
      ? { monday: day, state, sentence, href: `#week-${day}` }
      : { monday: day, state, sentence };
  });
}

/** A placement on its way; its weeks can be opened. */
export const AUTUMN = weeksFrom(
  "2026-10-12",
  [
    "confirmed",
    "confirmed",
    "interrupted",
    "confirmed",
    "missing",
    "waits",
    "to-come",
    "to-come",
    "to-come",
    "to-come",
  ],
  true,
);

/** A placement that starts next week. */
export const LONG = weeksFrom(
  "2026-11-30",
  Array.from({ length: 13 }, (_, index) =>
    index === 3 || index === 4 ? "interrupted" : "to-come",
  ),
  false,
);

/** Longer than 26 weeks: the cells are months. */
export const APPRENTICE = weeksFrom(
  "2026-08-10",
  Array.from({ length: 70 }, (_, index) => (index < 14 ? "confirmed" : "to-come")),
  true,
);
