import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { addInductionItem, retireInductionItem } from "../induction.contract.ts";
import { INDUCTION_PATH, type InductionView, itemsOf } from "./induction-view.ts";

/** The workplace's own items: added here, asked of everybody who comes. */
export function AddItem({ view }: { view: InductionView }) {
  const [text, setText] = useState("");
  const [taskKey, setTaskKey] = useState("");
  const params = { placementId: view.placementId };
  const add = useDeed<typeof addInductionItem>({
    method: "POST",
    path: "/api/placements/{placementId}/induction/items",
    changes: [INDUCTION_PATH],
    onDone: () => setText(""),
  });
  return (
    <Card as="section" label={m.induction_own()}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add.run({ params, body: { taskKey, text } });
        }}
      >
        <h2>{m.induction_own()}</h2>
        <TextField
          label={m.induction_own_text()}
          hint={m.induction_own_hint()}
          required
          maxLength={200}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <SelectField
          label={m.induction_own_where()}
          value={taskKey}
          onChange={({ target }) => setTaskKey(target.value)}
          options={view.groups.map((group) => ({
            value: group.taskKey,
            label: group.taskName ? textOf(group.taskName) : m.induction_arrival(),
          }))}
        />
        <Button type="submit" busy={add.busy}>
          {m.induction_own_add()}
        </Button>
        <ProblemNote error={add.problem} />
      </form>
      <OwnItems view={view} />
    </Card>
  );
}

function OwnItems({ view }: { view: InductionView }) {
  const retire = useDeed<typeof retireInductionItem>({
    method: "DELETE",
    path: "/api/placements/{placementId}/induction/items/{itemId}",
    changes: [INDUCTION_PATH],
  });
  const own = itemsOf(view).filter((item) => item.own);
  if (own.length === 0) return null;
  return (
    <>
      <Rows label={m.induction_own()}>
        {own.map((item) => (
          <Row
            key={item.key}
            end={
              <Button
                kind="quiet"
                onClick={() =>
                  retire.run({ params: { placementId: view.placementId, itemId: item.id } })
                }
              >
                {m.induction_own_retire()}
                <span className="vh"> {textOf(item.text)}</span>
              </Button>
            }
          >
            {textOf(item.text)}
          </Row>
        ))}
      </Rows>
      <ProblemNote error={retire.problem} />
    </>
  );
}
