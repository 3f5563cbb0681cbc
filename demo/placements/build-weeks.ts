import type { StoryCalendar, StoryDay } from "../calendar.ts";
import { on } from "../calendar.ts";
import type {
  CardLevel,
  CardMark,
  LogEntry,
  PlacementWeek,
  WeekConfirmation,
} from "../placement-types.ts";
import type { PersonKey, RequirementCode } from "../story-types.ts";
import { coverageOf } from "../workplaces/workplace-draft.ts";
import { workplaceDrafts } from "../workplaces/workplaces.ts";
import { chance, pick } from "./chance.ts";
import type { PlacementDraft } from "./placement-draft.ts";
import { remarks, type StoryLanguage } from "./sentences.ts";

/** The past weeks that have entries: sent on Friday 14:30, confirmed by the tutor, read. */
export function buildWeeks(
  calendar: StoryCalendar,
  draft: PlacementDraft,
  entries: readonly LogEntry[],
  language: StoryLanguage,
): PlacementWeek[] {
  const first = draft.starts.week;
  const weeks = Array.from({ length: Math.max(0, -first) }, (_, index) => first + index);
  return weeks.flatMap((week) => {
    const friday = calendar.day(on(week, 5));
    const own = entries.filter((entry) => calendar.monday(week) <= entry.on && entry.on <= friday);
    return own.length === 0 ? [] : [weekOf(calendar, draft, week, own, language)];
  });
}

function weekOf(
  calendar: StoryCalendar,
  draft: PlacementDraft,
  week: number,
  entries: readonly LogEntry[],
  language: StoryLanguage,
): PlacementWeek {
  const monday = calendar.monday(week);
  const lastDay = [calendar.day(on(week, 5)), calendar.day(draft.ends)].toSorted()[0];
  const finished = entries.at(-1)?.on === lastDay || interruptedOn(calendar, draft, lastDay);
  if (!finished) return { monday };
  const sentAt = calendar.moment(on(week, 5), "14:30");
  if (week >= (draft.weeks?.silentFrom ?? 0)) return { monday, sentAt };
  const { place, confirmation } = confirm(calendar, draft, week, entries, language);
  const read = readOn(calendar, draft, place);
  const confirmed = { monday, sentAt, confirmation };
  return read === undefined ? confirmed : { ...confirmed, readAt: read };
}

function interruptedOn(calendar: StoryCalendar, draft: PlacementDraft, day = ""): boolean {
  return (draft.interruptions ?? []).some(
    ({ from, to }) => calendar.day(from) <= day && (to === undefined || day <= calendar.day(to)),
  );
}

function confirm(
  calendar: StoryCalendar,
  draft: PlacementDraft,
  week: number,
  entries: readonly LogEntry[],
  language: StoryLanguage,
): { place: StoryDay; confirmation: WeekConfirmation } {
  const words = `${draft.student} ${week - draft.starts.week}`;
  const monday = on(week + 1, 1);
  const late = chance(`${words} late`, 4) === 0 && calendar.isPast(monday);
  const place = late ? monday : on(week, 5);
  const clock = late ? "07" : "14";
  const minute = late ? chance(words, 50) + 5 : 40 + chance(words, 19);
  const exceptions = (draft.weeks?.exceptions ?? [])
    .filter(([day]) => day.week === week)
    .map(([day, text]) => ({ on: calendar.day(day), text }));
  const remark = draft.weeks?.remarks?.[week] ?? usualRemark(words, language);
  const confirmation = {
    outcome: exceptions.length === 0 ? ("ok" as const) : ("exceptions" as const),
    by: confirmer(draft, week),
    at: calendar.moment(place, `${clock}:${String(minute).padStart(2, "0")}`),
    exceptions,
    cards: cards(draft, week, entries),
  };
  return { place, confirmation: remark === undefined ? confirmation : { ...confirmation, remark } };
}

function confirmer(draft: PlacementDraft, week: number): PersonKey {
  const deputy = draft.weeks?.byDeputy?.includes(week) ? draft.deputy : undefined;
  const by = deputy ?? draft.tutor;
  if (by === undefined) throw new RangeError(`${draft.student} has weeks but no tutor`);
  return by;
}

function usualRemark(words: string, language: StoryLanguage): string | undefined {
  return chance(`${words} remark`, 3) === 0 ? pick(words, remarks[language]) : undefined;
}

/** Up to three of what was practised this week; with time more of it goes alone. */
function cards(draft: PlacementDraft, week: number, entries: readonly LogEntry[]): CardMark[] {
  const number = week - draft.starts.week;
  const practised = [...new Set(entries.flatMap((entry) => entry.requirements))];
  const count = pick(`${draft.student} cards ${number}`, [3, 2, 3, 1, 0]);
  return practised.slice(0, count).map((requirement, index) => {
    const reached = level(number * 2 + chance(`${draft.student} ${requirement}`, 4) - index);
    const guided = reached === "alone" && onlyWithHelp(draft, requirement);
    return { requirement, level: guided ? "help" : reached };
  });
}

/** What this workplace does only with help nobody does alone here. */
function onlyWithHelp(draft: PlacementDraft, requirement: RequirementCode): boolean {
  const workplace = workplaceDrafts.find(({ key }) => key === draft.workplace);
  if (workplace === undefined) return true;
  return coverageOf(workplace, [requirement]).every((cell) => cell.level === "help");
}

function level(progress: number): CardLevel {
  if (progress < 1) return "not_yet";
  return progress < 7 ? "help" : "alone";
}

/** The teacher reads on the next Monday; last week's only when it was confirmed on Friday. */
function readOn(calendar: StoryCalendar, draft: PlacementDraft, confirmed: StoryDay) {
  const place = confirmed.weekday === 5 ? on(confirmed.week + 1, 1) : on(confirmed.week, 2);
  if (calendar.isPast(place)) return calendar.moment(place, "09:20");
  const sameDay = confirmed.weekday === 5 && chance(`${draft.student} read`, 2) === 0;
  return sameDay ? calendar.moment(confirmed, "15:45") : undefined;
}
