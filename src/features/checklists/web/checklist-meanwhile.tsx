import { m } from "#messages/web";
import type { Problem } from "#web/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { ANSWERS, type AnswerCode } from "../checklist.ts";
import { answerName } from "./checklist-view.ts";

export type Given = { readonly answer: AnswerCode; readonly remark: string | null };
type Theirs = Given & { readonly by: string };

/** The answer that stands instead of the one that was seen, from the refusal; null when it tells of something else. */
export function givenOf({ code, params }: Problem): Theirs | null {
  const answer = ANSWERS.find((one) => one === params.answer);
  if (code !== "answered_meanwhile" || answer === undefined) return null;
  const remark = typeof params.remark === "string" ? params.remark : null;
  return { answer, remark, by: String(params.by) };
}

type MeanwhileProps = {
  theirs: Theirs;
  mine: Given;
  busy: boolean;
  onSettle: (over: Given | null) => void;
};

/** Two people answered the same question: both answers side by side, and one tap says which stays. */
export function AnsweredMeanwhile({ theirs, mine, busy, onSettle }: MeanwhileProps) {
  const { by, answer, remark } = theirs;
  return (
    <Note
      kind="wait"
      role="alert"
      lead={m.checklist_meanwhile({ name: by })}
      action={
        <div className="row row-wrap">
          <Button busy={busy} onClick={() => onSettle(null)}>
            {m.checklist_keep_theirs({ answer: answerName(answer) })}
          </Button>
          <Button busy={busy} onClick={() => onSettle({ answer, remark })}>
            {m.checklist_keep_mine({ answer: answerName(mine.answer) })}
          </Button>
        </div>
      }
    >
      {m.checklist_theirs({ name: by, text: wordsOf(theirs) })}{" "}
      {m.checklist_mine({ text: wordsOf(mine) })}
    </Note>
  );
}

function wordsOf({ answer, remark }: Given): string {
  return remark === null ? answerName(answer) : `${answerName(answer)}, ${remark}`;
}
