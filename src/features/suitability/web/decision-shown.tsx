import { History as HistoryIcon } from "lucide-react";
import { m } from "#messages/web";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { dayLong, dayYear } from "#web/ui/format.ts";
import { History } from "#web/ui/history.tsx";
import { Note } from "#web/ui/note.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { conditionKey } from "../standing.ts";
import { FollowUp } from "./follow-up.tsx";
import type { DecisionShown, SuitabilityView } from "./suitability-view.ts";
import { outcomeName } from "./suitability-words.ts";

type CardProps = { view: SuitabilityView; onAnew: (() => void) | undefined };

/** The decision in force: what, until when, by whom and why. Or that there is none, and who makes it. */
export function DecisionShownCard({ view, onAnew }: CardProps) {
  const { current } = view;
  if (current === null) {
    return (
      <Card as="aside" className="aside" label={m.suitability_decision()}>
        <h2>{m.suitability_decision()}</h2>
        <Note kind="wait" lead={m.suitability_undecided()}>
          {m.suitability_decides({ name: view.teacher.givenName })}
        </Note>
      </Card>
    );
  }
  const { givenName, familyName } = current.decidedBy;
  return (
    <Card as="aside" className="aside" label={m.suitability_decision()}>
      <h2>{outcomeName(current.outcome)}</h2>
      <ValidBadge view={view} current={current} />
      {current.reason && <p>{current.reason}</p>}
      <Conditions view={view} current={current} />
      <p className="small muted">
        {m.suitability_decided_by({
          name: `${givenName} ${familyName}`,
          day: dayLong(current.decidedOn),
        })}
      </p>
      {current.uncovered.length > 0 && current.outcome !== "not_suitable" && (
        <Note kind="stop" lead={m.suitability_uncovered({ count: current.uncovered.length })}>
          {m.suitability_uncovered_step({ name: view.teacher.givenName })}
        </Note>
      )}
      {onAnew && (
        <Button kind="second" block onClick={onAnew}>
          {m.suitability_decide_anew()}
        </Button>
      )}
    </Card>
  );
}

/** A decision must hold on the first day; one that does not is told before the gate tells it. */
function ValidBadge({ view, current }: { view: SuitabilityView; current: DecisionShown }) {
  const day = dayYear(current.validUntil);
  if (current.validUntil < view.startsOn || current.validUntil < view.today) {
    return <Badge kind="stop">{m.suitability_expired({ day })}</Badge>;
  }
  return (
    <Badge kind={current.outcome === "not_suitable" ? "stop" : "ok"}>
      {m.suitability_valid_until({ day })}
    </Badge>
  );
}

function Conditions({ view, current }: { view: SuitabilityView; current: DecisionShown }) {
  if (current.conditions.length === 0) return null;
  return (
    <Section level={3} title={m.suitability_conditions()}>
      <Rows>
        {current.conditions.map(({ text, owner, dueOn, doneOn }, position) => (
          <Row
            key={`${text} ${dueOn}`}
            sub={m.suitability_condition_by({ owner, day: dayLong(dueOn) })}
            end={
              <FollowUp
                view={view}
                about={conditionKey(position)}
                what={text}
                dueOn={dueOn}
                doneOn={doneOn}
              />
            }
          >
            {text}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

export function EarlierDecisions({ view }: { view: SuitabilityView }) {
  if (view.earlier.length === 0) return null;
  return (
    <Section title={m.suitability_earlier()}>
      <History
        items={view.earlier.map((decision) => ({
          key: decision.id,
          at: dayYear(decision.decidedOn),
          icon: HistoryIcon,
          text: (
            <>
              {outcomeName(decision.outcome)}, {decision.decidedBy.givenName}
              {decision.reason && <span className="sub">{decision.reason}</span>}
            </>
          ),
        }))}
      />
    </Section>
  );
}
