import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Group } from "#web/ui/group.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { type ConditionRow, type DecisionDraft, withNewCondition } from "./decision-draft.ts";
import type { PutDraft } from "./decision-editor.tsx";
import type { SuitabilityView } from "./suitability-view.ts";

type ConditionsEditorProps = { view: SuitabilityView; draft: DecisionDraft; put: PutDraft };

/** What must be done, who sees to it, by when. */
export function ConditionsEditor({ view, draft, put }: ConditionsEditorProps) {
  const change = (id: string, next: Partial<ConditionRow>) =>
    put((present) => ({
      ...present,
      conditions: present.conditions.map((row) => (row.id === id ? { ...row, ...next } : row)),
    }));
  const drop = (id: string) =>
    put((present) => ({
      ...present,
      conditions: present.conditions.filter((row) => row.id !== id),
    }));
  return (
    <div className="stack">
      {draft.conditions.map((row, index) => (
        <Group key={row.id} legend={m.suitability_condition_number({ number: index + 1 })}>
          <div className="stack-3">
            <TextField
              label={m.suitability_condition_text()}
              maxLength={500}
              value={row.text}
              onChange={({ target }) => change(row.id, { text: target.value })}
            />
            <TextField
              label={m.suitability_condition_owner()}
              maxLength={120}
              value={row.owner}
              onChange={({ target }) => change(row.id, { owner: target.value })}
            />
            <DateField
              label={m.suitability_by_when()}
              value={row.dueOn}
              onChange={(dueOn) => change(row.id, { dueOn })}
            />
            <Button kind="quiet" onClick={() => drop(row.id)}>
              {m.suitability_condition_drop({ number: index + 1 })}
            </Button>
          </div>
        </Group>
      ))}
      <Button kind="second" onClick={() => put((present) => withNewCondition(present, view))}>
        {m.suitability_condition_add()}
      </Button>
    </div>
  );
}
