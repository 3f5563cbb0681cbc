/**
 * Shapes of the placements in the demo's story. The words are those of the database: a loader
 * stores them as they are.
 */

import type { Day, Moment, PersonKey, RequirementCode, TaskKey, UnitCode } from "./story-types.ts";

export type Basis = "training_agreement" | "apprenticeship";

export type PlacementState =
  | "proposed"
  | "planning"
  | "ready"
  | "running"
  | "ended"
  | "closed"
  | "cancelled"
  | "terminated";

/** One requirement in one task: done here, or with help. */
export type CoverageLevel = "done" | "help";

/** A cell that is not in the list is "not here". */
export interface CoverageCell {
  readonly requirement: RequirementCode;
  readonly task: TaskKey;
  readonly level: CoverageLevel;
}

/** A requirement nobody can practise at this workplace, and who takes care of it. */
export interface Gap {
  readonly requirement: RequirementCode;
  readonly owner: "school" | "other_workplace" | "later";
  readonly note: string;
  readonly dueOn: Day;
}

/** What must be in order for the workplace to suit, and by when. */
export interface Condition {
  readonly text: string;
  /** The person who takes care of it. */
  readonly owner: PersonKey;
  readonly dueOn: Day;
}

/** The teacher's decision that the workplace suits this student's objectives. */
export interface Suitability {
  readonly decidedBy: PersonKey;
  readonly decidedAt: Moment;
  readonly outcome: "suitable" | "with_conditions" | "not_suitable";
  readonly reason: string;
  /** At least one when the outcome is with_conditions, else empty. */
  readonly conditions: readonly Condition[];
  readonly validUntil: Day;
  readonly coverage: readonly CoverageCell[];
  readonly gaps: readonly Gap[];
}

export type Party = "student" | "tutor" | "teacher";

/** "I agree to this version of the plan." */
export interface PlanMark {
  readonly party: Party;
  readonly by: PersonKey;
  readonly at: Moment;
}

/** A task of the workplace in the weeks it is done; weeks are Mondays. */
export interface PlannedTask {
  readonly task: TaskKey;
  readonly weeks: readonly Day[];
  readonly how: "alone" | "with_tutor";
}

/** Working hours of another kind, and when they are done. */
export interface PlanShift {
  readonly dayStartsAt: string;
  readonly dayEndsAt: string;
  readonly breakMinutes: number;
  readonly on: string;
}

export interface PlannedDemonstration {
  readonly work: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly place: string | null;
  readonly requirements: readonly RequirementCode[];
  readonly schoolAssessor: string;
  readonly workAssessor: string;
}

/** How often, and by which means, teacher and tutor speak of how it goes. */
export interface Guidance {
  readonly every: "week" | "two_weeks" | "month";
  readonly by: "phone" | "message" | "video" | "visit";
  readonly note: string | null;
}

export interface Plan {
  /** 1 or more; the marks are all for this version. */
  readonly version: number;
  readonly writtenBy: PersonKey;
  readonly sentAt?: Moment;
  readonly tasks: readonly PlannedTask[];
  /** Usual working day, "07:00" to "15:00", and the unpaid break in it. */
  readonly dayStartsAt: string;
  readonly dayEndsAt: string;
  readonly breakMinutes: number;
  readonly shifts?: readonly PlanShift[];
  readonly demonstrations?: readonly PlannedDemonstration[];
  readonly guidance?: Guidance;
  readonly breaks?: string;
  readonly support?: string;
  readonly travel?: string;
  readonly meals?: string;
  readonly marks: readonly PlanMark[];
}

export interface TalkNote {
  readonly by: PersonKey;
  readonly at: Moment;
  readonly text: string;
  /** The others who confirmed the note with one tap. */
  readonly confirmedBy: readonly PersonKey[];
}

export interface Talk {
  readonly kind: "start" | "mid" | "end" | "other";
  /** When it is, or was, to be held. */
  readonly at: Moment;
  readonly minutes: number;
  readonly place: "workplace" | "video" | "phone" | "school";
  /** False and in the past: the talk is late. */
  readonly held: boolean;
  /** Always when held, never otherwise. */
  readonly note?: TalkNote;
}

export interface Interruption {
  readonly reason: "illness" | "family" | "holiday" | "school";
  readonly from: Day;
  /** Last day; missing while the interruption is open. */
  readonly to?: Day;
}

/** Who reads a paragraph: the writer alone, also the teacher, or all three. */
export type Audience = "private" | "teacher" | "all";

export interface Paragraph {
  readonly audience: Audience;
  readonly text: string;
}

/** One day, one entry. */
export interface LogEntry {
  readonly on: Day;
  /** May be a later day: then it is stamped as written later. */
  readonly writtenAt: Moment;
  /** Worked minutes; 0 only on a day of absence. */
  readonly minutes: number;
  readonly absence?: "illness" | "family" | "school";
  readonly tasks: readonly TaskKey[];
  readonly paragraphs: readonly Paragraph[];
  readonly requirements: readonly RequirementCode[];
}

export type CardLevel = "alone" | "help" | "not_yet";

export interface CardMark {
  readonly requirement: RequirementCode;
  readonly level: CardLevel;
}

/** What the tutor says is not right about a day of the week. */
export interface WeekException {
  readonly on: Day;
  readonly text: string;
}

export interface WeekConfirmation {
  readonly outcome: "ok" | "exceptions";
  /** The person who truly acted: the tutor, or a colleague with a forwarded link. */
  readonly by: PersonKey;
  readonly at: Moment;
  readonly exceptions: readonly WeekException[];
  /** At most three. */
  readonly cards: readonly CardMark[];
  readonly remark?: string;
}

/** A past week that the student has written in. */
export interface PlacementWeek {
  readonly monday: Day;
  /** When the week went to the tutor; missing while the student has not sent it. */
  readonly sentAt?: Moment;
  readonly confirmation?: WeekConfirmation;
  /** When the teacher has read the confirmed week. */
  readonly readAt?: Moment;
}

/** A reminder that was sent when somebody was silent. */
export interface Nudge {
  readonly to: PersonKey;
  readonly by: PersonKey;
  readonly channel: "email" | "sms";
  readonly about: "week" | "entry" | "plan" | "talk" | "cards";
  readonly at: Moment;
}

/** Why and how a placement was cancelled or terminated. */
export interface Ending {
  readonly at: Moment;
  readonly by: PersonKey;
  readonly ground: "joint_consent" | "terms_not_followed" | "student_left" | "place_lost";
  readonly reason: string;
  /** The day the other party was heard; terminated placements only. */
  readonly heardOn?: Day;
  readonly onProbation: boolean;
}

export interface Placement {
  readonly key: string;
  readonly provider: string;
  readonly student: PersonKey;
  readonly teacher: PersonKey;
  readonly workplace: string;
  /** Missing when nobody at the workplace is named yet (proposed). */
  readonly tutor?: PersonKey;
  readonly deputy?: PersonKey;
  readonly basis: Basis;
  readonly state: PlacementState;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly hoursPerWeek: number;
  readonly partTimePercent: number;
  readonly units: readonly UnitCode[];
  readonly requirements: readonly RequirementCode[];
  readonly createdAt: Moment;
  readonly createdBy: PersonKey;
  readonly suitability?: Suitability;
  readonly plan?: Plan;
  readonly talks: readonly Talk[];
  readonly interruptions: readonly Interruption[];
  readonly entries: readonly LogEntry[];
  readonly weeks: readonly PlacementWeek[];
  readonly nudges: readonly Nudge[];
  readonly ending?: Ending;
}
