import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { actionOf, actionText } from "./action-text.ts";
import type { BoardRow } from "./attention-text.ts";
import { fullName } from "./board-opener.tsx";
import { NudgeButton } from "./nudge-button.tsx";
import type { Nudges, WantedNudge } from "./use-nudges.ts";

export type StepProps = {
  row: BoardRow;
  today: string;
  nudges: Nudges;
  onNote: (row: BoardRow) => void;
};

/** The one action of a row: opens a page, calls, opens the note, or nudges. */
export function BoardStep({
  row,
  today,
  nudges,
  onNote,
  primary,
}: StepProps & { primary: boolean }) {
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
    <NudgeButton wanted={nudgeOf(row)} nudges={nudges} today={today} kind={kind}>
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

/** What a nudge is about, by the reason of its row; the others are about the week. */
const ABOUT: Readonly<Record<string, WantedNudge["about"]>> = {
  plan_waits: "plan",
  induction_late: "induction",
  induction_waits: "induction",
};

/** Whom the row's nudge reminds, and of what. */
function nudgeOf(row: BoardRow): WantedNudge {
  const { placementId, student, tutor, params } = row;
  const week = typeof params.week === "string" ? params.week : null;
  const action = actionOf(row.action);
  const toStudent = { placementId, to: "student", name: fullName(student), week } as const;
  if (action === "ask_student") return { ...toStudent, about: "entry" };
  const about = ABOUT[row.reason] ?? "week";
  if (action === "nudge_student") return { ...toStudent, about };
  const name = tutor ? fullName(tutor) : m.attention_the_tutor();
  return { placementId, to: "tutor", name, week, about };
}

/** Where the action leads; undefined when it is a deed done here. */
function hrefOf({ action, placementId, params, tutor }: BoardRow): string | undefined {
  const page = `/placements/${placementId}`;
  switch (actionOf(action)) {
    case "review_suitability":
    case "open_promises":
      return `${page}/suitability`;
    case "open_plan":
      return `${page}/plan`;
    case "open_checks":
      return `${page}/checks`;
    case "open_checklist":
      return `${page}/checklist`;
    case "open_agreement":
      return `${page}/agreements`;
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
