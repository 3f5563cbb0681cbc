import type { ReactNode } from "react";
import { m } from "#messages/web";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { dayNumber, localDay, moment, names } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Marks } from "#web/ui/marks.tsx";
import type { Three } from "#web/ui/marks-label.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { gateWhy } from "./gate-text.ts";
import { noonOf, type Party, type Placement } from "./placement-page-answer.ts";
import { planMarks, planWaitsFor, weekMarks } from "./placement-page-marks.ts";
import { NudgeStep } from "./placement-page-nudge.tsx";
import { weekText } from "./state-text.ts";

const NEWEST_WEEKS = 3;
const UNWRITTEN = { sentAt: null, confirmedAt: null, readAt: null };

/** What the three do together: the plan and the newest weeks, each with its three marks. */
export function JointDeeds({ placement }: { placement: Placement }) {
  return (
    <Section title={m.placement_joint_deeds()}>
      <Rows>
        <PlanDeed placement={placement} />
        <AgreementDeed placement={placement} />
        {newestWeeks(placement).map((week) => (
          <WeekDeed key={week} placement={placement} week={week} />
        ))}
      </Rows>
    </Section>
  );
}

/** Weeks that have begun, newest first; the present one only when something has been done in it. */
export function newestWeeks({ ribbon, weeks }: Placement): string[] {
  return ribbon
    .filter(({ week, state }) => {
      if (state === "now") return weeks.some((one) => one.week === week && one.sentAt !== null);
      return state !== "ahead" && state !== "away";
    })
    .map(({ week }) => week)
    .slice(-NEWEST_WEEKS)
    .toReversed();
}

function PlanDeed({ placement }: { placement: Placement }) {
  const { plan } = placement;
  const waits = planWaitsFor(placement);
  const title = plan === null ? m.state_plan() : m.placement_plan_version({ number: plan.number });
  return (
    <DeedRow
      title={title}
      href={`/placements/${placement.id}/plan`}
      sub={plan === null ? m.gate_plan_unwritten() : planSub(placement, waits)}
      marks={planMarks(placement)}
    />
  );
}

/** How the agreement stands, in one line, and the way to it. */
function AgreementDeed({ placement: { id, gate } }: { placement: Placement }) {
  const row = gate.find(({ code }) => code === "agreement");
  if (row === undefined) return null;
  return (
    <Row sub={row.verdict === "not_needed" ? undefined : gateWhy(row)}>
      <Link href={`/placements/${id}/agreements`} className="row-link">
        <span>{m.gate_agreement()}</span>
      </Link>
    </Row>
  );
}

function planSub(placement: Placement, waits: readonly Party[]): string {
  if (waits.length > 0) return m.placement_waits_for({ names: partyNames(placement, waits) });
  const last = placement.plan?.marks
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return last ? m.placement_agreed({ day: dayNumber(localDay(last)) }) : "";
}

function WeekDeed({ placement, week }: { placement: Placement; week: string }) {
  const facts = placement.weeks.find((one) => one.week === week) ?? { week, ...UNWRITTEN };
  return (
    <DeedRow
      title={weekText(week)}
      href={`/placements/${placement.id}/weeks/${week}`}
      sub={weekSub(placement, facts)}
      marks={weekMarks(placement, facts)}
      step={<WeekStep placement={placement} week={week} next={nextOf(facts)} />}
    />
  );
}

type WeekStepProps = { placement: Placement; week: string; next: Party | null };

/** The reader's own turn opens the week; another's turn can be nudged. */
function WeekStep({ placement, week, next }: WeekStepProps) {
  if (next === null) return null;
  if (next === placement.relation) {
    return (
      <ButtonLink href={`/placements/${placement.id}/weeks/${week}`}>
        {m.placement_open_week()}
      </ButtonLink>
    );
  }
  if (next === "teacher") return null;
  return <NudgeStep placement={placement} to={next} about="week" week={week} />;
}

type WeekFacts = { sentAt: string | null; confirmedAt: string | null; readAt: string | null };

function nextOf(week: WeekFacts): Party | null {
  if (week.sentAt === null) return "student";
  if (week.confirmedAt === null) return "tutor";
  return week.readAt === null ? "teacher" : null;
}

/** Where the week is: "Waits for Mika. Sent Friday 14:30" */
export function weekSub(placement: Placement, week: WeekFacts): string {
  const now = noonOf(placement.today);
  const next = nextOf(week);
  if (next === "student" || week.sentAt === null) return m.placement_week_unwritten();
  if (next === null) return m.placement_week_read({ moment: moment(week.readAt ?? "", now) });
  const waits = m.placement_waits_for({ names: partyNames(placement, [next]) });
  return week.confirmedAt === null
    ? `${waits} ${m.placement_week_sent({ moment: moment(week.sentAt, now) })}`
    : `${waits} ${m.placement_week_confirmed({ moment: moment(week.confirmedAt, now) })}`;
}

/** First names, as whom something waits for; the reader is "you". */
export function partyNames(placement: Placement, parties: readonly Party[]): string {
  return names(
    parties.map((party) =>
      party === placement.relation
        ? m.placement_you_waited()
        : (placement[party]?.givenName ?? m.gate_who_tutor()),
    ),
  );
}

type DeedRowProps = {
  title: string;
  href: string;
  sub: string;
  marks: Three;
  step?: ReactNode;
};

function DeedRow({ title, href, sub, marks, step }: DeedRowProps) {
  return (
    <Row end={<Marks deed={title} marks={marks} />}>
      <Link href={href} className="row-link">
        <span>{title}</span>
      </Link>
      <span className="sub">{sub}</span>
      {step && <span className="place-nudge">{step}</span>}
    </Row>
  );
}
