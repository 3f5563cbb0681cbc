import type { StoryCalendar, StoryDay } from "../calendar.ts";
import { on } from "../calendar.ts";
import { shortDays } from "../days/short-days.ts";
import type { LogEntry } from "../placement-types.ts";
import type { Language, Moment } from "../story-types.ts";
import { taskKey } from "../workplaces/workplace-draft.ts";
import { chance, pick } from "./chance.ts";
import type { DayNote, LogDraft, PlacementDraft } from "./placement-draft.ts";

/** The entries of the past days: told ones as told, the others from the workplace's notes. */
export function buildEntries(
  calendar: StoryCalendar,
  draft: PlacementDraft,
  language: Language,
): LogEntry[] {
  const { log } = draft;
  if (log === undefined) return [];
  const days = loggedDays(calendar, draft, log);
  const written = new Map(
    (log.written ?? []).map(([place, day]) => [calendar.day(place), day] as const),
  );
  const untold = days.filter((place) => !written.has(calendar.day(place)));
  const [part, of] = log.share ?? [0, 1];
  const texts = log.notes.filter((_, index) => index % of === part);
  return days.map((place) => {
    const told = written.get(calendar.day(place));
    const index = untold.indexOf(place);
    const day = told ?? noteFor(index, untold.length, log.notes, texts);
    const words = told ? "" : shortWords(`${draft.student} ${draft.workplace}`, index, language);
    return entryOf(calendar, draft, place, day.paragraphs.length > 0 ? day : withWords(day, words));
  });
}

function loggedDays(calendar: StoryCalendar, draft: PlacementDraft, log: LogDraft): StoryDay[] {
  const first = calendar.day(draft.starts);
  const last = [
    calendar.day(draft.ends),
    calendar.day(calendar.workdaysAgo(log.lastWorkdaysAgo ?? 1)),
  ]
    .toSorted()
    .at(0);
  if (last === undefined) return [];
  const firstWeek = draft.starts.week;
  const weeks = Array.from({ length: 1 - firstWeek }, (_, index) => firstWeek + index);
  const closed = (draft.interruptions ?? []).map(({ from, to }) => [
    calendar.day(from),
    to === undefined ? "9999-12-31" : calendar.day(to),
  ]);
  return weeks
    .flatMap((week) => calendar.pastDaysOf(week))
    .filter((place) => {
      const day = calendar.day(place);
      const away = closed.some(([from = "", to = ""]) => from <= day && day <= to);
      return first <= day && day <= last && !away;
    });
}

/** Two days of three have a short line; the same line does not return for weeks. */
function shortWords(seed: string, index: number, language: Language): string {
  const lines = shortDays[language];
  if (chance(`${seed} silent ${index}`, 3) === 0) return "";
  return lines[(chance(seed, lines.length) + index * 3) % lines.length] ?? "";
}

function withWords(day: DayNote, text: string): DayNote {
  return text === "" || day.absence ? day : { ...day, paragraphs: [{ audience: "all", text }] };
}

/** Texts are spread evenly and in their order; the days between have work but no words. */
function noteFor(
  index: number,
  count: number,
  notes: readonly DayNote[],
  texts: readonly DayNote[],
): DayNote {
  const due = Math.floor((index * texts.length) / count);
  const told = Math.floor(((index - 1) * texts.length) / count);
  const text = due > told ? texts[due] : undefined;
  if (text !== undefined) return text;
  const learned = Math.max(2, Math.ceil(((index + 1) / count) * notes.length));
  const wordless = notes[(index * 5 + 2) % learned];
  if (wordless === undefined) throw new RangeError("A log needs notes");
  return { ...wordless, paragraphs: [] };
}

function entryOf(
  calendar: StoryCalendar,
  draft: PlacementDraft,
  place: StoryDay,
  day: DayNote,
): LogEntry {
  const words = `${draft.student} ${draft.workplace} ${place.week - draft.starts.week} ${place.weekday}`;
  const entry = {
    on: calendar.day(place),
    writtenAt: writtenAt(calendar, place, words),
    minutes: day.minutes ?? usualMinutes(draft) + pick(words, [0, 0, 0, 15, 0, -15, 0, -30, 0, 30]),
    tasks: day.tasks.map((task) => taskKey(draft.workplace, task)),
    paragraphs: day.paragraphs,
    requirements: day.requirements.filter((code) => draft.requirements.includes(code)),
  };
  return day.absence === undefined ? entry : { ...entry, absence: day.absence };
}

function usualMinutes(draft: PlacementDraft): number {
  return Math.round(((draft.hoursPerWeek ?? 37.5) * 60) / 5 / 15) * 15;
}

/** Fridays before the week goes to the tutor at 14:30, else in the evening or the next morning. */
function writtenAt(calendar: StoryCalendar, place: StoryDay, words: string): Moment {
  const minute = String(5 + chance(`${words} minute`, 20)).padStart(2, "0");
  if (place.weekday === 5) return calendar.moment(place, `14:${minute}`);
  const next = on(place.week, NEXT[place.weekday]);
  if (chance(`${words} later`, 9) === 0 && calendar.isPast(next)) {
    return calendar.moment(next, `06:${minute}`);
  }
  return calendar.moment(place, `${15 + chance(`${words} hour`, 6)}:${minute}`);
}

const NEXT = { 1: 2, 2: 3, 3: 4, 4: 5 } as const;
