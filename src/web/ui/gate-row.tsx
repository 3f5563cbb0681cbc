import { Check, Hourglass, OctagonAlert } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages/web";
import { Icon } from "./icon.tsx";

type GateState = "stop" | "waits" | "ready";

const ICONS = { stop: OctagonAlert, waits: Hourglass, ready: Check } as const;

type GateRowProps = {
  state: GateState;
  /** What is required: "Agreement signed". */
  what: ReactNode;
  /** Why it is so: "Opened Friday 10:12, not signed". */
  why?: ReactNode;
  /** Who can fix it, or who did it and when. */
  who?: ReactNode;
  /** The one step, when it is the reader's. */
  step?: ReactNode;
};

/** One requirement of the gate. Rows come sorted: stop, waits, ready. */
export function GateRow({ state, what, why, who, step }: GateRowProps) {
  return (
    <li className={`g-${state}`}>
      <Icon of={ICONS[state]} />
      <span>
        <span className="vh">{stateWord(state)}: </span>
        <span className="g-what">{what}</span>
        {why && <span className="g-why small muted">{why}</span>}
      </span>
      <span className="g-who">{who}</span>
      <span className="g-step">{step}</span>
    </li>
  );
}

/** wide: four columns from 900 px, for a list that has most of the page's width. */
export function GateList({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return <ul className={wide ? "sheet gate gate-wide" : "sheet gate"}>{children}</ul>;
}

function stateWord(state: GateState): string {
  if (state === "stop") return m.ui_gate_stop();
  return state === "waits" ? m.ui_gate_waits() : m.ui_gate_ready();
}
