import { useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayShort } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { removeInterruption } from "../interruption.contract.ts";
import { PLACEMENT_READS, type Placement } from "./placement-page-answer.ts";
import { AwayForm } from "./placement-page-away-form.tsx";
import { awayText } from "./state-text.ts";

export type Away = Placement["interruptions"][number];

/** Times when the placement stands still: its days for everyone, the reason for the student and the school. */
export function Interruptions({ placement }: { placement: Placement }) {
  const [open, setOpen] = useState<Away | "new" | null>(null);
  const { state, interruptions, abilities } = placement;
  const mayNote = abilities.interrupt.allowed && (state === "running" || state === "ended");
  if (interruptions.length === 0 && !mayNote) return null;
  const close = () => {
    setOpen(null);
    document.getElementById("note-away")?.focus();
  };
  return (
    <Section
      title={m.away_title()}
      end={
        mayNote && (
          <Button
            id="note-away"
            kind="quiet"
            aria-expanded={open === "new"}
            onClick={() => setOpen(open === "new" ? null : "new")}
          >
            {m.away_note()}
          </Button>
        )
      }
    >
      {open !== null && (
        <AwayForm
          key={open === "new" ? open : open.id}
          placement={placement}
          away={open === "new" ? null : open}
          onClose={close}
        />
      )}
      {interruptions.length === 0 ? (
        <p className="muted">{m.away_none()}</p>
      ) : (
        <Rows>
          {interruptions.map((away) => (
            <AwayRow
              key={away.id}
              placement={placement}
              away={away}
              onCorrect={mayNote ? () => setOpen(away) : null}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

type AwayRowProps = { placement: Placement; away: Away; onCorrect: (() => void) | null };

function AwayRow({ placement, away, onCorrect }: AwayRowProps) {
  const say = useToast();
  const remove = useDeed<typeof removeInterruption>({
    method: "DELETE",
    path: "/api/placements/{placementId}/interruptions/{interruptionId}",
    changes: PLACEMENT_READS,
    onDone: () => say({ text: m.away_removed() }),
  });
  const params = { placementId: placement.id, interruptionId: away.id };
  const isAhead = away.startsOn > placement.today;
  return (
    <Row>
      <span>{daysText(away)}</span>
      {away.reason !== null && <span className="sub">{awayText(away.reason)}</span>}
      {onCorrect && (
        <span className="row row-wrap no-print">
          <Button kind="quiet" onClick={onCorrect}>
            {away.endsOn === null && !isAhead ? m.away_back() : m.away_correct()}
          </Button>
          {isAhead && (
            <Button kind="quiet" busy={remove.busy} onClick={() => remove.run({ params })}>
              {m.away_remove()}
            </Button>
          )}
        </span>
      )}
      <ProblemNote error={remove.problem} />
    </Row>
  );
}

function daysText({ startsOn, endsOn }: Away): string {
  const from = dayShort(startsOn);
  return endsOn === null ? m.away_days_open({ from }) : m.away_days({ from, to: dayShort(endsOn) });
}
