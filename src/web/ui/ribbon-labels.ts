/** Where the words above and below the ribbon go, so that none lies on another. */

/**
 * A word at a place: x and end from the left edge, width of the words, all in px. wish: centred on x
 * or ending at end, when it fits.
 */
export type Anchor = { x: number; end: number; width: number; wish?: "m" | "r" };
export type Placed = { side: "l" | "m" | "r"; lane: number };

const GAP = 6;
const CHARACTER = 6.9;

/** The width of a label of size t-1, roughly: text cannot be measured before it is drawn. */
export function labelWidth(...lines: (string | undefined)[]): number {
  return CHARACTER * Math.max(...lines.map((line) => line?.length ?? 0));
}

/**
 * Gives every anchor a side (l: starts at its place, m: centred on it, r: ends at its end) that
 * keeps it inside total px, and the lowest lane where it touches no earlier anchor.
 */
export function placeLabels(anchors: readonly Anchor[], total: number): Placed[] {
  const lanes: { from: number; to: number }[][] = [];
  return anchors.map((anchor) => {
    const side = sideOf(anchor, total);
    const span = spanOf(anchor, side);
    let lane = 0;
    while (lanes[lane]?.some((taken) => span.from < taken.to + GAP && taken.from < span.to + GAP)) {
      lane += 1;
    }
    lanes[lane] = [...(lanes[lane] ?? []), span];
    return { side, lane };
  });
}

function sideOf({ x, end, width, wish }: Anchor, total: number): Placed["side"] {
  if (wish === "m" && x - width / 2 >= 0 && x + width / 2 <= total) return "m";
  const fitsRight = x + width <= total;
  const fitsLeft = end - width >= 0;
  if (wish === "r" && fitsLeft) return "r";
  return fitsRight || !fitsLeft ? "l" : "r";
}

function spanOf({ x, end, width }: Anchor, side: Placed["side"]): { from: number; to: number } {
  if (side === "m") return { from: x - width / 2, to: x + width / 2 };
  return side === "l" ? { from: x, to: x + width } : { from: end - width, to: end };
}
