import type { ReactNode } from "react";
import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { moment } from "#web/ui/format.ts";
import { noonOf } from "./attention-text.ts";
import type { Nudges, WantedNudge } from "./use-nudges.ts";

type NudgeButtonProps = {
  wanted: WantedNudge;
  nudges: Nudges;
  today: string;
  kind?: "primary" | "second";
  /** What the button says before it has been pressed. */
  children: ReactNode;
};

/** Reminds somebody; afterwards it says when the next reminder may go. */
export function NudgeButton({ wanted, nudges, today, kind, children }: NudgeButtonProps) {
  const next = nudges.nextAt(wanted);
  if (next === undefined) {
    return (
      <Button
        kind={kind ?? "second"}
        busy={nudges.isSending(wanted)}
        onClick={() => nudges.send(wanted)}
      >
        {children}
      </Button>
    );
  }
  return (
    <Button notYet={m.board_nudge_next({ moment: moment(next, noonOf(today)) })}>
      <span>
        {m.board_nudged()}
        <span className="vh"> {wanted.name}</span>
      </span>
    </Button>
  );
}
