import { useSyncExternalStore } from "react";
import { overwriteGetLocale } from "#messages/web-runtime";
import { isLanguage, LANGUAGES, type Language } from "#shared/language.ts";
import { readCookie, writeCookie } from "#web/shell/cookie.ts";

/** The server reads it too: the page comes in this language from the first byte. */
const COOKIE = "kisalli_language";

const listeners = new Set<() => void>();
let current: Language = languageOfPage();
overwriteGetLocale(() => current);

function languageOfPage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : "fi";
}

/** The reader's language; whoever calls it is drawn again when it changes, with nothing typed lost. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

export function currentLanguage(): Language {
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The reader's own choice on this device: it holds until they choose again, whoever signs in. */
export function chooseLanguage(language: Language): void {
  writeCookie(COOKIE, language);
  show(language);
}

/** The person's own language, where nobody has chosen one by hand on this device. */
export function followLanguage(language: Language): void {
  if (readCookie(COOKIE) === undefined) show(language);
}

function show(language: Language): void {
  document.documentElement.lang = language;
  if (language === current) return;
  current = language;
  for (const listener of listeners) listener();
}

/** A text in the languages it exists in, as it comes from the server. */
export type Texts = { readonly [L in Language]?: string | undefined };

/** In the reader's language, else in the nearest there is; "" when it exists in none. */
export function textOf(text: Texts | null | undefined): string {
  const language = text ? languageOf(text) : undefined;
  return (language && text?.[language]) ?? "";
}

/** The language `textOf` shows, for the lang attribute of a text borrowed from another one. */
export function languageOf(text: Texts): Language | undefined {
  return [current, ...LANGUAGES].find((language) => text[language]);
}
