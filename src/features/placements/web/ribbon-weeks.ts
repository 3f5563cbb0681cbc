import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { localDay } from "#web/ui/format.ts";
import type { RibbonBracket, RibbonPin } from "#web/ui/ribbon.tsx";
import type { RibbonState, RibbonWeek } from "#web/ui/ribbon-cells.ts";
import type { readPlacement } from "../placement-page.contract.ts";
import type { WeekState } from "../weeks.ts";
import { awayText, mondayOfWeek, weekSentence, weeksSentence } from "./state-text.ts";

type AnsweredWeek = { readonly week: string; readonly state: WeekState };
type Answer = AnswerOf<typeof readPlacement>;

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

/** The whole ribbon in words: "A placement of 10 weeks. Weeks 42 and 43 are confirmed. ..." */
export function ribbonLabel(ribbon: readonly AnsweredWeek[]): string {
  const byState = Map.groupBy(ribbon, ({ state }) => state);
  const sentences = [...byState].map(([state, weeks]) =>
    weeksSentence(
      weeks.map(({ week }) => week),
      state,
    ),
  );
  return [m.state_length({ count: ribbon.length }), ...sentences].join(" ");
}

/** Talks as tails; `labelOf` says what stands above each of them, "" where there is no room. */
export function talkPins(
  talks: Answer["talks"],
  today: string,
  labelOf: (
    kind: Answer["talks"][number]["kind"],
    on: string,
  ) => Pick<RibbonPin, "label" | "detail">,
): RibbonPin[] {
  return talks.flatMap(({ kind, heldAt, plannedAt }) => {
    const at = heldAt ?? plannedAt;
    if (at === null) return [];
    const on = localDay(at);
    const state = heldAt !== null ? "held" : on < today ? "late" : "planned";
    return [{ on, state, ...labelOf(kind, on) }];
  });
}

/** Interruptions below the weeks; one that is still open reaches today. */
export function awayBrackets(
  interruptions: Answer["interruptions"],
  today: string,
): RibbonBracket[] {
  return interruptions.map(({ startsOn, endsOn, reason }) => ({
    from: startsOn,
    to: endsOn ?? (startsOn > today ? startsOn : today),
    label: awayText(reason),
    weight: "thin",
  }));
}
