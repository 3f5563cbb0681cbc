import { useEffect, useSyncExternalStore } from "react";
import type { Texts } from "#web/i18n/language.ts";

type BarState = {
  /** The college the page on screen belongs to, when it belongs to one. */
  readonly college?: Texts;
  readonly back?: { readonly href: string; readonly label: string };
};

const listeners = new Set<() => void>();
let state: BarState = {};

function change(next: BarState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** What the page on screen has said about the bar above it. */
export function useBarState(): BarState {
  return useSyncExternalStore(subscribe, () => state);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The bar says this college while the page is on screen: a tutor may have students of several. */
export function useCollege(college: Texts | undefined): void {
  const key = college && JSON.stringify(college);
  useEffect(() => {
    if (key === undefined) return;
    change({ ...state, college: JSON.parse(key) });
    return () => {
      const { college: _left, ...rest } = state;
      change(rest);
    };
  }, [key]);
}

/** A way back in place of the college's name, for a page that belongs to another. */
export function useBack(back: { href: string; label: string }): void {
  const { href, label } = back;
  useEffect(() => {
    change({ ...state, back: { href, label } });
    return () => {
      const { back: _left, ...rest } = state;
      change(rest);
    };
  }, [href, label]);
}
