import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { answerItem } from "../checklist.contract.ts";
import { ANSWERS, type AnswerCode } from "../checklist.ts";
import type { ChecklistParams } from "./checklist-fill.tsx";
import { PhotoField } from "./checklist-photo.tsx";
import { answerName, CHECKLIST_CHANGES, type Item } from "./checklist-view.ts";

/** One question: the answer is kept on the tap, the remark when one leaves it. */
export function ItemForm({ params, item }: { params: ChecklistParams; item: Item }) {
  const [remark, setRemark] = useState(item.remark ?? "");
  const save = useDeed<typeof answerItem>({
    method: "PUT",
    path: "/api/placements/{placementId}/checklists/{checklistId}/answers",
    changes: CHECKLIST_CHANGES,
  });
  const keep = (answer: AnswerCode, fileId: string | null = null) =>
    save.run({ params, body: { itemId: item.id, answer, remark, fileId } });
  const { answer } = item;
  return (
    <div className="card stack">
      <RadioGroup
        legend={textOf(item.question)}
        hint={
          <>
            {textOf(item.why)} <span className="small muted">({textOf(item.source)})</span>
          </>
        }
        name={`answer-${item.id}`}
        value={answer}
        onChange={(code) => keep(code)}
        options={ANSWERS.map((code) => ({ value: code, label: answerName(code) }))}
      />
      {answer !== null && (
        <>
          <TextField
            label={m.checklist_remark()}
            optional
            value={remark}
            maxLength={500}
            onChange={(event) => setRemark(event.target.value)}
          />
          <div className="row row-wrap">
            {remark !== (item.remark ?? "") && (
              <Button kind="quiet" busy={save.busy} onClick={() => keep(answer)}>
                {m.checklist_keep_remark()}
              </Button>
            )}
            <PhotoField
              placementId={params.placementId}
              item={item}
              onSent={(fileId) => keep(answer, fileId)}
            />
          </div>
        </>
      )}
      <ProblemNote error={save.problem} />
    </div>
  );
}
