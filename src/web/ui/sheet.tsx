import type { ReactNode } from "react";

/** One sheet with hairlines between its cells, not a stack of cards. */
export function Sheet({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="sheet" aria-label={label}>
      {children}
    </ul>
  );
}
