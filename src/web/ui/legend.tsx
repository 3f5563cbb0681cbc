import { m } from "#messages/web";
import { type CellKind, CellMark } from "./cell-mark.tsx";

/** What the signs mean. */
export function Legend({ items }: { items: readonly { kind: CellKind; label: string }[] }) {
  return (
    <ul className="legend" aria-label={m.ui_legend()}>
      {items.map((item) => (
        <li key={item.kind}>
          <CellMark kind={item.kind} />
          {item.label}
        </li>
      ))}
    </ul>
  );
}
