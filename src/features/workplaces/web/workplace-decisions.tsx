import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { Badge } from "#web/ui/badge.tsx";
import { dayYear, localDay } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Workplace } from "./workplace-page.tsx";

type Decision = Workplace["decisions"][number];

/** Dated decisions about the workplace, each made for one student's placement. */
export function WorkplaceDecisions({ workplace }: { workplace: Workplace }) {
  const { decisions, placements } = workplace;
  const nameOf = ({ placementId }: Decision) =>
    placements.find(({ id }) => id === placementId)?.studentName;
  return (
    <Section title={m.workplace_decisions()}>
      {decisions.length === 0 ? (
        <p className="muted">{m.workplace_decisions_none()}</p>
      ) : (
        <Rows>
          {decisions.map((decision) => (
            <DecisionRow
              key={`${decision.placementId} ${decision.decidedOn}`}
              decision={decision}
              studentName={nameOf(decision)}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

type DecisionRowProps = { decision: Decision; studentName: string | undefined };

function DecisionRow({ decision, studentName }: DecisionRowProps) {
  const { placementId, outcome, decidedOn, decidedBy, validUntil } = decision;
  const words = outcomeText(outcome);
  const decided = m.workplace_decided({ name: decidedBy, day: dayYear(decidedOn) });
  const until = { day: dayYear(validUntil) };
  const isOver = validUntil < localDay(instantOf(nowMs()));
  const isInForce = !isOver && outcome !== "not_suitable";
  return (
    <Row
      sub={isInForce ? `${decided}. ${m.workplace_valid_until(until)}` : decided}
      end={isOver && <Badge kind="wait">{m.workplace_ended_on(until)}</Badge>}
    >
      <Link className="row-link" href={`/placements/${placementId}/suitability`}>
        <b>{studentName ? `${words}: ${studentName}` : words}</b>
      </Link>
    </Row>
  );
}

function outcomeText(outcome: string): string {
  switch (outcome) {
    case "suitable":
      return m.workplace_suitable();
    case "with_conditions":
      return m.workplace_with_conditions();
    default:
      return m.workplace_not_suitable();
  }
}
