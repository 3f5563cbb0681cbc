import { TALK_KINDS, TALK_PLACES, type TalkKind, type TalkPlace } from "#features/plans/plan.ts";
import { m } from "#messages/server";
import { chooseText, type Language } from "#shared/language.ts";
import { USUAL_MINUTES } from "../calendar.ts";
import type { Ground } from "./calendar.queries.ts";

/** Talks in the words of a calendar entry, in the reader's language. */

export function kindNamed(text: string): TalkKind {
  const known = TALK_KINDS.find((kind) => kind === text);
  if (known === undefined) throw new Error(`unknown talk kind ${text}`);
  return known;
}

export function placeNamed(text: string | null): TalkPlace | null {
  return TALK_PLACES.find((place) => place === text) ?? null;
}

const NAMES = {
  start: m.calendar_talk_start,
  mid: m.calendar_talk_mid,
  end: m.calendar_talk_end,
  other: m.calendar_talk_other,
};

export function talkName(kind: TalkKind, locale: Language): string {
  return NAMES[kind]({}, { locale });
}

/** Where to go: the workplace's address, the college's name, or by which means. */
export function placeText(ground: Ground, place: TalkPlace | null, locale: Language): string {
  switch (place) {
    case "video":
      return m.calendar_place_video({}, { locale });
    case "phone":
      return m.calendar_place_phone({}, { locale });
    case "school":
      return collegeName(ground, locale);
    case "workplace":
      return workplaceText(ground);
    case null:
      return "";
  }
}

export function workplaceText({ workplace_name, street, municipality }: Ground): string {
  return [workplace_name, street, municipality].filter(Boolean).join(", ");
}

export function collegeName({ provider_name }: Ground, locale: Language): string {
  return chooseText(provider_name, locale)?.text ?? "";
}

/** "Wednesday, 2 December 2026, 13:30–14:00" as the reader's language writes it. */
export function whenText(starts: Temporal.ZonedDateTime, minutes: number, locale: Language) {
  const day = starts.toPlainDate().toLocaleString(TAGS[locale], {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const clock = (at: Temporal.ZonedDateTime) =>
    at
      .toPlainTime()
      .toLocaleString(TAGS[locale], { hour: "numeric", minute: "2-digit", hourCycle: "h23" });
  return `${day}, ${clock(starts)}–${clock(starts.add({ minutes }))}`;
}

const TAGS = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" } as const;

export function spanOf(
  talk: { readonly at: string; readonly minutes: number | null },
  timeZone: string,
) {
  return {
    starts: Temporal.Instant.from(talk.at).toZonedDateTimeISO(timeZone),
    minutes: talk.minutes ?? USUAL_MINUTES,
  };
}
