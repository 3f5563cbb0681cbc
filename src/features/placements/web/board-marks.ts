import { m } from "#messages/web";
import type { Mark, Three } from "#web/ui/marks-label.ts";
import type { BoardRow } from "./attention-text.ts";

/** The marks of the last joint deed with the names of the three; the reader is the teacher. */
export function boardMarks({ deed, student, tutor }: BoardRow): Three {
  return {
    student: { name: student.givenName, state: markState(deed.marks.student) },
    tutor: {
      name: tutor?.givenName ?? m.attention_the_tutor(),
      state: markState(deed.marks.tutor),
    },
    teacher: { name: "", state: markState(deed.marks.teacher), you: true },
  };
}

function markState(state: string): Mark["state"] {
  return state === "done" || state === "turn" ? state : "open";
}
