import { Check } from "lucide-react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayLong } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed } from "#web/view.ts";
import type { settleWork } from "../young-work.contract.ts";
import { CHECKS_CHANGES, type ChecksView, type Young } from "./checks-view.ts";

/** What somebody has seen to, with its day and the way back; and what may be said of the whole placement. */
export function SettledList({ view, young }: { view: ChecksView; young: Young }) {
  const settle = useDeed<typeof settleWork>({
    method: "PUT",
    path: "/api/placements/{placementId}/settled",
    changes: CHECKS_CHANGES,
  });
  if (young.settled.length === 0) return null;
  return (
    <Section title={m.checks_settled()}>
      <Rows label={m.checks_settled()}>
        {young.settled.map(({ fact, name, kind, on }) => (
          <Row
            key={`${fact} ${kind?.code}`}
            icon={Check}
            tone="spruce"
            sub={[kind && textOf(kind.name), dayLong(on)].filter(Boolean).join(" · ")}
            end={
              view.abilities.settle.allowed && (
                <Button
                  kind="quiet"
                  busy={settle.busy}
                  onClick={() =>
                    settle.run({
                      params: { placementId: view.placementId },
                      body: { fact, kind: kind?.code ?? null, settled: false },
                    })
                  }
                >
                  {m.checks_take_back()}
                </Button>
              )
            }
          >
            {textOf(name)}
          </Row>
        ))}
      </Rows>
      <ProblemNote error={settle.problem} />
    </Section>
  );
}
