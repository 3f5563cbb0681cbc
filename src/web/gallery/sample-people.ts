import type { MarkState, Three } from "../ui/marks-label.ts";

/** Marks of the sample people: student, tutor, teacher by state. */
export function sampleMarks(student: MarkState, tutor: MarkState, teacher: MarkState): Three {
  return {
    student: { name: "Eetu", state: student },
    tutor: { name: "Mika", state: tutor },
    teacher: { name: "Sanna", state: teacher },
  };
}
