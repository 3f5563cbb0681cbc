import { useState } from "react";
import { m } from "#messages/web";
import { Problem } from "#web/problem.ts";
import { problemText } from "#web/problem-text.ts";
import type { Call } from "#web/request.ts";
import { moment } from "#web/ui/format.ts";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { nudge } from "../placement.contract.ts";
import { noonOf } from "./attention-text.ts";

type Body = Call<typeof nudge>["body"];

/** Whom to remind, by name, of what in which placement. */
export type WantedNudge = Body & { readonly placementId: string; readonly name: string };

export type Nudges = {
  send: (wanted: WantedNudge) => void;
  /** On its way right now. */
  isSending: (wanted: WantedNudge) => boolean;
  /** When this person may be reminded again, once a reminder has gone from this page; else undefined. */
  nextAt: (wanted: WantedNudge) => string | undefined;
};

/** Nudging from a list: says what happened, and from then on when the next one may go. */
export function useNudges(today: string): Nudges {
  const say = useToast();
  const [sending, setSending] = useState<string | null>(null);
  const [known, setKnown] = useState<Readonly<Record<string, string>>>({});
  const deed = useDeed<typeof nudge>({
    method: "POST",
    path: "/api/placements/{placementId}/nudges",
    changes: ["/api/placements/{placementId}"],
  });
  const told = (wanted: WantedNudge, next: string) => {
    setKnown((present) => ({ ...present, [keyOf(wanted)]: next }));
    return moment(next, noonOf(today));
  };
  const send = async (wanted: WantedNudge) => {
    const { placementId, to, about, week, name } = wanted;
    setSending(keyOf(wanted));
    try {
      const answer = await deed.ask({ params: { placementId }, body: { to, about, week } });
      say({ text: m.board_nudge_sent({ name, moment: told(wanted, answer.nextAt) }) });
    } catch (error) {
      const next = cooldownOf(error);
      const soon = next && m.board_nudge_too_soon({ name, moment: told(wanted, next) });
      say({ text: soon ?? problemText(error) });
    } finally {
      setSending(null);
    }
  };
  return {
    send: (wanted) => void send(wanted),
    isSending: (wanted) => sending === keyOf(wanted),
    nextAt: (wanted) => known[keyOf(wanted)],
  };
}

/** The cooldown is a person's in a placement, whatever it is about. */
function keyOf({ placementId, to }: WantedNudge): string {
  return `${placementId} ${to}`;
}

function cooldownOf(error: unknown): string | undefined {
  if (!(error instanceof Problem) || error.code !== "too_soon") return undefined;
  const next = error.params.nextAt;
  return typeof next === "string" ? next : undefined;
}
