import { m } from "#messages/web";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { DayStrip } from "#web/ui/day-strip.tsx";
import { addDays, mondayOf } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Marks } from "#web/ui/marks.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Placement } from "./placement-page-answer.ts";
import { weekSub } from "./placement-page-deeds.tsx";
import { weekMarks } from "./placement-page-marks.ts";
import { mondayOfWeek, weekText } from "./state-text.ts";
import { type Entry, stripDays } from "./student-home-days.ts";

const FRIDAY = 4;
const UNWRITTEN = { sentAt: null, confirmedAt: null, readAt: null };

type ThisWeekProps = { placement: Placement; entries: readonly Entry[] };

/** The days of this week, how it goes on to the tutor, and where the week before it is. */
export function ThisWeek({ placement, entries }: ThisWeekProps) {
  const { ribbon, today, weeks } = placement;
  const monday = mondayOf(today);
  const current = ribbon.find(({ week }) => mondayOfWeek(week) === monday)?.week;
  const before = ribbon.findLast(
    ({ week, state }) => mondayOfWeek(week) < monday && state !== "away",
  );
  const isSent = weeks.some(({ week, sentAt }) => week === current && sentAt !== null);
  return (
    <Section title={m.student_home_this_week()} end={current && weekText(current)}>
      <div className="stack-3">
        <DayStrip days={stripDays(placement, entries)} today={today} />
        {current && <Sending placement={placement} week={current} isSent={isSent} />}
        {isSent && current && <WeekLine placement={placement} week={current} />}
        {before && <WeekLine placement={placement} week={before.week} />}
        <LateWeeks placement={placement} but={before?.week} />
      </div>
    </Section>
  );
}

type SendingProps = { placement: Placement; week: string; isSent: boolean };

/** From Friday on the week is sent by a press; it also goes by itself on Friday afternoon. */
function Sending({ placement, week, isSent }: SendingProps) {
  if (isSent) return null;
  const friday = addDays(mondayOfWeek(week), FRIDAY);
  const name = placement.tutor?.givenName ?? m.gate_who_tutor();
  if (placement.today < friday) {
    return <p className="small muted">{m.student_home_goes_by_itself({ name })}</p>;
  }
  return (
    <ButtonLink block href={`/placements/${placement.id}/weeks/${week}`}>
      {m.student_home_send_week()}
    </ButtonLink>
  );
}

function WeekLine({ placement, week }: { placement: Placement; week: string }) {
  const facts = placement.weeks.find((one) => one.week === week) ?? UNWRITTEN;
  const title = weekText(week);
  return (
    <div className="row between home-week-line">
      <Link className="row-link" href={`/placements/${placement.id}/weeks/${week}`}>
        <b>{title}</b> <span className="small muted">{weekSub(placement, facts)}</span>
      </Link>
      <Marks deed={title} marks={weekMarks(placement, facts)} />
    </div>
  );
}

/** Weeks that were never sent, other than the one already shown. */
function LateWeeks({ placement, but }: { placement: Placement; but: string | undefined }) {
  const late = placement.ribbon.filter(({ week, state }) => state === "missing" && week !== but);
  return late.map(({ week }) => <WeekLine key={week} placement={placement} week={week} />);
}
