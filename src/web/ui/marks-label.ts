import { m } from "#messages/web";
import { dayLong } from "./format.ts";

export type MarkState = "open" | "turn" | "done" | "disagrees" | "not-needed";

/** One party's part of a joint deed. */
export type Mark = {
  /** First name as it stands in the piece; for parties without a person "College", "Employer". */
  name: string;
  state: MarkState;
  /** The reader is this party: the piece says "You". */
  you?: boolean | undefined;
  /** The day it was done, ISO. */
  on?: string | undefined;
  /** The exact words under the large piece: "has read", "signed Thu 26 Nov". Default by state. */
  verb?: string | undefined;
};

/** Always in this order: student (left), tutor (middle pin), teacher (right). */
export type Three = { student: Mark; tutor: Mark; teacher: Mark };

export function inOrder(marks: Three): [Mark, Mark, Mark] {
  return [marks.student, marks.tutor, marks.teacher];
}

export function allDone(marks: Three): boolean {
  return inOrder(marks).every((mark) => mark.state === "done");
}

/** "Week 47: Eetu done, waiting for Mika, Sanna not yet" */
export function marksLabel(deed: string, marks: Three): string {
  const phrases = inOrder(marks).map(phrase).join(", ");
  return allDone(marks) ? m.ui_marks_whole({ deed, phrases }) : `${deed}: ${phrases}`;
}

/** The piece's own words: the reader is "You", others by first name. */
export function pieceName(mark: Mark): string {
  return mark.you ? m.ui_you() : mark.name;
}

/** The words under the large piece. */
export function pieceVerb(mark: Mark): string {
  if (mark.verb !== undefined) return mark.verb;
  switch (mark.state) {
    case "open":
      return m.ui_mark_verb_open();
    case "turn":
      return mark.you ? m.ui_mark_verb_turn_you() : m.ui_mark_verb_turn();
    case "done":
      return mark.on ? dayLong(mark.on) : m.ui_mark_verb_done();
    case "disagrees":
      return m.ui_mark_verb_disagrees();
    case "not-needed":
      return m.ui_mark_verb_not_needed();
  }
}

function phrase(mark: Mark): string {
  const name = mark.you ? m.ui_you_inside() : mark.name;
  switch (mark.state) {
    case "open":
      return m.ui_mark_open({ name });
    case "turn":
      return mark.you ? m.ui_mark_turn_you() : m.ui_mark_turn({ name });
    case "done":
      return mark.on
        ? m.ui_mark_done_on({ name, day: dayLong(mark.on) })
        : m.ui_mark_done({ name });
    case "disagrees":
      return mark.you ? m.ui_mark_disagrees_you() : m.ui_mark_disagrees({ name });
    case "not-needed":
      return m.ui_mark_not_needed({ name });
  }
}
