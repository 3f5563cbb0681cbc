import { useState } from "react";
import { m } from "#messages/web";
import { Problem } from "#web/problem.ts";
import { problemText } from "#web/problem-text.ts";
import { moment } from "#web/ui/format.ts";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { nudge } from "../placement.contract.ts";
import { actionOf, type BoardRow, noonOf } from "./attention-text.ts";
import { fullName } from "./board-opener.tsx";

export type Nudges = {
  send: (row: BoardRow) => void;
  /** The placement whose nudge is on its way. */
  readonly sending: string | null;
  /** By placement: when the next nudge may go, told in the row from then on. */
  readonly nextAt: Readonly<Record<string, string>>;
};

/** Nudging from the board: says what happened, and from then on when the next one may go. */
export function useNudges(today: string): Nudges {
  const say = useToast();
  const [sending, setSending] = useState<string | null>(null);
  const [nextAt, setNextAt] = useState<Readonly<Record<string, string>>>({});
  const deed = useDeed<typeof nudge>({
    method: "POST",
    path: "/api/placements/{placementId}/nudges",
    changes: ["/api/placements/{placementId}"],
  });
  const told = (row: BoardRow, next: string) =>
    setNextAt((present) => ({ ...present, [row.placementId]: next }));
  const send = async (row: BoardRow) => {
    const { placementId } = row;
    const { to, about, name } = nudgeOf(row);
    const at = (next: string) => moment(next, noonOf(today));
    setSending(placementId);
    try {
      const week = weekOf(row);
      const answer = await deed.ask({ params: { placementId }, body: { to, about, week } });
      told(row, answer.nextAt);
      say({ text: m.board_nudge_sent({ name, moment: at(answer.nextAt) }) });
    } catch (error) {
      const next = cooldownOf(error);
      if (next !== undefined) told(row, next);
      const soon = next && m.board_nudge_too_soon({ name, moment: at(next) });
      say({ text: soon ?? problemText(error) });
    } finally {
      setSending(null);
    }
  };
  return { send: (row) => void send(row), sending, nextAt };
}

/** Whom the row's nudge reminds, and of what. */
function nudgeOf(row: BoardRow) {
  const action = actionOf(row.action);
  const student = { to: "student", name: fullName(row.student) } as const;
  if (action === "ask_student") return { ...student, about: "entry" } as const;
  const about = row.reason === "plan_waits" ? "plan" : "week";
  if (action === "nudge_student") return { ...student, about } as const;
  const name = row.tutor ? fullName(row.tutor) : m.attention_the_tutor();
  return { to: "tutor", name, about } as const;
}

function weekOf({ params }: BoardRow): string | null {
  const week = params.week;
  return typeof week === "string" ? week : null;
}

function cooldownOf(error: unknown): string | undefined {
  if (!(error instanceof Problem) || error.code !== "too_soon") return undefined;
  const next = error.params.nextAt;
  return typeof next === "string" ? next : undefined;
}
