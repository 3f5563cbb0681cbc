import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { dayShort } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { RibbonMini } from "#web/ui/ribbon-mini.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { BEFORE_START } from "../placement.ts";
import type { readTutorHome } from "../placement-views.contract.ts";
import { insideText, nameOf } from "./placement-page-answer.ts";
import { ribbonWeeks } from "./ribbon-weeks.ts";
import { stateText, weekOfPlacement } from "./state-text.ts";
import { School } from "./tutor-home-school.tsx";

type Student = AnswerOf<typeof readTutorHome>["students"][number];

type TutorStudentsProps = {
  students: readonly Student[];
  today: string;
  schools: readonly string[];
};

/** The students of every school in one list, each with the name of the school. */
export function TutorStudents({ students, today, schools }: TutorStudentsProps) {
  return (
    <Rows>
      {students.map((student) => (
        <Row
          key={student.placementId}
          end={<RibbonMini weeks={ribbonWeeks(student.ribbon)} today={today} />}
        >
          <Link className="row-link" href={`/placements/${student.placementId}`}>
            <b>{nameOf(student.student)}</b>
            <span className="sub">{studentText(student, today)}</span>
            <School name={textOf(student.providerName)} schools={schools} />
          </Link>
        </Row>
      ))}
    </Rows>
  );
}

/** "Installing heating pipes, week 7 of 9" or "Starts Mon 30 Nov, under 18" */
function studentText(student: Student, today: string): string {
  const place = weekOfPlacement(student.ribbon, today) || stateText(student.state);
  const unit = textOf(student.unitName);
  const now = BEFORE_START.includes(student.state)
    ? m.tutor_home_starts({ day: dayShort(student.startsOn) })
    : unit
      ? `${unit}, ${insideText(place)}`
      : place;
  return student.underage ? `${now}, ${m.placement_under_18()}` : now;
}
