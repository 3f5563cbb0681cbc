import { hashToken } from "#server/secrets.ts";

/** What fill.sql calls things: ids and tokens that can be computed from a number. */
const KINDS = {
  provider: 1,
  teacher: 2,
  student: 3,
  tutor: 4,
  workplace: 6,
  task: 7,
  placement: 8,
};

function benchId(kind: keyof typeof KINDS, number: number): string {
  const place = KINDS[kind].toString(16).padStart(4, "0");
  return `0199${place}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

export type TokenOf = "teacher" | "student" | "tutor" | "link";

export function benchToken(word: TokenOf, number: number): string {
  return `token-of-the-bench-${word}-${number}`;
}

export function benchHash(word: TokenOf, number: number): Buffer {
  return hashToken(benchToken(word, number));
}

export const TEACHERS = 125;
export const PLACEMENTS = 5_000;
const STUDENTS_OF_A_TEACHER = 40;
const RUNNING_OF_A_TEACHER = 32;
const WORKPLACES = 1_500;
const TEACHERS_OF_FIRST_PROVIDER = 100;
const TASKS_OF_A_WORKPLACE = 5;

/** The people and places around one placement. */
export function around(placement: number) {
  const teacher = Math.floor(placement / STUDENTS_OF_A_TEACHER);
  const place = placement % WORKPLACES;
  return {
    placementId: benchId("placement", placement),
    providerId: benchId("provider", teacher < TEACHERS_OF_FIRST_PROVIDER ? 0 : 1),
    teacher,
    teacherId: benchId("teacher", teacher),
    studentId: benchId("student", placement),
    tutorId: benchId("tutor", place),
    workplaceId: benchId("workplace", place),
    taskId: benchId("task", place * TASKS_OF_A_WORKPLACE),
  };
}

/** The numbers of the placements that run, spread over teachers: neighbours in the list share nothing. */
export const RUNNING: readonly number[] = Array.from({ length: RUNNING_OF_A_TEACHER }, (_, k) =>
  Array.from({ length: TEACHERS }, (_unused, teacher) => teacher * STUDENTS_OF_A_TEACHER + k),
).flat();
