import { Check } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { takeFocus } from "#web/ui/take-focus.ts";
import { TextArea } from "#web/ui/text-area.tsx";
import { useDeed } from "#web/view.ts";
import type { confirmWeek } from "../logbook.contract.ts";
import { type Exceptions, ExceptionsForm, exceptionsToSend } from "./exceptions-form.tsx";
import { type Levels, WeekCards } from "./week-cards.tsx";
import { WeekDays } from "./week-days.tsx";
import { OtherWeeks, WeekHead } from "./week-head.tsx";
import { WeekJoint } from "./week-joint.tsx";
import { WEEK_PATH, type WeekView } from "./week-words.ts";

/** The tutor's turn: one look, up to three cards, one press. Opening the page has changed nothing. */
export function ConfirmWeek({ view }: { view: WeekView }) {
  const answer = useAnswer(view);
  return (
    <Page frame="phone" answer={<AnswerBar answer={answer} />}>
      <section className="stack-2">
        <WeekHead view={view} />
        <LookAgain view={view} />
        <WeekDays view={view} />
      </section>
      {answer.disputing && (
        <ExceptionsForm
          view={view}
          exceptions={answer.exceptions}
          onChange={answer.setExceptions}
          tries={answer.tries}
        />
      )}
      <WeekCards cards={view.cards} levels={answer.levels} onLevel={answer.setLevel} />
      <Remark view={view} text={answer.remark} onText={answer.setRemark} />
      <WeekJoint view={view} />
      <p className="small muted">{m.logbook_opening_safe()}</p>
      <OtherWeeks view={view} />
    </Page>
  );
}

/** Why the tutor is asked once more. */
function LookAgain({ view }: { view: WeekView }) {
  const why = view.confirmation?.lookAgain ?? null;
  if (why === null) return null;
  const { givenName: name } = view.student;
  return (
    <Note kind="wait">
      {why === "corrected" ? m.logbook_corrected({ name }) : m.logbook_new_day({ name })}
    </Note>
  );
}

/** What the tutor is about to say; typed words stay while the page is read again. */
function useAnswer(view: WeekView) {
  const [levels, setLevels] = useState<Levels>(() =>
    Object.fromEntries(view.cards.map(({ requirementId, level }) => [requirementId, level])),
  );
  const [exceptions, setExceptions] = useState<Exceptions>({});
  const [remark, setRemark] = useState("");
  const [disputing, setDisputing] = useState(false);
  const [tries, setTries] = useState(0);
  const confirm = useDeed<typeof confirmWeek>({
    method: "POST",
    path: "/api/placements/{placementId}/weeks/{week}/confirmation",
    changes: [WEEK_PATH],
  });
  const send = () => {
    const { placementId, week } = view;
    const params = { placementId, week };
    const cards = view.cards.flatMap(({ requirementId }) => {
      const level = levels[requirementId];
      return level ? [{ requirementId, level }] : [];
    });
    const rest = { remark: remark.trim() === "" ? null : remark.trim(), cards };
    if (!disputing) return confirm.run({ params, body: { kind: "ok", ...rest } });
    const list = exceptionsToSend(exceptions);
    if (list === null) setTries((before) => before + 1);
    else confirm.run({ params, body: { kind: "exceptions", exceptions: list, ...rest } });
  };
  return {
    levels,
    setLevel: (requirementId: string, level: Levels[string]) =>
      setLevels((present) => ({ ...present, [requirementId]: level ?? null })),
    exceptions,
    setExceptions,
    remark,
    setRemark,
    disputing,
    setDisputing,
    tries,
    send,
    busy: confirm.busy,
    problem: confirm.problem,
  };
}

type Answer = ReturnType<typeof useAnswer>;

function AnswerBar({ answer }: { answer: Answer }) {
  const { disputing, busy, problem, send, setDisputing } = answer;
  return (
    <>
      <ProblemNote error={problem} />
      <Button
        kind="primary"
        size="big"
        block
        icon={disputing ? undefined : Check}
        busy={busy}
        onClick={send}
      >
        {disputing ? m.logbook_send_exceptions() : m.logbook_week_ok()}
      </Button>
      <Button kind="quiet" block onClick={() => setDisputing(!disputing)}>
        {disputing ? m.logbook_back_to_ok() : m.logbook_not_right()}
      </Button>
    </>
  );
}

type RemarkProps = { view: WeekView; text: string; onText: (text: string) => void };

function Remark({ view, text, onText }: RemarkProps) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <button type="button" className="linkish" onClick={() => setOpen(true)}>
        {m.logbook_add_remark()}
      </button>
    );
  }
  return (
    <TextArea
      ref={takeFocus}
      optional
      label={m.logbook_remark()}
      hint={m.logbook_remark_hint({
        student: view.student.givenName,
        teacher: view.teacher.givenName,
      })}
      maxLength={2000}
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
