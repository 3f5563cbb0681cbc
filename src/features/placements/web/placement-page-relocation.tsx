import { useState } from "react";
import type { settleRelocation } from "#features/suitability/standing.contract.ts";
import { RELOCATIONS, type Relocation } from "#features/suitability/standing.ts";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { Note } from "#web/ui/note.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useDeed } from "#web/view.ts";
import { PLACEMENT_READS, type Placement } from "./placement-page-answer.ts";

const NAMES: Readonly<Record<Relocation, () => string>> = {
  moved: m.relocation_moved,
  stays: m.relocation_stays,
  ended: m.relocation_ended,
};

/** The workplace was suspended while the student is there: the school settles where they go. */
export function RelocationTask({ placement }: { placement: Placement }) {
  const [outcome, setOutcome] = useState<Relocation | null>(null);
  const [note, setNote] = useState("");
  const settle = useDeed<typeof settleRelocation>({
    method: "POST",
    path: "/api/placements/{placementId}/relocation",
    changes: [...PLACEMENT_READS, "/api/board"],
  });
  if (placement.relocationSince === null) return null;
  const carries = placement.relation === "teacher" || placement.relation === "coordinator";
  if (!carries) return <Note kind="stop" lead={m.relocation_title()} />;
  return (
    <Card as="section" asked label={m.relocation_title()}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (outcome === null) return;
          settle.run({ params: { placementId: placement.id }, body: { outcome, note } });
        }}
      >
        <h2>{m.relocation_title()}</h2>
        <p>{m.relocation_why({ workplace: placement.workplace.name })}</p>
        <RadioGroup
          legend={m.relocation_where()}
          name="relocation"
          value={outcome}
          onChange={setOutcome}
          options={RELOCATIONS.map((value) => ({ value, label: NAMES[value]() }))}
        />
        <TextArea
          label={m.relocation_note()}
          required
          maxLength={1_000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <Button type="submit" kind="primary" busy={settle.busy}>
          {m.relocation_settle()}
        </Button>
        <ProblemNote error={settle.problem} />
      </form>
    </Card>
  );
}
