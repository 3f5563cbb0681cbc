import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { moment } from "#web/ui/format.ts";
import { Joint } from "#web/ui/joint.tsx";
import type { Mark } from "#web/ui/marks-label.ts";
import { tutorName, type WeekView, weekNumber } from "./week-words.ts";

type MarkView = WeekView["marks"][number];

/** Who has done their part of the week: the student wrote it, the tutor confirms, the teacher reads. */
export function WeekJoint({ view }: { view: WeekView }) {
  const deed = m.logbook_who_has_done({ week: weekNumber(view.week) });
  const of = (party: MarkView["party"]) => view.marks.find((mark) => mark.party === party);
  const [student, tutor, teacher] = [of("student"), of("tutor"), of("teacher")];
  if (!student || !tutor || !teacher) return null;
  const mine = view.abilities.confirm.allowed;
  return (
    <Joint
      deed={deed}
      marks={{
        student: mark(
          student,
          studentVerb(student),
          mine && student.state === "turn" ? "open" : undefined,
        ),
        tutor: mark(
          { ...tutor, name: tutor.name ?? tutorName(view) },
          tutorVerb(tutor, mine),
          mine ? "turn" : undefined,
        ),
        teacher: mark(teacher, teacherVerb(teacher)),
      }}
    />
  );
}

function mark(view: MarkView, verb: string, state?: Mark["state"]): Mark {
  return { name: view.name ?? "", you: view.isYou, state: state ?? view.state, verb };
}

function studentVerb({ state, isYou }: MarkView): string {
  if (state === "done") return isYou ? m.logbook_mark_you_wrote() : m.logbook_mark_wrote();
  return isYou ? m.logbook_mark_your_turn() : m.logbook_mark_writes();
}

function tutorVerb({ state, at }: MarkView, mine: boolean): string {
  if (mine) return m.logbook_mark_your_turn();
  if (state === "disagrees") return m.logbook_mark_disagrees();
  if (state === "done" && at !== null) return moment(at, instantOf(nowMs()));
  return state === "turn" ? m.logbook_mark_turn() : m.logbook_mark_confirms();
}

function teacherVerb({ state, isYou, at }: MarkView): string {
  if (state === "done" && at !== null) return moment(at, instantOf(nowMs()));
  if (state === "turn") return isYou ? m.logbook_mark_your_turn() : m.logbook_mark_turn();
  return isYou ? m.logbook_mark_you_read() : m.logbook_mark_reads();
}
