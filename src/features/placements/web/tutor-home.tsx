import { useQueryClient } from "@tanstack/react-query";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { useMe } from "#web/session.ts";
import { Page } from "#web/shell/page.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { asSentence } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Marks } from "#web/ui/marks.tsx";
import type { Mark, Three } from "#web/ui/marks-label.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView, viewOptions } from "#web/view.ts";
import type { readTutorHome } from "../placement-views.contract.ts";
import { numberWord } from "./number-words.ts";
import { nameOf } from "./placement-page-answer.ts";
import { talkText, weekNumber } from "./state-text.ts";
import { School } from "./tutor-home-school.tsx";
import { TutorStudents } from "./tutor-home-students.tsx";

type TutorHomeAnswer = AnswerOf<typeof readTutorHome>;
type Waiting = TutorHomeAnswer["waiting"][number];

const REQUEST = { path: "/api/tutor/home" } as const;

/** What waits for the tutor with its minutes, longest first, and the students of every school. */
export function TutorHome() {
  const me = useMe();
  const home = useTutorHome();
  const { waiting, students, workplaceName, today } = home;
  const schools = schoolsOf(home);
  const [first, ...rest] = waiting;
  const crumb = [me ? nameOf(me) : "", workplaceName ?? ""].filter(Boolean).join(", ");
  return (
    <Page frame="phone">
      <div>
        <PageHead bare crumb={crumb} title={titleOf(waiting.length)} />
        {first && <p>{minutesText(waiting)}</p>}
      </div>
      {first && <FirstWaiting item={first} schools={schools} />}
      {rest.length > 0 && (
        <ul className="sheet asked">
          {rest.map((item) => (
            <WaitingRow key={keyOf(item)} item={item} schools={schools} />
          ))}
        </ul>
      )}
      {!first && (
        <EmptyState title={m.tutor_home_nothing()}>
          <p className="muted">{m.tutor_home_nothing_next()}</p>
        </EmptyState>
      )}
      {students.length > 0 && (
        <Section title={m.tutor_home_students()}>
          <TutorStudents students={students} today={today} schools={schools} />
        </Section>
      )}
      {schools.length > 1 && <p className="small muted">{schoolsText(schools.length)}</p>}
    </Page>
  );
}

function useTutorHome(): TutorHomeAnswer {
  const { queryKey } = viewOptions<typeof readTutorHome>(REQUEST);
  const known = useQueryClient().getQueryData<TutorHomeAnswer>(queryKey);
  const topics = known?.students.map(({ placementId }) => `placement:${placementId}`) ?? [];
  return useView<typeof readTutorHome>(REQUEST, topics);
}

function titleOf(count: number): string {
  return count === 0
    ? m.tutor_home_title_none()
    : asSentence(m.tutor_home_title({ count, number: numberWord(count) }));
}

function minutesText(waiting: readonly Waiting[]): string {
  const seconds = waiting.reduce((sum, item) => sum + item.seconds, 0);
  return m.tutor_home_minutes({ count: Math.max(Math.round(seconds / 60), 1) });
}

function schoolsText(count: number): string {
  return count === 2 ? m.tutor_home_two_schools() : m.tutor_home_schools();
}

/** The schools in the order of the students: the sign beside the name is the same everywhere. */
function schoolsOf({ students }: TutorHomeAnswer): string[] {
  return [...new Set(students.map(({ providerName }) => textOf(providerName)))];
}

function keyOf({ kind, placementId, week, talkId }: Waiting): string {
  return [kind, placementId, week, talkId].join(" ");
}

type WaitingProps = { item: Waiting; schools: readonly string[] };

/** What has waited longest, with the one green button. */
function FirstWaiting({ item, schools }: WaitingProps) {
  const marks = marksOf(item);
  const title = waitingText(item);
  return (
    <Card as="section" asked label={title} className="stack-3">
      <div>
        <div className="row between top">
          <b>{title}</b>
          <span className="small muted nowrap">{timeText(item.seconds)}</span>
        </div>
        <div className="row between">
          <School name={textOf(item.providerName)} schools={schools} />
          {marks && <Marks deed={title} marks={marks} />}
        </div>
      </div>
      <ButtonLink kind="primary" size="big" block href={hrefOf(item)}>
        {stepText(item)}
      </ButtonLink>
    </Card>
  );
}

function WaitingRow({ item, schools }: WaitingProps) {
  return (
    <li>
      <span>
        <b>{waitingText(item)}</b>
        <br />
        <School name={textOf(item.providerName)} schools={schools} />
      </span>
      <span className="mins">{timeText(item.seconds)}</span>
      <span className="step">
        <Link className="link48" href={hrefOf(item)}>
          {stepText(item)}
          <span className="vh">: {waitingText(item)}</span>
        </Link>
      </span>
    </li>
  );
}

function waitingText({ kind, studentName, week, talkKind, cards }: Waiting): string {
  if (kind === "week" && week !== null) {
    return m.tutor_home_week({ name: studentName, week: weekNumber(week) });
  }
  if (kind === "talk") {
    return m.tutor_home_talk({ name: studentName, talk: talkText(talkKind ?? "") });
  }
  if (kind === "cards") return m.tutor_home_cards({ name: studentName, count: cards ?? 0 });
  return m.tutor_home_plan({ name: studentName });
}

function stepText({ kind }: Waiting): string {
  if (kind === "week") return m.tutor_home_open_week();
  if (kind === "cards") return m.tutor_home_open_cards();
  return kind === "talk" ? m.tutor_home_open_talk() : m.tutor_home_open_plan();
}

function hrefOf({ kind, placementId, week }: Waiting): string {
  const page = `/placements/${placementId}`;
  if (kind === "week" && week !== null) return `${page}/weeks/${week}`;
  if (kind === "cards") return `${page}/cards`;
  return kind === "talk" ? page : `${page}/plan`;
}

/** "20 s" under two minutes, then minutes. */
function timeText(seconds: number): string {
  return seconds < 120
    ? m.tutor_home_seconds({ count: seconds })
    : m.placement_minutes({ count: Math.round(seconds / 60) });
}

function marksOf({ marks, parties }: Waiting): Three | null {
  if (marks === null) return null;
  const markOf = (party: keyof typeof parties): Mark => {
    const state = marks[party];
    return {
      name: parties[party],
      state: state === "done" || state === "turn" ? state : "open",
      you: party === "tutor",
    };
  };
  return { student: markOf("student"), tutor: markOf("tutor"), teacher: markOf("teacher") };
}
