import type { ReactNode } from "react";

/** What scrolls must be reached by keys: a tab stop, though nothing in it is pressed. */
const REACHED_BY_KEYS = { tabIndex: 0 };

/** What may be wider than the page scrolls here; label names it for readers. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="scroll-box" aria-label={label} {...REACHED_BY_KEYS}>
      {children}
    </section>
  );
}
