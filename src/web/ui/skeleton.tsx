import { m } from "#messages/web";

const WIDTHS = ["72%", "94%", "58%", "83%", "66%"];

/** Grey bars while something is fetched; they show only after 300 ms and do not shimmer. */
export function Skeleton({ lines = 4, label }: { lines?: number; label?: string }) {
  return (
    <div role="status">
      <span className="vh">{label ?? m.ui_waiting()}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never move
          key={line}
          className="skeleton"
          style={{ width: WIDTHS[line % WIDTHS.length] }}
          aria-hidden="true"
        />
      ))}
    </div>
  );
}
