import { m } from "#messages/web";
import { Badge } from "#web/ui/badge.tsx";
import { dayNumber, dayYear } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Workplace } from "./workplace-page.tsx";

type Placement = Workplace["placements"][number];

/** The reader's own college's students here, newest first. */
export function WorkplacePlacements({ placements }: { placements: readonly Placement[] }) {
  return (
    <Section title={m.workplace_placements()} end={m.workplace_placements_own()}>
      {placements.length === 0 ? (
        <p className="muted">{m.workplace_placements_none()}</p>
      ) : (
        <Rows>
          {placements.map((placement) => (
            <Row
              key={placement.id}
              sub={m.workplace_dates({
                from: dayNumber(placement.startsOn),
                to: dayYear(placement.endsOn),
              })}
              end={<Badge>{stateText(placement.state)}</Badge>}
            >
              <Link className="row-link" href={`/placements/${placement.id}`}>
                <b>{placement.studentName}</b>
              </Link>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}

/** "Running", "Being planned"; a state of a newer server is shown as its code. */
function stateText(state: string): string {
  return STATES[state]?.() ?? state;
}

const STATES: Readonly<Record<string, () => string>> = {
  proposed: m.state_proposed,
  planning: m.state_planning,
  agreement_out: m.state_agreement_out,
  ready: m.state_ready,
  running: m.state_running,
  ended: m.state_ended,
  closed: m.state_closed,
  cancelled: m.state_cancelled,
  terminated: m.state_terminated,
};
