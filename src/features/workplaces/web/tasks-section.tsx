import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { newKey } from "#web/new-key.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { putTask, putTool } from "../workplace.contract.ts";
import { PartForm, WORKPLACE_READS } from "./part-form.tsx";
import type { Workplace } from "./workplace-page.tsx";

type SectionProps = { workplace: Workplace; mayEdit: boolean };
const LONGEST = 120;

/** What is done here. A task that is no longer done is retired: plans and decisions keep pointing to it. */
export function TasksSection({ workplace, mayEdit }: SectionProps) {
  const say = useToast();
  const put = useDeed<typeof putTask>({
    method: "PUT",
    path: "/api/workplaces/{workplaceId}/tasks/{taskId}",
    changes: WORKPLACE_READS,
  });
  const tasks = workplace.tasks.filter(({ retiredOn }) => retiredOn === null);
  type Name = { fi: string; sv?: string | undefined; en?: string | undefined };
  const send = (id: string, name: Name, retired: boolean, version = workplace.version) =>
    put.ask({
      params: { workplaceId: workplace.id, taskId: id },
      version,
      body: { name, retired },
    });
  const retire = async ({ id, name }: Workplace["tasks"][number]) => {
    const words = { ...name, fi: name.fi ?? textOf(name) };
    const { version } = await send(id, words, true);
    say({
      text: m.register_task_retired({ name: textOf(name) }),
      undo: () => void send(id, words, false, version).catch(() => undefined),
    });
  };
  return (
    <NamedParts
      title={m.workplace_tasks()}
      none={m.workplace_tasks_none()}
      add={m.register_task_add()}
      parts={tasks.map((task) => ({ id: task.id, name: textOf(task.name) }))}
      mayEdit={mayEdit}
      busy={put.busy}
      problem={put.problem}
      onAdd={(name) => send(newKey(), { fi: name }, false)}
      onRetire={(id) => {
        const task = tasks.find((one) => one.id === id);
        if (task) void retire(task).catch(() => undefined);
      }}
    />
  );
}

/** Machines and tools a student meets here. */
export function ToolsSection({ workplace, mayEdit }: SectionProps) {
  const say = useToast();
  const put = useDeed<typeof putTool>({
    method: "PUT",
    path: "/api/workplaces/{workplaceId}/tools/{toolId}",
    changes: WORKPLACE_READS,
  });
  const send = (id: string, name: string, retired: boolean, version = workplace.version) =>
    put.ask({
      params: { workplaceId: workplace.id, toolId: id },
      version,
      body: { name, retired },
    });
  const retire = async (id: string, name: string) => {
    const { version } = await send(id, name, true);
    say({
      text: m.register_tool_retired({ name }),
      undo: () => void send(id, name, false, version).catch(() => undefined),
    });
  };
  return (
    <NamedParts
      title={m.register_tools()}
      none={m.register_tools_none()}
      add={m.register_tool_add()}
      parts={workplace.tools}
      mayEdit={mayEdit}
      busy={put.busy}
      problem={put.problem}
      onAdd={(name) => send(newKey(), name, false)}
      onRetire={(id) => {
        const tool = workplace.tools.find((one) => one.id === id);
        if (tool) void retire(id, tool.name).catch(() => undefined);
      }}
    />
  );
}

type NamedPartsProps = {
  title: string;
  none: string;
  add: string;
  parts: readonly { id: string; name: string }[];
  mayEdit: boolean;
  busy: boolean;
  problem: Error | null;
  onAdd: (name: string) => Promise<unknown>;
  onRetire: (id: string) => void;
};

function NamedParts(props: NamedPartsProps) {
  const { title, none, add, parts, mayEdit, busy, problem, onAdd, onRetire } = props;
  const [name, setName] = useState<string | null>(null);
  const save = async () => {
    if (!name?.trim()) return;
    await onAdd(name.trim());
    setName(null);
  };
  const end = mayEdit && name === null && (
    <Button kind="quiet" onClick={() => setName("")}>
      {add}
    </Button>
  );
  return (
    <Section title={title} end={end}>
      {name !== null && (
        <PartForm
          label={add}
          busy={busy}
          problem={problem}
          onSave={() => void save().catch(() => undefined)}
          onClose={() => setName(null)}
        >
          <TextField
            label={m.register_name()}
            maxLength={LONGEST}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </PartForm>
      )}
      {name === null && <ProblemNote error={problem} />}
      {parts.length === 0 && <p className="muted">{none}</p>}
      <Rows label={title}>
        {parts.map((part) => (
          <Row
            key={part.id}
            end={
              mayEdit && (
                <Button
                  kind="quiet"
                  aria-label={m.register_retire_name({ name: part.name })}
                  onClick={() => onRetire(part.id)}
                >
                  {m.register_retire()}
                </Button>
              )
            }
          >
            {part.name}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
