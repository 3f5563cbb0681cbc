import type { ReactNode } from "react";

export type Count = { label: string; value: ReactNode; detail?: ReactNode };

/** Counts as one ruled line, not tiles. */
export function Counts({ items }: { items: readonly Count[] }) {
  return (
    <dl className="counts">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.detail && <dd>{item.detail}</dd>}
        </div>
      ))}
    </dl>
  );
}
