import { nowMs } from "#web/clock.ts";
import { currentLanguage } from "#web/i18n/language.ts";
import { useDeed } from "#web/view.ts";
import type { requestCode } from "../people.contract.ts";
import type { Asked } from "./sign-in-page.tsx";

const MINUTE_MS = 60_000;

/** Asks for a code to be mailed, in the language the page is read in. */
export function useAskCode(onAsked: (asked: Asked) => void) {
  const { run, busy, problem } = useDeed<typeof requestCode>({
    method: "POST",
    path: "/api/sign-in/codes",
    onDone: ({ sentTo, expiresInMinutes }) =>
      onAsked({ sentTo, until: nowMs() + expiresInMinutes * MINUTE_MS }),
  });
  const ask = (email: string) =>
    run({ body: { email: email.trim(), language: currentLanguage() } });
  return { run: ask, busy, problem };
}
