import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { CheckboxGroup } from "#web/ui/choice-group.tsx";
import { names } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed } from "#web/view.ts";
import type { markTaskKinds } from "../young-work.contract.ts";
import { CHECKS_CHANGES, type ChecksView, type Young } from "./checks-view.ts";

type Task = Young["tasks"][number];

/** The student's tasks and the kinds of work in them; what nobody has marked comes first. */
export function TaskList({ view, young }: { view: ChecksView; young: Young }) {
  const [open, setOpen] = useState<string | null>(null);
  const tasks = young.tasks.toSorted(
    (left, right) => Number(left.kinds !== null) - Number(right.kinds !== null),
  );
  return (
    <Section title={m.checks_tasks()}>
      <p className="muted">{m.checks_tasks_why()}</p>
      <Rows label={m.checks_tasks()}>
        {tasks.map((task) =>
          open === task.key ? (
            <li key={task.key}>
              <TaskForm view={view} young={young} task={task} onClose={() => setOpen(null)} />
            </li>
          ) : (
            <Row
              key={task.key}
              sub={kindsText(task)}
              end={
                view.abilities.mark.allowed && (
                  <Button kind="quiet" onClick={() => setOpen(task.key)}>
                    {task.kinds === null ? m.checks_mark() : m.checks_change()}
                    <span className="vh"> {textOf(task.name)}</span>
                  </Button>
                )
              }
            >
              {textOf(task.name)}{" "}
              {task.kinds === null && <Badge kind="wait">{m.checks_unread()}</Badge>}
            </Row>
          ),
        )}
      </Rows>
    </Section>
  );
}

function kindsText({ kinds, suggested }: Task): string {
  if (kinds === null) {
    const found = suggested.map(({ name }) => textOf(name));
    return found.length === 0 ? m.checks_unread_why() : m.checks_suggested({ kinds: names(found) });
  }
  return kinds.length === 0 ? m.checks_ordinary() : names(kinds.map(({ name }) => textOf(name)));
}

type TaskFormProps = { view: ChecksView; young: Young; task: Task; onClose: () => void };

/** Suggested kinds first; none chosen = ordinary work. */
function TaskForm({ view, young, task, onClose }: TaskFormProps) {
  const [chosen, choose] = useState((task.kinds ?? task.suggested).map(({ code }) => code));
  const save = useDeed<typeof markTaskKinds>({
    method: "PUT",
    path: "/api/placements/{placementId}/task-kinds",
    changes: CHECKS_CHANGES,
    onDone: onClose,
  });
  const first = new Set([...(task.kinds ?? []), ...task.suggested].map(({ code }) => code));
  const kinds = young.kinds
    .filter(({ group }) => group !== "none")
    .toSorted((left, right) => Number(first.has(right.code)) - Number(first.has(left.code)));
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        const params = { placementId: view.placementId };
        save.run({ params, body: { taskKey: task.key, kinds: chosen } });
      }}
    >
      <CheckboxGroup
        legend={m.checks_kinds_of({ task: textOf(task.name) })}
        hint={m.checks_kinds_hint()}
        name={`kinds-${task.key}`}
        values={chosen}
        onChange={choose}
        options={kinds.map(({ code, name, group }) => ({
          value: code,
          label: textOf(name),
          detail: group,
        }))}
      />
      <div className="row row-wrap">
        <Button type="submit" kind="primary" busy={save.busy}>
          {chosen.length === 0 ? m.checks_save_ordinary() : m.checks_save()}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {m.ui_close()}
        </Button>
      </div>
      <ProblemNote error={save.problem} />
    </form>
  );
}
