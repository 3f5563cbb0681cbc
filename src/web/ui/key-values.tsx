import type { ReactNode } from "react";

export type KeyValue = { key: string; label: ReactNode; value: ReactNode };

/** Facts: label left, value right. */
export function KeyValues({ items }: { items: readonly KeyValue[] }) {
  return (
    <dl className="kv">
      {items.map((item) => (
        <KeyValuePair key={item.key} item={item} />
      ))}
    </dl>
  );
}

function KeyValuePair({ item }: { item: KeyValue }) {
  return (
    <>
      <dt>{item.label}</dt>
      <dd>{item.value}</dd>
    </>
  );
}
