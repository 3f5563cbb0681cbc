import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Problem } from "#web/problem.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { answerItem } from "../checklist.contract.ts";
import { ANSWERS, type AnswerCode } from "../checklist.ts";
import type { ChecklistParams } from "./checklist-fill.tsx";
import { AnsweredMeanwhile, type Given, givenOf } from "./checklist-meanwhile.tsx";
import { PhotoField } from "./checklist-photo.tsx";
import { answerName, CHECKLIST_CHANGES, type Item } from "./checklist-view.ts";

type Draft = { readonly remark: string; readonly seen: Given | null };
type Wanted = Given & { readonly fileId: string | null };

/** One question: the answer is kept on the tap, the remark when one leaves it. */
export function ItemForm({ params, item }: { params: ChecklistParams; item: Item }) {
  const { draft, write, save, keep, wanted, settle } = useAnswer(params, item);
  const { answer } = item;
  const theirs = save.problem instanceof Problem ? givenOf(save.problem) : null;
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
            value={draft?.remark ?? item.remark ?? ""}
            maxLength={500}
            onChange={(event) => write(event.target.value)}
          />
          <div className="row row-wrap">
            {draft !== null && draft.remark !== (item.remark ?? "") && (
              <Button kind="quiet" busy={save.busy} onClick={() => keep(answer)}>
                {m.checklist_keep_remark()}
              </Button>
            )}
            <PhotoField params={params} item={item} onSent={(fileId) => keep(answer, fileId)} />
          </div>
        </>
      )}
      {theirs !== null && wanted !== null ? (
        <AnsweredMeanwhile theirs={theirs} mine={wanted} busy={save.busy} onSettle={settle} />
      ) : (
        <ProblemNote error={save.problem} />
      )}
    </div>
  );
}

/** What is written holds on to the answer it was written over, so that nobody's word goes unseen. */
function useAnswer(params: ChecklistParams, item: Item) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [wanted, want] = useState<Wanted | null>(null);
  const here = item.answer === null ? null : { answer: item.answer, remark: item.remark };
  const save = useDeed<typeof answerItem>({
    method: "PUT",
    path: "/api/placements/{placementId}/checklists/{checklistId}/answers",
    changes: CHECKLIST_CHANGES,
    onDone: () => setDraft(null),
  });
  const send = (next: Wanted, seen: Given | null) => {
    want(next);
    save.run({ params, body: { itemId: item.id, ...next, seen } });
  };
  const remark = (draft?.remark ?? item.remark ?? "").trim() || null;
  return {
    draft,
    wanted,
    save,
    write: (text: string) => setDraft({ remark: text, seen: draft ? draft.seen : here }),
    keep: (answer: AnswerCode, fileId: string | null = null) =>
      send({ answer, remark, fileId }, draft ? draft.seen : here),
    /** Mine goes over theirs, now that it has been seen; or theirs stays. */
    settle: (over: Given | null) => {
      if (over !== null && wanted !== null) return send(wanted, over);
      save.forget();
      setDraft(null);
    },
  };
}
