import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { CheckboxGroup } from "#web/ui/choice-group.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { addWorkplaceTasks, readTaskIdeas } from "../tasks.contract.ts";
import { SUITABILITY_READS } from "./suitability-view.ts";

const IDEAS_PATH = "/api/placements/{placementId}/task-ideas";

type PickerProps = { placementId: string; onClose: () => void };

/** Tasks that others of the trade do, to tick, and a place for one's own words. */
export function TaskPicker({ placementId, onClose }: PickerProps) {
  const params = { placementId };
  const { ideas } = useView<typeof readTaskIdeas>({ path: IDEAS_PATH, params }, [
    `placement:${placementId}`,
  ]);
  const say = useToast();
  const [copied, setCopied] = useState<string[]>([]);
  const [own, setOwn] = useState("");
  const add = useDeed<typeof addWorkplaceTasks>({
    method: "POST",
    path: "/api/placements/{placementId}/workplace-tasks",
    changes: [...SUITABILITY_READS, IDEAS_PATH],
    onDone: ({ added }) => {
      say({ text: m.tasks_added({ count: added }) });
      onClose();
    },
  });
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        add.run({ params, body: { copied, own: linesOf(own) } });
      }}
    >
      {ideas.length === 0 ? (
        <p className="muted">{m.tasks_no_ideas()}</p>
      ) : (
        <CheckboxGroup
          legend={m.tasks_same_trade()}
          name="copied"
          values={copied}
          onChange={setCopied}
          options={ideas.map(({ taskId, name, workplaces }) => ({
            value: taskId,
            label: textOf(name),
            detail: m.tasks_places({ count: workplaces }),
          }))}
        />
      )}
      <TextArea
        label={m.tasks_own()}
        hint={m.tasks_own_hint()}
        optional
        maxLength={1_000}
        value={own}
        onChange={({ target }) => setOwn(target.value)}
      />
      <Button type="submit" kind="primary" busy={add.busy}>
        {m.tasks_save()}
      </Button>
      <ProblemNote error={add.problem} />
    </form>
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
