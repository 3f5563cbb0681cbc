/**
 * Days, clocks, hours and numbers as people read them, in the reader's language.
 *
 * Takes ISO strings ("2026-11-23", "2026-11-23T12:30:00Z") and uses Intl on days at noon UTC, so no
 * Temporal is needed in browsers that lack it. This is the one adapter of the web client where Date
 * is allowed. Finnish and Swedish write the clock with a full stop, English with a colon.
 */
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import type { Language } from "#shared/language.ts";

const TAGS: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };
const DAY_MS = 86_400_000;
const PROVIDER_ZONE = "Europe/Helsinki";
const NBSP = "\u00a0";

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** "23 November", "23. marraskuuta", "23 november" */
export function dayLong(day: string, language: Language = getLocale()): string {
  return inDayFormat(day, language, { day: "numeric", month: "long" });
}

/** "23 Nov 2026", "23.11.2026", "23 nov 2026" */
export function dayYear(day: string, language: Language = getLocale()): string {
  return inDayFormat(day, language, { day: "numeric", month: "short", year: "numeric" });
}

/** "Mon 23 Nov", "ma 23.11.", "mån 23 nov" */
export function dayShort(day: string, language: Language = getLocale()): string {
  return inDayFormat(day, language, { weekday: "short", day: "numeric", month: "short" });
}

/** "Monday 23 November", "maanantai 23. marraskuuta", "måndag 23 november" */
export function dayWord(day: string, language: Language = getLocale()): string {
  return inDayFormat(day, language, { weekday: "long", day: "numeric", month: "long" });
}

/** "23 Nov", "23.11.", "23 nov" */
export function dayNumber(day: string, language: Language = getLocale()): string {
  return inDayFormat(day, language, { day: "numeric", month: "short" });
}

/** "Friday", "perjantai", "fredag" */
export function weekday(day: string, language: Language = getLocale()): string {
  return inDayFormat(day, language, { weekday: "long" });
}

/** "Mon", "ma", "mån" */
export function weekdayShort(day: string, language: Language = getLocale()): string {
  return inDayFormat(day, language, { weekday: "short" });
}

/** "Nov", "marras", "nov": the label of a month cell of the ribbon. */
export function monthShort(day: string, language: Language = getLocale()): string {
  return inDayFormat(day, language, { month: "short" });
}

/** "16–20 November", "16.–20.11.", "16–20 november" */
export function dayRange(from: string, to: string, language: Language = getLocale()): string {
  const month = language === "fi" ? "numeric" : "long";
  const format = dateFormat(language, { day: "numeric", month });
  return format.formatRange(noon(from), noon(to)).replace(/^(\d+)\s–\s(\d+\s)/, "$1–$2");
}

/** "14:30", "14.30" in the zone of the provider. */
export function clock(
  instant: string,
  language: Language = getLocale(),
  zone: string = PROVIDER_ZONE,
): string {
  const options = { hour: "numeric", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
  return dateFormat(language, options).format(new Date(instant));
}

/** "07:00" as the reader writes a clock: "7:00", "7.00". */
export function clockWord(clock: string): string {
  const short = clock.replace(/^0/, "");
  return getLocale() === "en" ? short : short.replace(":", ".");
}

/** "14:30", "klo 14.30", "14.30": the clock inside a sentence. */
export function atClock(
  instant: string,
  language: Language = getLocale(),
  zone: string = PROVIDER_ZONE,
): string {
  const time = clock(instant, language, zone);
  return language === "fi" ? `klo${NBSP}${time}` : time;
}

/**
 * When something happened or will: "today 14:30", "Friday 14:30" within six days, otherwise
 * "Mon 2 Nov 14:30". Finnish puts the weekday in the form a sentence needs: "perjantaina klo 14.30".
 */
export function moment(instant: string, now: string, language: Language = getLocale()): string {
  const day = localDay(instant);
  const distance = daysBetween(localDay(now), day);
  return `${nearDay(day, distance, language)} ${atClock(instant, language)}`;
}

/** "7 h 30", "7 h 30 min", "8 h", "45 min" */
export function hours(minutes: number, language: Language = getLocale()): string {
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (whole === 0 && rest > 0) return `${rest}${NBSP}min`;
  if (rest === 0) return `${whole}${NBSP}h`;
  const tail = `${whole}${NBSP}h${NBSP}${String(rest).padStart(2, "0")}`;
  return language === "en" ? tail : `${tail}${NBSP}min`;
}

/** "42 days", "42 päivää", "42 dagar" */
export function days(count: number, language: Language = getLocale()): string {
  return m.ui_days({ count }, { locale: language });
}

/** "42 d", "42 pv": only in dense tables whose head says what is counted. */
export function daysShort(count: number, language: Language = getLocale()): string {
  return `${number(count, language)}${NBSP}${language === "fi" ? "pv" : "d"}`;
}

/** "today", "tomorrow", "in 2 days", "42 days ago" */
export function inDays(day: string, today: string, language: Language = getLocale()): string {
  const format = new Intl.RelativeTimeFormat(TAGS[language], { numeric: "auto" });
  return format.format(daysBetween(today, day), "day");
}

/** "1,102" in English; Finnish and Swedish group with a space. */
export function number(value: number, language: Language = getLocale()): string {
  return new Intl.NumberFormat(TAGS[language]).format(value);
}

/** "Leila, Sanna and me" */
export function names(list: readonly string[], language: Language = getLocale()): string {
  return new Intl.ListFormat(TAGS[language]).format(list);
}

/** The ISO week a day belongs to: 1 January 2027 is in week 53 of 2026. */
export function weekOf(day: string): { year: number; week: number } {
  const thursday = addDays(mondayOf(day), 3);
  // Four digits always: a year that is being typed is 0002 before it is 2026.
  const year = thursday.slice(0, 4);
  const first = mondayOf(`${year}-01-04`);
  return { year: Number(year), week: Math.floor(daysBetween(first, thursday) / 7) + 1 };
}

/** The Monday of the week a day belongs to. */
export function mondayOf(day: string): string {
  const sinceMonday = (noon(day).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

export function addDays(day: string, count: number): string {
  return isoDay(new Date(noon(day).getTime() + count * DAY_MS));
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / DAY_MS);
}

/** The day an instant falls on in the zone of the provider. */
export function localDay(instant: string, zone: string = PROVIDER_ZONE): string {
  const options = { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone } as const;
  return new Intl.DateTimeFormat("sv-SE", options).format(new Date(instant));
}

function nearDay(day: string, distance: number, language: Language): string {
  if (Math.abs(distance) > 6) return dayShort(day, language);
  if (Math.abs(distance) < 2) {
    const format = new Intl.RelativeTimeFormat(TAGS[language], { numeric: "auto" });
    return format.format(distance, "day");
  }
  return language === "fi" ? `${weekday(day, language)}na` : weekday(day, language);
}

function inDayFormat(day: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const text = dateFormat(language, options).format(noon(day));
  // Swedish abbreviations come as "nov."; here they stand without the stop.
  return language === "sv" ? text.replace(/\.(?=\s|$)/g, "") : text;
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(TAGS[language], { timeZone: "UTC", ...options });
  dateFormats.set(key, made);
  return made;
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The first letter large, where a number, a month or a weekday begins the sentence. */
export function asSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
