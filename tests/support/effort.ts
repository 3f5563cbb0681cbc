import type { Page } from "@playwright/test";

/** A tap with what is read before it, and a key, in seconds of an unhurried person. */
const TAP = 4;
const KEY = 0.3;

declare global {
  interface Window {
    oneTap(): void;
    someKeys(count: number): void;
  }
}

type Effort = { taps: number; keys: number };

/** Counts what the person does on this page from now on, over every load of it. */
export async function countEffort(page: Page): Promise<() => { effort: Effort; seconds: number }> {
  const effort: Effort = { taps: 0, keys: 0 };
  await page.exposeFunction("oneTap", () => {
    effort.taps += 1;
  });
  await page.exposeFunction("someKeys", (count: number) => {
    effort.keys += count;
  });
  await page.addInitScript(() => {
    addEventListener("pointerdown", () => window.oneTap(), true);
    addEventListener(
      "input",
      ({ target, isTrusted }) => {
        const isText = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
        if (isText && isTrusted && !["radio", "checkbox"].includes(target.type))
          window.someKeys(target.value.length);
      },
      true,
    );
  });
  return () => ({ effort: { ...effort }, seconds: effort.taps * TAP + effort.keys * KEY });
}
