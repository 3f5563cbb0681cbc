import type { ReactNode } from "react";

/** Fuller means stronger: outline, diagonal, full, full with a tick. */
export type CellKind = "not-yet" | "help" | "done" | "demonstrated" | "not-here";

const FRAME = { x: 2.75, y: 2.75, width: 16.5, height: 16.5, rx: 2 };

const SHAPES: Record<CellKind, ReactNode> = {
  "not-yet": <rect className="o" {...FRAME} />,
  help: (
    <>
      <rect className="b" {...FRAME} />
      <path className="h" d="M3 19V8L19 19Z" />
    </>
  ),
  done: <rect className="f" {...FRAME} />,
  demonstrated: (
    <>
      <rect className="f" {...FRAME} />
      <path className="t" d="M7 11.4l2.7 2.7L15 8.4" />
    </>
  ),
  "not-here": <path className="o" d="M7 11h8" />,
};

/** One sign of the alphabet that the coverage grid and the skill map share. */
export function CellMark({ kind, label }: { kind: CellKind; label?: string }) {
  return (
    <svg
      className="cellmark"
      viewBox="0 0 22 22"
      role="img"
      aria-label={label}
      aria-hidden={!label}
    >
      {SHAPES[kind]}
    </svg>
  );
}
