import { useSyncExternalStore } from "react";
import { clearCookie, readCookie, writeCookie } from "./cookie.ts";

const COOKIE = "kisalli_theme";

/** "device": as the device says, which is what everybody starts with. */
export type Theme = "device" | "light" | "dark";

const listeners = new Set<() => void>();

/** The theme the reader has fixed on this device; the server writes it into the page (pages.ts). */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, readTheme);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readTheme(): Theme {
  const fixed = readCookie(COOKIE);
  return fixed === "light" || fixed === "dark" ? fixed : "device";
}

export function chooseTheme(theme: Theme): void {
  if (theme === "device") {
    clearCookie(COOKIE);
    delete document.documentElement.dataset.theme;
  } else {
    writeCookie(COOKIE, theme);
    document.documentElement.dataset.theme = theme;
  }
  for (const listener of listeners) listener();
}
