import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { type DecisionDraft, supervisorOf, usedTasks } from "./decision-draft.ts";
import type { PutDraft } from "./decision-editor.tsx";
import type { SuitabilityView } from "./suitability-view.ts";

type EditorProps = { view: SuitabilityView; draft: DecisionDraft; put: PutDraft };

/** A name for each task in which something is learned; folded, because the tutor's is there already. */
export function SupervisionEditor({ view, draft, put }: EditorProps) {
  const tasks = usedTasks(view, draft.cells);
  if (tasks.length === 0) return null;
  return (
    <details open={view.tutor === null}>
      <summary>{m.supervision_title()}</summary>
      <div className="stack">
        <p className="muted">{m.supervision_why()}</p>
        {tasks.map(({ taskId, name }) => (
          <TextField
            key={taskId}
            label={textOf(name)}
            maxLength={120}
            value={supervisorOf(view, draft, taskId)}
            onChange={({ target }) =>
              put((present) => ({
                ...present,
                supervision: { ...present.supervision, [taskId]: target.value },
              }))
            }
          />
        ))}
      </div>
    </details>
  );
}
