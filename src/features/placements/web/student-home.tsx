import { useQueryClient } from "@tanstack/react-query";
import { LifeBuoy, Pencil } from "lucide-react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { Page } from "#web/shell/page.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { asSentence, dayRange, dayShort, daysBetween, dayWord, localDay } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useTopics, useView, viewOptions } from "#web/view.ts";
import { OVER } from "../placement.ts";
import type { readStudentHome } from "../placement-views.contract.ts";
import { insideText, type Placement } from "./placement-page-answer.ts";
import { PlacementRibbon } from "./placement-page-head.tsx";
import { PeopleRows } from "./placement-page-people.tsx";
import { Skills } from "./placement-page-skills.tsx";
import { stateText, talkText, weekOfPlacement } from "./state-text.ts";
import { NextTalk, PlanAsks, TalksToConfirm } from "./student-home-asks.tsx";
import { comingTalks, isDayToWrite } from "./student-home-days.ts";
import { ThisWeek } from "./student-home-week.tsx";
import "./placement-page.css";
import "./student-home.css";

type Home = AnswerOf<typeof readStudentHome>;

const REQUEST = { path: "/api/student/home" } as const;

/** The student's day: what is asked now, this week, what is next, and the words to write it. */
export function StudentHome() {
  const { current, entries, others, today } = useStudentHome();
  if (current === null) {
    return (
      <Page frame="phone">
        <PageHead bare title={m.student_home_none_title()} />
        <EmptyState title={m.student_home_none()}>
          <p className="muted">{m.student_home_none_next()}</p>
        </EmptyState>
      </Page>
    );
  }
  const canWrite = isDayToWrite(current, today);
  const isWritten = entries.some(({ day }) => day === today);
  const answer = canWrite && (
    <ButtonLink
      kind={isWritten ? "second" : "primary"}
      size="big"
      block
      icon={Pencil}
      href={`/placements/${current.id}/days/${today}`}
    >
      {isWritten ? m.student_home_open_today() : m.student_home_write_today()}
    </ButtonLink>
  );
  return (
    <Page frame="phone" className="home" answer={answer}>
      <Head placement={current} today={today} />
      <ButtonLink kind="voice" block icon={LifeBuoy} href="/safety">
        {m.safety_need_someone()}
      </ButtonLink>
      <div className="stack-8 home-now">
        <PlanAsks placement={current} />
        <TalksToConfirm placement={current} />
        {current.state === "running" && <ThisWeek placement={current} entries={entries} />}
        <NextTalk placement={current} />
        <WhatIsNext placement={current} />
      </div>
      <div className="stack-8 home-more">
        <Section title={m.student_home_people()}>
          <PeopleRows placement={current} others />
        </Section>
        <Skills units={current.units} title={m.student_home_skill_map()} />
        <Others rows={others} />
      </div>
    </Page>
  );
}

function useStudentHome(): Home {
  const { queryKey } = viewOptions<typeof readStudentHome>(REQUEST);
  const known = useQueryClient().getQueryData<Home>(queryKey)?.current;
  const topics = known ? [`placement:${known.id}`] : [];
  useTopics(topics);
  return useView<typeof readStudentHome>(REQUEST, topics);
}

/** "Today at Kahvila Rantapuisto", or how far it is to the first day, or how it ended. */
function Head({ placement, today }: { placement: Placement; today: string }) {
  const { workplace, startsOn, ribbon, state } = placement;
  const week = weekOfPlacement(ribbon, today);
  const crumb = [asSentence(dayWord(today)), insideText(week)].filter(Boolean).join(", ");
  return (
    <header className="home-head">
      <PageHead bare crumb={crumb} title={titleOf(placement, today)} />
      {state !== "running" && (
        <p className="lead">
          {OVER.includes(state)
            ? `${workplace.name}. ${stateText(state)}.`
            : m.student_home_starts({ workplace: workplace.name, day: dayWord(startsOn) })}
        </p>
      )}
    </header>
  );
}

function titleOf({ state, workplace, startsOn }: Placement, today: string): string {
  if (state === "running") return m.student_home_today_at({ workplace: workplace.name });
  if (OVER.includes(state)) return m.student_home_over();
  const days = daysBetween(today, startsOn);
  return days > 0 ? m.student_home_days_left({ count: days }) : m.student_home_soon();
}

/** The weeks, and what comes in them. */
function WhatIsNext({ placement }: { placement: Placement }) {
  const { id, today, talks, startsOn, endsOn, state } = placement;
  const isOver = OVER.includes(state);
  const [, ...later] = isOver ? [] : comingTalks(talks, today);
  return (
    <Section
      title={isOver ? m.placement_print_weeks() : m.student_home_next()}
      end={
        <ButtonLink kind="quiet" href={`/placements/${id}`}>
          {m.student_home_whole()}
        </ButtonLink>
      }
    >
      <PlacementRibbon placement={placement} links words="days" />
      <div className="home-coming">
        <Rows>
          {startsOn > today && <Row end={dayShort(startsOn)}>{m.student_home_first_day()}</Row>}
          {later.map((talk) => (
            <Row key={talk.id} end={dayShort(localDay(talk.plannedAt ?? ""))}>
              {talkText(talk.kind)}
            </Row>
          ))}
          <Row end={dayShort(endsOn)}>{m.student_home_last_day()}</Row>
        </Rows>
      </div>
    </Section>
  );
}

function Others({ rows }: { rows: Home["others"] }) {
  if (rows.length === 0) return null;
  return (
    <Section title={m.student_home_others()}>
      <Rows>
        {rows.map((row) => (
          <Row
            key={row.placementId}
            sub={dayRange(row.startsOn, row.endsOn)}
            end={stateText(row.state)}
          >
            <Link className="row-link" href={`/placements/${row.placementId}`}>
              <span>{row.workplaceName}</span>
            </Link>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
