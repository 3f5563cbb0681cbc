import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { textOf } from "#web/i18n/language.ts";
import { dayRange, names } from "#web/ui/format.ts";
import { KeyValues } from "#web/ui/key-values.tsx";
import { Link } from "#web/ui/link.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { Told } from "#web/ui/told.tsx";
import { type PlanDemonstration, TERMS, taskKey } from "../plan.ts";
import { ProvenAlready } from "./plan-proven.tsx";
import {
  type Content,
  type PlanView,
  type Requirement,
  requirementOf,
  taskName,
} from "./plan-view.ts";
import {
  guidanceText,
  hoursText,
  shiftText,
  talkName,
  talkText,
  termName,
  weeksText,
} from "./plan-words.ts";

/** The whole plan in lists, for a narrow screen. */
export function PlanFacts({ view }: { view: PlanView }) {
  const content = view.plan?.content;
  if (content === undefined) return null;
  return (
    <div className="stack-8">
      <Section title={m.plan_tasks()}>
        <Rows>
          {content.tasks.map((task) => (
            <Row key={taskKey(task)} sub={weeksText(view, task)}>
              {taskName(view, task)}
            </Row>
          ))}
        </Rows>
      </Section>
      <HoursAndTalks view={view} />
      <Terms view={view} />
      <Demonstrations view={view} />
      <Objectives view={view} />
    </div>
  );
}

export function HoursAndTalks({ view }: { view: PlanView }) {
  const content = view.plan?.content;
  if (content === undefined) return null;
  const talks = content.talks.map((talk) => ({
    key: `${talk.kind} ${talk.at}`,
    label: talkName(talk.kind),
    value: <TalkValue view={view} talk={talk} />,
  }));
  const hours = { key: "hours", label: m.plan_hours(), value: hoursText(content.hours) };
  const shifts = content.shifts.map((shift) => ({
    key: `shift ${shiftText(shift)}`,
    label: m.plan_shift(),
    value: shiftText(shift),
  }));
  const guidance = content.guidance && {
    key: "guidance",
    label: m.plan_guidance(),
    value: guidanceText(content.guidance),
  };
  return (
    <Section title={m.plan_hours_and_talks()}>
      <KeyValues items={[hours, ...shifts, ...talks, ...(guidance ? [guidance] : [])]} />
      {talks.length === 0 && <p className="small muted">{m.plan_no_talks()}</p>}
    </Section>
  );
}

/** A talk to come can be put into one's own calendar. */
function TalkValue({ view, talk }: { view: PlanView; talk: Content["talks"][number] }) {
  const open = view.openTalks.find((one) => one.kind === talk.kind && one.at === talk.at);
  return (
    <>
      {talkText(talk)}
      {open && instantOf(nowMs()) < talk.at && (
        <Link
          className="plan-calendar"
          href={`/api/placements/${view.placementId}/talks/${open.id}/calendar`}
          aria-label={m.calendar_add_which({ talk: talkName(talk.kind) })}
          download
        >
          {m.calendar_add()}
        </Link>
      )}
    </>
  );
}

export function Demonstrations({ view }: { view: PlanView }) {
  const list = view.plan?.content.demonstrations ?? [];
  if (list.length === 0) return null;
  return (
    <Section title={m.plan_demonstrations()}>
      <Rows>
        {list.map((one) => (
          <Row key={one.id} sub={<DemonstrationWords view={view} one={one} />}>
            {one.work}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function DemonstrationWords({ view, one }: { view: PlanView; one: PlanDemonstration }) {
  const assessors = [one.schoolAssessor, one.workAssessor].flatMap((name) => name ?? []);
  return (
    <>
      {dayRange(one.startsOn, one.endsOn)}, {one.place ?? view.workplaceName}
      {assessors.length > 0 && (
        <span className="sub">{m.plan_assess({ names: names(assessors) })}</span>
      )}
      {one.requirementIds.map((id) => (
        <span key={id} className="sub">
          <RequirementName requirement={requirementOf(view, id)} />
        </span>
      ))}
    </>
  );
}

export function Terms({ view }: { view: PlanView }) {
  const content = view.plan?.content;
  if (content === undefined) return null;
  return (
    <Section title={m.plan_terms()}>
      <KeyValues
        items={TERMS.map((term) => ({
          key: term,
          label: termName(term),
          value: content[term] ?? <span className="muted">{m.plan_nothing_agreed()}</span>,
        }))}
      />
    </Section>
  );
}

/** What is to be learned, in the workplace's own words; the official sentence one press away. */
export function Objectives({ view }: { view: PlanView }) {
  const content = view.plan?.content;
  if (content === undefined) return null;
  const known = content.objectives.flatMap(({ requirementId }) => {
    const requirement = requirementOf(view, requirementId);
    return requirement ? [requirement] : [];
  });
  return (
    <Section title={m.plan_objectives()}>
      <Rows>
        {known.map((requirement) => (
          <Row key={requirement.id} sub={<RequirementWords requirement={requirement} />}>
            <RequirementName requirement={requirement} />
          </Row>
        ))}
      </Rows>
      <ProvenAlready view={view} />
    </Section>
  );
}

function RequirementWords({ requirement }: { requirement: Requirement }) {
  const seen = requirement.seenWhen && <Told text={requirement.seenWhen} />;
  if (!textOf(requirement.plain)) return seen;
  return (
    <>
      {seen}
      <details className="plan-official">
        <summary>{m.plan_official()}</summary>
        {officialText(requirement)}
      </details>
    </>
  );
}

function RequirementName({ requirement }: { requirement: Requirement | undefined }) {
  const text = requirement?.plain ?? requirement?.text;
  return text ? <Told text={text} /> : null;
}

/** The national wording, with the words its sentence begins with. */
function officialText(requirement: Requirement): string {
  return [textOf(requirement.lead), textOf(requirement.text)].filter(Boolean).join(" ");
}
