import { on } from "../calendar.ts";
import type { Party } from "../placement-types.ts";
import type { Language, PersonKey } from "../story-types.ts";
import { chance, pick } from "./chance.ts";
import type {
  DayNote,
  PlacementDraft,
  PlanDraft,
  SuitabilityDraft,
  TalkDraft,
} from "./placement-draft.ts";
import { type Post, usualGaps } from "./posts.ts";
import { callNotes, endNotes, midNotes, reasons, startNotes } from "./sentences.ts";

interface Usual {
  readonly student: PersonKey;
  readonly state: PlacementDraft["state"];
  /** First and last week; the first day is a Monday, the last a Friday. */
  readonly weeks: readonly [first: number, last: number];
  readonly language: Language;
  readonly notes?: readonly DayNote[];
  readonly share?: readonly [number, number];
}

/** A placement where all goes as it usually does; what differs is told in `but`. */
export function usual(post: Post, told: Usual, but: Partial<PlacementDraft> = {}): PlacementDraft {
  const { student, state, weeks, notes, share } = told;
  const [starts, ends] = [on(weeks[0], 1), on(weeks[1], 5)];
  const log = share === undefined ? { notes: notes ?? [] } : { notes: notes ?? [], share };
  return {
    ...post,
    student,
    state,
    starts,
    ends,
    suitability: usualSuitability(post, told),
    plan: usualPlan(told),
    talks: usualTalks(told),
    ...(notes === undefined ? {} : { log }),
    ...but,
  };
}

export function usualSuitability(
  post: Post,
  { student, weeks, language }: Usual,
): SuitabilityDraft {
  const [first, last] = weeks;
  return {
    on: on(Math.min(first - 2, -2), 3),
    reason: pick(student, reasons[language === "sv" ? "sv" : "fi"]),
    validUntil: on(last + 2, 5),
    gaps: usualGaps(post, on(last, 5)),
  };
}

export function usualPlan(
  { student, weeks, language }: Usual,
  marks: readonly Party[] = ["student", "tutor", "teacher"],
): PlanDraft {
  return {
    version: 1 + chance(`${student} version`, 3),
    sent: on(Math.min(weeks[0] - 1, -1), 2),
    marks,
    ...care[language],
  };
}

const care = {
  fi: {
    travel: "Kulkee bussilla. Koulumatkatuki on haettu.",
    meals: "Lounas työpaikalla, oppilaitos maksaa.",
  },
  sv: {
    travel: "Åker buss. Skolresestöd är ansökt.",
    meals: "Lunch på arbetsplatsen, läroanstalten betalar.",
  },
  en: {
    travel: "By bus. School travel aid is applied for.",
    meals: "Lunch at the workplace, paid by the college.",
  },
} as const;

function usualTalks({ student, state, weeks, language }: Usual): TalkDraft[] {
  const [first, last] = weeks;
  const middle = Math.floor((first + last) / 2);
  const mid = middle === 0 ? 1 : middle;
  const talks: TalkDraft[] = [
    {
      kind: "start",
      on: on(first, 1),
      at: "08:30",
      ...told(first, pick(student, startNotes[language])),
    },
    { kind: "mid", on: on(mid, 4), at: "13:00", ...told(mid, pick(student, midNotes[language])) },
    { kind: "end", on: on(last, 4), at: "14:00", ...told(last, pick(student, endNotes[language])) },
  ];
  const lastHeld = mid < 0 ? mid : first;
  if (state !== "running" || lastHeld >= -2) return talks;
  const called = on(-1, pick(`${student} call`, [1, 2, 3, 4]));
  const call = { at: "12:40", minutes: 10, place: "phone", by: "teacher" } as const;
  return [
    ...talks,
    { kind: "other", on: called, ...call, note: pick(student, callNotes[language]) },
  ];
}

function told(week: number, note: string): Pick<TalkDraft, "note"> {
  return week < 0 ? { note } : {};
}
