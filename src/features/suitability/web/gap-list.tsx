import { m } from "#messages/web";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { gapKey } from "../standing.ts";
import { FollowUp } from "./follow-up.tsx";
import { rowName, type SuitabilityView } from "./suitability-view.ts";
import { gapText } from "./suitability-words.ts";

/** What cannot be practised here, who takes care of it, and whether it has been seen to. */
export function GapList({ view }: { view: SuitabilityView }) {
  const gaps = view.current?.gaps ?? [];
  if (gaps.length === 0) return null;
  const nameOf = (id: string) => {
    const row = view.rows.find(({ requirementId }) => requirementId === id);
    return row === undefined ? m.suitability_former_row() : rowName(row);
  };
  return (
    <Section title={m.suitability_gaps_followed()}>
      <Rows label={m.suitability_gaps_followed()}>
        {gaps.map((gap) => (
          <Row
            key={gap.requirementId}
            sub={gapText(gap)}
            end={
              <FollowUp
                view={view}
                about={gapKey(gap.requirementId)}
                what={nameOf(gap.requirementId)}
                dueOn={gap.dueOn}
                doneOn={gap.doneOn}
              />
            }
          >
            {nameOf(gap.requirementId)}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
