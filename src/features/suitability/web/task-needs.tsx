import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Choice } from "#web/ui/choice.tsx";
import { names } from "#web/ui/format.ts";
import { Group } from "#web/ui/group.tsx";
import { useDeed } from "#web/view.ts";
import type { markTaskNeeds } from "../student-fit.contract.ts";
import { FIT_CHANGES, type FitView } from "./student-fit-view.ts";

type NeedsProps = { placementId: string; view: FitView; task: FitView["tasks"][number] };

/** What one task needs first, and the choice of it by those who know the work. */
export function TaskNeeds({ placementId, view, task }: NeedsProps) {
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const mark = useDeed<typeof markTaskNeeds>({
    method: "PUT",
    path: "/api/placements/{placementId}/task-needs/{taskId}",
    changes: FIT_CHANGES,
    onDone: () => setChosen(null),
  });
  const own = new Set(view.requirements.map(({ id }) => id));
  const present = task.needs.map(({ requirementId }) => requirementId).filter((id) => own.has(id));
  const shown = task.needs.map(({ text }) => textOf(text));
  return (
    <li>
      <div className="grow">
        <b>{textOf(task.name)}</b>
        <span className="sub">
          {shown.length === 0 ? m.fit_needs_nothing() : m.fit_needs({ skills: names(shown) })}
        </span>
        {chosen !== null && (
          <NeedsForm
            view={view}
            task={task}
            busy={mark.busy}
            chosen={chosen}
            onChosen={setChosen}
            onSave={(requirementIds) =>
              mark.run({ params: { placementId, taskId: task.id }, body: { requirementIds } })
            }
          />
        )}
        <ProblemNote error={mark.problem} />
      </div>
      {view.abilities.mark.allowed && chosen === null && (
        <Button
          kind="quiet"
          aria-label={m.fit_mark_name({ task: textOf(task.name) })}
          onClick={() => setChosen(present)}
        >
          {m.fit_mark()}
        </Button>
      )}
    </li>
  );
}

type FormProps = Omit<NeedsProps, "placementId"> & {
  busy: boolean;
  chosen: readonly string[];
  onChosen: (chosen: readonly string[] | null) => void;
  onSave: (requirementIds: string[]) => void;
};

function NeedsForm({ view, task, busy, chosen, onChosen, onSave }: FormProps) {
  const toggle = (id: string, on: boolean) =>
    onChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSave([...chosen]);
      }}
    >
      <Group legend={m.fit_choose({ task: textOf(task.name) })}>
        {view.requirements.map(({ id, text, unitName }) => (
          <Choice
            key={id}
            kind="checkbox"
            label={`${textOf(text)} (${textOf(unitName)})`}
            checked={chosen.includes(id)}
            onChange={({ target }) => toggle(id, target.checked)}
          />
        ))}
      </Group>
      <div className="row row-wrap">
        <Button type="submit" kind="primary" busy={busy}>
          {m.register_save()}
        </Button>
        <Button kind="quiet" onClick={() => onChosen(null)}>
          {m.register_cancel()}
        </Button>
      </div>
    </form>
  );
}
