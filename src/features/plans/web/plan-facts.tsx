import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { KeyValues } from "#web/ui/key-values.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { TERMS, taskKey } from "../plan.ts";
import {
  type PlanView,
  type Requirement,
  requirementName,
  requirementOf,
  taskName,
} from "./plan-view.ts";
import { hoursText, talkName, talkText, termName, weeksText } from "./plan-words.ts";

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
    value: talkText(talk),
  }));
  const hours = { key: "hours", label: m.plan_hours(), value: hoursText(content.hours) };
  return (
    <Section title={m.plan_hours_and_talks()}>
      <KeyValues items={[hours, ...talks]} />
      {talks.length === 0 && <p className="small muted">{m.plan_no_talks()}</p>}
    </Section>
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
            {requirementName(requirement)}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function RequirementWords({ requirement }: { requirement: Requirement }) {
  const seen = textOf(requirement.seenWhen);
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

/** The national wording, with the words its sentence begins with. */
function officialText(requirement: Requirement): string {
  return [textOf(requirement.lead), textOf(requirement.text)].filter(Boolean).join(" ");
}
