import { useState } from "react";

/** A confirmation that is still on this device. */
export type Pending = { readonly key: string; readonly taskKey: string; readonly item: string };

/** Confirmations on this device, kept over a reload until the server has them. */
export function usePending(store: string) {
  const [pending, setPending] = useState<readonly Pending[]>(() => readPending(store));
  const keep = (next: readonly Pending[]) => {
    localStorage.setItem(store, JSON.stringify(next));
    setPending(next);
  };
  const without = (key: string) => readPending(store).filter((one) => one.key !== key);
  return {
    pending,
    read: () => readPending(store),
    add: (one: Pending) => keep([...without(one.key), one]),
    drop: (key: string) => keep(without(key)),
  };
}

function readPending(store: string): readonly Pending[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(store) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPending) : [];
  } catch {
    return [];
  }
}

function isPending(one: unknown): one is Pending {
  return (
    typeof one === "object" && one !== null && "key" in one && "taskKey" in one && "item" in one
  );
}
