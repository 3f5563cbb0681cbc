import { m } from "#messages/web";
import { nowMs } from "#web/clock.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { moment } from "#web/ui/format.ts";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { nudge } from "../placement.contract.ts";
import { noonOf, type Party, PLACEMENT_READS, type Placement } from "./placement-page-answer.ts";

type NudgeStepProps = {
  placement: Placement;
  to: Party;
  about: "week" | "entry" | "plan" | "talk" | "gate" | "induction";
  week?: string;
};

/** Reminds the one who is missing; while they rest, says who nudged and when the next may go. */
export function NudgeStep({ placement, to, about, week }: NudgeStepProps) {
  const say = useToast();
  const person = placement[to];
  const send = useDeed<typeof nudge>({
    method: "POST",
    path: "/api/placements/{placementId}/nudges",
    changes: PLACEMENT_READS,
    onDone: ({ sentTo }) => say({ text: m.placement_nudge_sent({ address: sentTo }) }),
  });
  if (person === null || to === placement.relation || !placement.abilities.nudge.allowed) {
    return null;
  }
  const rest = restOf(placement, person.id);
  if (rest !== null) return <span className="small muted">{rest}</span>;
  const body = { to, about, week: week ?? null };
  const press = () => send.run({ params: { placementId: placement.id }, body });
  return (
    <>
      <Button busy={send.busy} onClick={press}>
        {m.placement_nudge({ name: person.givenName })}
      </Button>
      <ProblemNote error={send.problem} own={{ too_soon: m.placement_nudge_too_soon }} />
    </>
  );
}

/** "Sanna nudged today 9:12. The next nudge can go tomorrow 9:12." null when they do not rest. */
function restOf({ nudges, today }: Placement, personId: string): string | null {
  const last = nudges.find(({ toPerson }) => toPerson === personId);
  if (last === undefined) return null;
  if (Date.parse(last.nextAt) <= nowMs()) return null;
  const now = noonOf(today);
  return m.placement_nudge_rests({
    name: last.by,
    at: moment(last.at, now),
    next: moment(last.nextAt, now),
  });
}
