import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayLong } from "#web/ui/format.ts";
import { useDeed } from "#web/view.ts";
import type { followUp } from "../standing.contract.ts";
import { SUITABILITY_READS, type SuitabilityView } from "./suitability-view.ts";

type FollowUpProps = {
  view: SuitabilityView;
  about: string;
  what: string;
  dueOn: string;
  doneOn: string | null;
};

/** Whether a gap or condition has been seen to, and the press that says so. */
export function FollowUp({ view, about, what, dueOn, doneOn }: FollowUpProps) {
  const mark = useDeed<typeof followUp>({
    method: "PUT",
    path: "/api/placements/{placementId}/follow-ups",
    changes: SUITABILITY_READS,
  });
  const press = (done: boolean) =>
    mark.run({ params: { placementId: view.placementId }, body: { about, done } });
  return (
    <>
      {doneOn !== null ? (
        <Badge kind="ok">{m.suitability_done_on({ day: dayLong(doneOn) })}</Badge>
      ) : (
        dueOn < view.today && <Badge kind="stop">{m.suitability_overdue()}</Badge>
      )}
      {view.abilities.followUp.allowed && (
        <Button kind="quiet" busy={mark.busy} onClick={() => press(doneOn === null)}>
          {doneOn === null ? m.suitability_mark_done() : m.suitability_not_done()}
          <span className="vh"> {what}</span>
        </Button>
      )}
      <ProblemNote error={mark.problem} />
    </>
  );
}
