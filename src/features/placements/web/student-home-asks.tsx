import { m } from "#messages/web";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Card } from "#web/ui/card.tsx";
import {
  asSentence,
  atClock,
  dayLong,
  daysBetween,
  dayWord,
  localDay,
  names,
  weekday,
} from "#web/ui/format.ts";
import { Marks } from "#web/ui/marks.tsx";
import { Section } from "#web/ui/section.tsx";
import { OVER } from "../placement.ts";
import { isParty, PARTIES, type Placement } from "./placement-page-answer.ts";
import { planMarks, planWaitsFor, talkWaitsFor } from "./placement-page-marks.ts";
import { placeText, TalkConfirm, talkDetail } from "./placement-page-talks.tsx";
import { talkText } from "./state-text.ts";
import { comingTalks } from "./student-home-days.ts";

/** The plan waits for the reader's own mark. */
export function PlanAsks({ placement }: { placement: Placement }) {
  const { relation, id, state, plan } = placement;
  const isMine = isParty(relation) && planWaitsFor(placement).includes(relation);
  if (!isMine || OVER.includes(state) || plan === null) return null;
  return (
    <Card as="section" asked label={m.student_home_plan_waits()} className="stack-3">
      <div className="row between">
        <h2>{m.student_home_plan_waits()}</h2>
        <Marks deed={m.state_plan()} marks={planMarks(placement)} />
      </div>
      <p>{plan.number > 1 ? m.student_home_plan_changed() : m.student_home_plan_first()}</p>
      <ButtonLink block href={`/placements/${id}/plan`}>
        {m.gate_step_open_plan()}
      </ButtonLink>
    </Card>
  );
}

/** Talks that another has noted and the reader has not confirmed yet. */
export function TalksToConfirm({ placement }: { placement: Placement }) {
  const { relation, talks, id } = placement;
  const waiting = talks.filter(
    (talk) => isParty(relation) && talkWaitsFor(placement, talk).includes(relation),
  );
  return waiting.map((talk) => (
    <Card key={talk.id} as="section" asked label={talkText(talk.kind)} className="stack-2">
      <h2>{talkText(talk.kind)}</h2>
      <p className="small muted">{talkDetail(talk)}</p>
      <p>{talk.note}</p>
      <TalkConfirm placementId={id} talkId={talk.id} />
    </Card>
  ));
}

/** "Mid talk on Thursday", "End talk on 17 December" */
function talkTitle(talk: string, day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return m.student_home_talk_today({ talk });
  return days < 7
    ? m.student_home_talk_weekday({ talk, day: weekday(day) })
    : m.student_home_talk_day({ talk, day: dayLong(day) });
}

/** The next talk: when, where and with whom. */
export function NextTalk({ placement }: { placement: Placement }) {
  const [talk] = comingTalks(placement.talks, placement.today);
  if (!talk?.plannedAt || OVER.includes(placement.state)) return null;
  const day = localDay(talk.plannedAt);
  const others = PARTIES.filter((party) => party !== placement.relation)
    .map((party) => placement[party]?.givenName)
    .filter((name) => name !== undefined);
  const how = [
    talk.minutes === null ? "" : m.placement_minutes({ count: talk.minutes }),
    placeText(talk.place),
  ].filter(Boolean);
  return (
    <Section title={talkTitle(talkText(talk.kind), day, placement.today)}>
      <Card className="stack-2">
        <p>
          <b>
            {asSentence(dayWord(day))} {atClock(talk.plannedAt)}
          </b>
          {how.length > 0 && <>, {how.join(", ")}</>}
        </p>
        <p className="muted">{m.student_home_talk_with({ names: names(others) })}</p>
      </Card>
    </Section>
  );
}
