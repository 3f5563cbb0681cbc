import type { ReactNode } from "react";
import { number } from "./format.ts";

/** A filter that is on or off, with how many it shows. Put several in <ChipGroup>. */
export function Chip({
  pressed,
  onPress,
  count,
  children,
}: {
  pressed: boolean;
  onPress: () => void;
  count?: number;
  children: ReactNode;
}) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
      {count === undefined ? children : <b>{children}</b>}
      {count !== undefined && <span>{number(count)}</span>}
    </button>
  );
}

/** Filters of one list; label says what they filter. */
export function ChipGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="chips" aria-label={label}>
      {children}
    </fieldset>
  );
}
