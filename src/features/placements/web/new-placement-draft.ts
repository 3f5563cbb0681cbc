import { m } from "#messages/web";
import type { AnswerOf, Call } from "#web/request.ts";
import { addDays, dayLong, mondayOf } from "#web/ui/format.ts";
import type { proposePlacement } from "../placement.contract.ts";
import type { Basis } from "../placement.ts";
import type { readProposalChoices } from "../placement-views.contract.ts";

export type Choices = AnswerOf<typeof readProposalChoices>;
type Body = Call<typeof proposePlacement>["body"];

/** A new placement while it is being put together; what is not chosen yet is null. */
export type Draft = {
  readonly studentId: string | null;
  readonly teacherId: string | null;
  readonly workplaceId: string | null;
  /** null = named later */
  readonly tutorId: string | null;
  readonly versionId: string | null;
  readonly unitIds: readonly string[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly basis: Basis;
  /** As typed: 1–100. */
  readonly percent: string;
};

export type Faults = { readonly [field in keyof Draft]?: string };

/** Ten working weeks: Monday of the first to Friday of the tenth. */
const USUAL_DAYS = 9 * 7 + 4;
const MOST_UNITS = 20;

/** The next Monday, ten weeks, a training agreement; the only qualification when there is one. */
export function firstDraft({ frameworks }: Choices, today: string): Draft {
  const startsOn = addDays(mondayOf(today), 7);
  return {
    studentId: null,
    teacherId: null,
    workplaceId: null,
    tutorId: null,
    versionId: frameworks.length === 1 ? (frameworks[0]?.versionId ?? null) : null,
    unitIds: [],
    startsOn,
    endsOn: usualEnd(startsOn),
    basis: "training_agreement",
    percent: "100",
  };
}

/** The Friday of the tenth week, for a first day in the middle of a week too. */
function usualEnd(startsOn: string): string {
  return addDays(mondayOf(startsOn), USUAL_DAYS);
}

/** The draft with a student, and the teacher who then answers: the reader when they are one. */
export function withStudent(
  draft: Draft,
  studentId: string | null,
  choices: Choices,
  me: string,
): Draft {
  const teachers = teachersOf(choices, studentId);
  const isKept = teachers.some(({ id }) => id === draft.teacherId);
  const own = teachers.find(({ id }) => id === me) ?? teachers[0];
  return { ...draft, studentId, teacherId: isKept ? draft.teacherId : (own?.id ?? null) };
}

/** Teachers of the student's own provider. */
export function teachersOf({ students, teachers }: Choices, studentId: string | null) {
  const student = students.find(({ id }) => id === studentId);
  return teachers.filter(({ providerId }) => providerId === student?.providerId);
}

/** The draft with a workplace, and its tutor when it has only one. */
export function withWorkplace(draft: Draft, workplaceId: string | null, choices: Choices): Draft {
  const tutors = choices.workplaces.find(({ id }) => id === workplaceId)?.tutors ?? [];
  return { ...draft, workplaceId, tutorId: tutors.length === 1 ? (tutors[0]?.id ?? null) : null };
}

/** A first day moves the last day along as long as the length is the usual one. */
export function withFirstDay(draft: Draft, startsOn: string | null): Draft {
  const isUsual = draft.startsOn !== null && draft.endsOn === usualEnd(draft.startsOn);
  return { ...draft, startsOn, endsOn: isUsual && startsOn ? usualEnd(startsOn) : draft.endsOn };
}

/** What is missing or wrong, field by field, in words that say what to write. */
export function faultsOf(draft: Draft): Faults {
  return clean({
    studentId: draft.studentId ? undefined : m.new_placement_fault_student(),
    teacherId: draft.studentId && !draft.teacherId ? m.new_placement_fault_teacher() : undefined,
    workplaceId: draft.workplaceId ? undefined : m.new_placement_fault_workplace(),
    versionId: draft.versionId ? undefined : m.new_placement_fault_framework(),
    unitIds: draft.versionId ? unitsFault(draft.unitIds.length) : undefined,
    startsOn: draft.startsOn ? undefined : m.new_placement_fault_first_day(),
    endsOn: lastDayFault(draft),
    percent: isPercent(draft.percent) ? undefined : m.new_placement_fault_percent(),
  });
}

function unitsFault(count: number): string | undefined {
  if (count === 0) return m.new_placement_fault_units();
  return count > MOST_UNITS ? m.new_placement_fault_units_many() : undefined;
}

/** Told at once, not only when the form is sent. */
export function lastDayFault({ startsOn, endsOn }: Draft): string | undefined {
  if (!endsOn) return m.new_placement_fault_last_day();
  const isBefore = startsOn !== null && endsOn < startsOn;
  return isBefore ? m.new_placement_fault_order({ day: dayLong(startsOn) }) : undefined;
}

function isPercent(text: string): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 100;
}

function clean(faults: { [field in keyof Draft]?: string | undefined }): Faults {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

/** The whole draft as the server takes it; undefined while something is missing. */
export function bodyOf(draft: Draft, id: string, { students }: Choices): Body | undefined {
  const { studentId, teacherId, workplaceId, tutorId, versionId, startsOn, endsOn, basis } = draft;
  const providerId = students.find((student) => student.id === studentId)?.providerId;
  if (!providerId || !studentId || !teacherId || !workplaceId) return undefined;
  if (!versionId || !startsOn || !endsOn) return undefined;
  return {
    id,
    providerId,
    studentId,
    teacherId,
    workplaceId,
    tutorId,
    frameworkVersionId: versionId,
    unitIds: [...draft.unitIds],
    basis,
    startsOn,
    endsOn,
    partTimePercent: Number(draft.percent),
  };
}
