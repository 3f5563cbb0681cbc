import { useQuery } from "@tanstack/react-query";
import type { readCards } from "#features/cards/cards.contract.ts";
import { proposePlan } from "#features/cards/plan-proposal.ts";
import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { viewOptions } from "#web/view.ts";
import type { PlanView } from "./plan-view.ts";
import { takeProposal } from "./take-proposal.ts";
import type { DraftBox } from "./use-plan-draft.ts";

type ProposalProps = { view: PlanView; box: DraftBox };

/** What the workplace's sorted cards suggest, taken into the draft with one press and as easily taken back. */
export function PlanProposalNote({ view, box }: ProposalProps) {
  const say = useToast();
  const { placementId, choices } = view;
  const { data } = useQuery({
    ...viewOptions<typeof readCards>(
      { path: "/api/placements/{placementId}/cards", params: { placementId } },
      [`placement:${placementId}`],
    ),
    enabled: view.relation !== "student",
    throwOnError: false,
    retry: false,
  });
  if (data === undefined || data.sorted === 0) return null;
  const words = data.cards.flatMap(({ requirementId, word }) =>
    word === null ? [] : [{ requirementId, ...word }],
  );
  const proposal = proposePlan(
    words,
    choices.tasks.filter(({ retired }) => !retired).map(({ id }) => id),
    choices.weeks.filter(({ closed }) => !closed).map(({ week }) => week),
  );
  const taken = takeProposal(box.draft, proposal);
  if (JSON.stringify(taken) === JSON.stringify(box.draft)) return null;
  const take = () => {
    const before = box.draft;
    box.put((draft) => takeProposal(draft, proposal));
    say({ text: m.plan_cards_taken(), undo: () => box.put(() => before) });
  };
  return (
    <Note
      lead={m.plan_cards_lead({ name: view.tutor?.givenName ?? m.attention_the_tutor() })}
      action={
        <span className="row wrap">
          <Button kind="second" onClick={take}>
            {m.plan_cards_take()}
          </Button>
          <Link href={`/placements/${placementId}/cards`}>{m.suitability_to_cards()}</Link>
        </span>
      }
    >
      {m.plan_cards_text({
        here: proposal.objectives.length,
        not: proposal.leftOut.length,
        all: data.cards.length,
      })}
    </Note>
  );
}
