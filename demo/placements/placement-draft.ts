import type { StoryDay } from "../calendar.ts";
import type {
  Audience,
  Basis,
  Condition,
  Ending,
  Gap,
  Guidance,
  Interruption,
  LogEntry,
  Nudge,
  Paragraph,
  Party,
  PlacementState,
  PlannedDemonstration,
  PlanShift,
  Talk,
} from "../placement-types.ts";
import type { PersonKey, RequirementCode, UnitCode } from "../story-types.ts";

/** What a student did and wrote on a day; tasks by their short names at the workplace. */
export interface DayNote {
  readonly tasks: readonly string[];
  readonly requirements: readonly RequirementCode[];
  readonly paragraphs: readonly Paragraph[];
  readonly minutes?: number;
  readonly absence?: NonNullable<LogEntry["absence"]>;
}

/** A day note: tasks "joints bathroom", what was practised, the text all three read, and more. */
export function note(
  tasks: string,
  requirements: readonly RequirementCode[],
  text: string,
  more: { readonly teacher?: string; readonly private?: string; readonly minutes?: number } = {},
): DayNote {
  const paragraphs = [
    paragraph("all", text),
    paragraph("teacher", more.teacher),
    paragraph("private", more.private),
  ].flat();
  const day = { tasks: tasks.split(" "), requirements, paragraphs };
  return more.minutes === undefined ? day : { ...day, minutes: more.minutes };
}

/** A day away from work, with what was told about it. */
export function away(absence: NonNullable<LogEntry["absence"]>, text: string): DayNote {
  return {
    tasks: [],
    requirements: [],
    paragraphs: paragraph("all", text),
    minutes: 0,
    absence,
  };
}

function paragraph(audience: Audience, text: string | undefined): Paragraph[] {
  return text === undefined || text === "" ? [] : [{ audience, text }];
}

export type WrittenDay = readonly [StoryDay, DayNote];

export interface LogDraft {
  /** Days of the workplace in the student's language, in the order in which one learns. */
  readonly notes: readonly DayNote[];
  /** Students of one workplace share its notes: [0, 2] takes every second from the first. */
  readonly share?: readonly [part: number, of: number];
  /** Days told one by one; they win over the notes. */
  readonly written?: readonly WrittenDay[];
  /** The last working day with an entry, counted back from today. 1 unless told otherwise. */
  readonly lastWorkdaysAgo?: number;
}

export interface WeeksDraft {
  /** First week the tutor has not confirmed. 0 unless told otherwise: all past weeks are. */
  readonly silentFrom?: number;
  readonly exceptions?: readonly (readonly [StoryDay, string])[];
  /** Weeks a deputy confirmed with the forwarded link. */
  readonly byDeputy?: readonly number[];
  readonly remarks?: Readonly<Record<number, string>>;
}

export interface TalkDraft {
  readonly kind: Talk["kind"];
  readonly on: StoryDay;
  readonly at: string;
  readonly minutes?: number;
  readonly place?: Talk["place"];
  /** Told when it was held. */
  readonly note?: string;
  readonly by?: Party;
  /** False when the others have not confirmed the note yet. */
  readonly confirmed?: boolean;
}

type PlacedOn<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: StoryDay };

export interface SuitabilityDraft {
  readonly on: StoryDay;
  readonly reason: string;
  readonly validUntil: StoryDay;
  /** Only told when the answer is no; conditions make it "with_conditions", else "suitable". */
  readonly outcome?: "not_suitable";
  readonly conditions?: readonly PlacedOn<Condition, "dueOn">[];
  readonly gaps?: readonly PlacedOn<Gap, "dueOn">[];
}

export interface DemonstrationDraft extends Omit<PlannedDemonstration, "startsOn" | "endsOn"> {
  readonly from: StoryDay;
  readonly to: StoryDay;
}

export interface PlanDraft {
  readonly version: number;
  /** Whose edit the newest version is; the teacher's unless told otherwise. */
  readonly writtenBy?: Party;
  readonly sent: StoryDay;
  readonly marks: readonly Party[];
  readonly shifts?: readonly PlanShift[];
  readonly demonstrations?: readonly DemonstrationDraft[];
  readonly guidance?: Guidance;
  readonly breaks?: string;
  readonly support?: string;
  readonly travel?: string;
  readonly meals?: string;
}

/** A placement as told, in the story's time. */
export interface PlacementDraft {
  readonly student: PersonKey;
  readonly workplace: string;
  readonly tutor?: PersonKey;
  readonly deputy?: PersonKey;
  readonly basis?: Basis;
  readonly state: PlacementState;
  readonly starts: StoryDay;
  readonly ends: StoryDay;
  readonly hoursPerWeek?: number;
  readonly partTimePercent?: number;
  /** Usual working day and break: ["07:00", "15:00", 30]. */
  readonly hours: readonly [from: string, to: string, breakMinutes: number];
  readonly units: readonly UnitCode[];
  readonly requirements: readonly RequirementCode[];
  readonly suitability?: SuitabilityDraft;
  readonly plan?: PlanDraft;
  readonly talks: readonly TalkDraft[];
  readonly interruptions?: readonly {
    readonly reason: Interruption["reason"];
    readonly from: StoryDay;
    readonly to?: StoryDay;
  }[];
  readonly log?: LogDraft;
  readonly weeks?: WeeksDraft;
  readonly nudges?: readonly (Omit<Nudge, "at" | "by"> & {
    readonly on: StoryDay;
    readonly at: string;
  })[];
  readonly ending?: Omit<Ending, "at" | "heardOn"> & {
    readonly on: StoryDay;
    readonly heardOn?: StoryDay;
  };
}
