import { lazy, Suspense, useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayLong, dayWord, names } from "#web/ui/format.ts";
import { Section } from "#web/ui/section.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { movePlacement } from "../placement.contract.ts";
import { BEFORE_START, type PlacementState } from "../placement.ts";
import { gateWhat } from "./gate-text.ts";
import { PLACEMENT_READS, type Placement } from "./placement-page-answer.ts";
import { stateText } from "./state-text.ts";

const MoveDialog = lazy(() =>
  import("./placement-page-move-dialog.tsx").then((file) => ({ default: file.MoveDialog })),
);

type Forward = "planning" | "ready" | "running" | "ended" | "closed";
export type Final = "ended" | "closed" | "cancelled" | "terminated";

const CopyForm = lazy(() =>
  import("./placement-page-copy.tsx").then((file) => ({ default: file.CopyForm })),
);

const FORWARD: Readonly<Partial<Record<PlacementState, Forward>>> = {
  proposed: "planning",
  planning: "ready",
  agreement_out: "ready",
  ready: "running",
  running: "ended",
  ended: "closed",
  terminated: "closed",
};

/** The next move along the placement's life with what holds it back, and the way out of it. */
export function Moves({ placement }: { placement: Placement }) {
  const [asked, setAsked] = useState<Final | null>(null);
  const say = useToast();
  const move = useDeed<typeof movePlacement>({
    method: "POST",
    path: "/api/placements/{placementId}/moves",
    changes: PLACEMENT_READS,
    onDone: ({ state }) => {
      setAsked(null);
      say({ text: m.placement_moved({ state: stateText(state) }) });
    },
  });
  const to = FORWARD[placement.state];
  const out = wayOut(placement.state);
  if (!placement.abilities.move.allowed) return null;
  const press = (target: Forward) => {
    if (isFinal(target)) return setAsked(target);
    move.run({
      params: { placementId: placement.id },
      version: placement.version,
      body: { to: target, reason: null, ending: null },
    });
  };
  return (
    <Section title={m.placement_what_next()} className="no-print">
      <div className="stack-3 place-moves">
        {to && (
          <p>
            <Button busy={move.busy} notYet={notYet(placement, to)} onClick={() => press(to)}>
              {forwardText(to)}
            </Button>
          </p>
        )}
        {asked === null && <ProblemNote error={move.problem} />}
        {out && (
          <p>
            <Button kind="quiet" onClick={() => setAsked(out)}>
              {out === "cancelled" ? m.placement_cancel() : m.placement_terminate()}
            </Button>
          </p>
        )}
      </div>
      <NextFrom placement={placement} />
      {asked && (
        <Suspense>
          <MoveDialog
            placement={placement}
            to={asked}
            move={move}
            onClose={() => {
              setAsked(null);
              move.forget();
            }}
          />
        </Suspense>
      )}
    </Section>
  );
}

/** The same student's next period, or another student here: made from this placement. */
function NextFrom({ placement }: { placement: Placement }) {
  const [copying, setCopying] = useState(false);
  return (
    <div className="stack-3">
      <p>
        <Button kind="quiet" aria-expanded={copying} onClick={() => setCopying(!copying)}>
          {m.copy_open()}
        </Button>
      </p>
      {copying && (
        <Suspense>
          <CopyForm placement={placement} onClose={() => setCopying(false)} />
        </Suspense>
      )}
    </div>
  );
}

function isFinal(to: Forward): to is "ended" | "closed" {
  return to === "ended" || to === "closed";
}

function wayOut(state: PlacementState): "cancelled" | "terminated" | null {
  if (BEFORE_START.includes(state)) return "cancelled";
  return state === "running" ? "terminated" : null;
}

function forwardText(to: Forward): string {
  switch (to) {
    case "planning":
      return m.placement_move_planning();
    case "ready":
      return m.placement_move_ready();
    case "running":
      return m.placement_move_running();
    case "ended":
      return m.placement_move_ended();
    case "closed":
      return m.placement_move_closed();
  }
}

/** Why the next move waits, in words; undefined when it can be made. The server decides. */
function notYet(placement: Placement, to: Forward): string | undefined {
  const { gate, today, startsOn, endsOn } = placement;
  const missing = gate.filter(({ verdict }) => verdict === "missing");
  if ((to === "ready" || to === "running") && missing.length > 0) {
    return m.placement_move_missing({ what: names(missing.map(gateWhat)).toLocaleLowerCase() });
  }
  if (to === "running" && today < startsOn) {
    return m.placement_move_first_day({ day: dayWord(startsOn) });
  }
  if (to === "ended" && today < endsOn) {
    return m.placement_move_last_day({ day: dayLong(endsOn) });
  }
  return undefined;
}
