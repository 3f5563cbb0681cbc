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
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView, viewOptions } from "#web/view.ts";
import type { readTutorHome } from "../placement-views.contract.ts";
import { numberWord } from "./number-words.ts";
import { nameOf } from "./placement-page-answer.ts";
import { type Asked, useAsked } from "./tutor-home-asked.ts";
import { School } from "./tutor-home-school.tsx";
import { TutorStudents } from "./tutor-home-students.tsx";

type TutorHomeAnswer = AnswerOf<typeof readTutorHome>;

const REQUEST = { path: "/api/tutor/home" } as const;

/** What waits for the tutor with its minutes, longest first, and the students of every school. */
export function TutorHome() {
  const me = useMe();
  const home = useTutorHome();
  const { waiting, students, workplaceName, today } = home;
  const asked = useAsked(waiting);
  const schools = schoolsOf(home);
  const [first, ...rest] = asked;
  const crumb = [me ? nameOf(me) : "", workplaceName ?? ""].filter(Boolean).join(", ");
  return (
    <Page frame="phone">
      <div>
        <PageHead bare crumb={crumb} title={titleOf(asked.length)} />
        {first && <p>{minutesText(asked)}</p>}
      </div>
      {first && <FirstAsked item={first} schools={schools} />}
      {rest.length > 0 && (
        <ul className="sheet asked">
          {rest.map((item) => (
            <AskedRow key={item.key} item={item} schools={schools} />
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

function minutesText(asked: readonly Asked[]): string {
  const seconds = asked.reduce((sum, item) => sum + item.seconds, 0);
  return m.tutor_home_minutes({ count: Math.max(Math.round(seconds / 60), 1) });
}

function schoolsText(count: number): string {
  return count === 2 ? m.tutor_home_two_schools() : m.tutor_home_schools();
}

/** The schools in the order of the students: the sign beside the name is the same everywhere. */
function schoolsOf({ students }: TutorHomeAnswer): string[] {
  return [...new Set(students.map(({ providerName }) => textOf(providerName)))];
}

type AskedProps = { item: Asked; schools: readonly string[] };

/** What has waited longest, with the one green button. */
function FirstAsked({ item, schools }: AskedProps) {
  const { title, marks } = item;
  return (
    <Card as="section" asked label={title} className="stack-3">
      <div>
        <div className="row between top">
          <b>{title}</b>
          <span className="small muted nowrap">{timeText(item.seconds)}</span>
        </div>
        <div className="row between">
          <School name={item.school} schools={schools} />
          {marks && <Marks deed={title} marks={marks} />}
        </div>
      </div>
      <ButtonLink kind="primary" size="big" block href={item.href}>
        {item.step}
      </ButtonLink>
    </Card>
  );
}

function AskedRow({ item, schools }: AskedProps) {
  return (
    <li>
      <span>
        <b>{item.title}</b>
        <br />
        <School name={item.school} schools={schools} />
      </span>
      <span className="mins">{timeText(item.seconds)}</span>
      <span className="step">
        <Link className="link48" href={item.href}>
          {item.step}
          <span className="vh">: {item.title}</span>
        </Link>
      </span>
    </li>
  );
}

/** "20 s" under two minutes, then minutes. */
function timeText(seconds: number): string {
  return seconds < 120
    ? m.tutor_home_seconds({ count: seconds })
    : m.placement_minutes({ count: Math.round(seconds / 60) });
}
