import { Check } from "lucide-react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayLong } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed } from "#web/view.ts";
import type { closeCondition } from "../checklist.contract.ts";
import { CHECKLIST_CHANGES, type ChecklistsView } from "./checklist-view.ts";

/** What has to be put right, the most urgent first, followed until done. */
export function ConditionList({ view }: { view: ChecklistsView }) {
  const close = useDeed<typeof closeCondition>({
    method: "POST",
    path: "/api/placements/{placementId}/checklist-conditions/{conditionId}/done",
    changes: CHECKLIST_CHANGES,
  });
  const { placementId, conditions } = view;
  if (conditions.length === 0) return null;
  return (
    <Section title={m.checklist_conditions()}>
      <Rows label={m.checklist_conditions()}>
        {conditions.map(({ conditionId, text, owner, dueOn, doneOn, overdue }) => (
          <Row
            key={conditionId}
            {...(doneOn === null ? {} : { icon: Check, tone: "spruce" as const })}
            sub={`${owner === "teacher" ? m.checklist_owner_teacher() : m.checklist_owner_workplace()} · ${
              doneOn === null
                ? m.checklist_by_day({ day: dayLong(dueOn) })
                : m.checklist_done_on({ day: dayLong(doneOn) })
            }`}
            end={
              doneOn === null &&
              view.abilities.check.allowed && (
                <Button
                  kind="quiet"
                  busy={close.busy}
                  onClick={() => close.run({ params: { placementId, conditionId } })}
                >
                  {m.checklist_done()}
                  <span className="vh"> {text}</span>
                </Button>
              )
            }
          >
            {text} {overdue && <Badge kind="stop">{m.checklist_overdue()}</Badge>}
          </Row>
        ))}
      </Rows>
      <ProblemNote error={close.problem} />
    </Section>
  );
}
