import type { ReactNode } from "react";
import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { moment } from "#web/ui/format.ts";
import { actionOf, actionText, type BoardRow, noonOf } from "./attention-text.ts";
import type { Nudges } from "./board-nudge.ts";
import { fullName } from "./board-opener.tsx";

export type StepProps = {
  row: BoardRow;
  today: string;
  nudges: Nudges;
  onNote: (row: BoardRow) => void;
};

/** The one action of a row: opens a page, calls, opens the note, or nudges. */
export function BoardStep(props: StepProps & { primary: boolean }) {
  const { row, primary, onNote } = props;
  const action = actionOf(row.action);
  const kind = primary ? "primary" : "second";
  const words = <StepWords text={actionText(action)} name={fullName(row.student)} />;
  const href = hrefOf(row);
  if (href !== undefined) {
    return (
      <ButtonLink kind={kind} href={href}>
        {words}
      </ButtonLink>
    );
  }
  if (action === "note_talk") {
    return (
      <Button kind={kind} onClick={() => onNote(row)}>
        {words}
      </Button>
    );
  }
  return (
    <NudgeButton {...props} kind={kind}>
      {words}
    </NudgeButton>
  );
}

/** Every row's button says the same few words; to a reader it says whose row it is. */
function StepWords({ text, name }: { text: string; name: string }) {
  return (
    <span>
      {text}
      <span className="vh"> {name}</span>
    </span>
  );
}

type NudgeButtonProps = StepProps & { kind: "primary" | "second"; children: ReactNode };

function NudgeButton({ row, today, nudges, kind, children }: NudgeButtonProps) {
  const next = nudges.nextAt[row.placementId];
  if (next === undefined) {
    const busy = nudges.sending === row.placementId;
    return (
      <Button kind={kind} busy={busy} onClick={() => nudges.send(row)}>
        {children}
      </Button>
    );
  }
  return (
    <Button notYet={m.board_nudge_next({ moment: moment(next, noonOf(today)) })}>
      <StepWords text={m.board_nudged()} name={fullName(row.student)} />
    </Button>
  );
}

/** Where the action leads; undefined when it is a deed done here. */
function hrefOf({ action, placementId, params, tutor }: BoardRow): string | undefined {
  const page = `/placements/${placementId}`;
  switch (actionOf(action)) {
    case "review_suitability":
      return `${page}/suitability`;
    case "open_plan":
      return `${page}/plan`;
    case "open_week":
      return `${page}/weeks/${params.week}`;
    case "call_tutor":
      return tutor?.phone ? `tel:${tutor.phone.replace(/\s/g, "")}` : page;
    case "name_tutor":
    case "open":
      return page;
    case "note_talk":
    case "ask_student":
    case "nudge_student":
    case "nudge_tutor":
      return undefined;
  }
}
