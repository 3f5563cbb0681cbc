import type { RibbonState, RibbonWeek } from "#web/ui/ribbon-cells.ts";
import type { WeekState } from "../weeks.ts";
import { mondayOfWeek, weekSentence } from "./state-text.ts";

type AnsweredWeek = { readonly week: string; readonly state: WeekState };

const LOOKS: Readonly<Record<WeekState, RibbonState>> = {
  confirmed: "confirmed",
  waits: "waits",
  missing: "missing",
  away: "interrupted",
  now: "to-come",
  ahead: "to-come",
};

/** The ribbon of an answer as the component draws it; weeks that can be opened get an address. */
export function ribbonWeeks(
  ribbon: readonly AnsweredWeek[],
  hrefOf?: (week: string) => string | undefined,
): RibbonWeek[] {
  return ribbon.map(({ week, state }) => ({
    monday: mondayOfWeek(week),
    state: LOOKS[state],
    sentence: weekSentence(week, state),
    href: hrefOf?.(week),
  }));
}
