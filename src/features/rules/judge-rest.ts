import type { Hit } from "./judge-hours.ts";
import type { Measure } from "./rule-pack.ts";
import { dayOfMinute, minuteOf, mondayOf, type Stretch } from "./worked-time.ts";

type Of<K extends Measure["kind"]> = Extract<Measure, { kind: K }>;

const DAY = 24 * 60;

/** Work before or after the hours it may lie between, in local wall time. */
export function judgeBetween(
  { from, to }: Of<"between">,
  parts: readonly Stretch[],
  zone: string,
): Hit[] {
  return parts
    .filter(({ theory }) => !theory)
    .flatMap((part) => {
      const outside = minutesOutside(part, { from, to }, zone);
      return outside > 0 ? [{ date: part.date, measured: { outside, from, to } }] : [];
    });
}

function minutesOutside(
  part: Stretch,
  { from, to }: { from: string; to: string },
  zone: string,
): number {
  const last = dayOfMinute(part.end, zone);
  let inside = 0;
  for (
    let day = dayOfMinute(part.start, zone);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const opens = Math.max(part.start, minuteOf(day, from, zone));
    const closes = Math.min(part.end, minuteOf(day, to, zone));
    inside += Math.max(0, closes - opens);
  }
  return part.end - part.start - inside;
}

/**
 * Rest in the 24 hours that begin with each start of work: the longest stretch without work must be long
 * enough. Elapsed hours, so that a changed clock neither gives nor takes rest (an open question for lawyers).
 */
export function judgeDailyRest(
  { minutes }: Of<"daily-rest">,
  parts: readonly Stretch[],
  all: readonly Stretch[],
): Hit[] {
  const work = all.filter(({ theory }) => !theory);
  let next = 0;
  const short = parts
    .filter(({ theory }) => !theory)
    .flatMap((part) => {
      while ((work[next]?.end ?? part.end) <= part.start) next += 1;
      const { rest, last } = longestRest(work, next, part.start);
      return rest < minutes
        ? [{ date: last ?? part.date, measured: { rest, limit: minutes } }]
        : [];
    });
  return [...Map.groupBy(short, ({ date }) => date).values()].flatMap((hits) => hits.slice(0, 1));
}

/** The longest stretch without work in the day that opens here, and the day of its last work. */
function longestRest(work: readonly Stretch[], first: number, opens: number) {
  const closes = opens + DAY;
  let free = opens;
  let rest = 0;
  let last: string | null = null;
  for (let index = first; index < work.length; index += 1) {
    const stretch = work[index];
    if (stretch === undefined || stretch.start >= closes) break;
    rest = Math.max(rest, stretch.start - free);
    free = Math.max(free, stretch.end);
    last = stretch.date;
  }
  return { rest: Math.max(rest, closes - free), last };
}

/**
 * An unbroken free time in each ISO week with work. It may reach over the week's edge and then counts for
 * the week that holds at least half of what is asked; beyond the log nothing is known, so it is taken as
 * free.
 */
export function judgeWeeklyRest(
  { minutes }: Of<"weekly-rest">,
  parts: readonly Stretch[],
  all: readonly Stretch[],
  zone: string,
): Hit[] {
  const free = freeTimes(all.filter(({ theory }) => !theory));
  const weeks = Map.groupBy(parts, ({ date }) => mondayOf(date));
  return [...weeks].flatMap(([monday, ofWeek]) => {
    const day = Temporal.PlainDate.from(monday);
    const opens = minuteOf(day, "00:00", zone);
    const closes = minuteOf(day.add({ days: 7 }), "00:00", zone);
    const inWeek = (time: Free) => Math.min(time.end, closes) - Math.max(time.start, opens);
    const enough = free.some(
      (time) => time.end - time.start >= minutes && inWeek(time) >= minutes / 2,
    );
    const date = ofWeek.at(-1)?.date;
    if (enough || date === undefined) return [];
    const rest = Math.max(0, ...free.map(inWeek));
    return [{ date, measured: { rest, limit: minutes } }];
  });
}

type Free = { readonly start: number; readonly end: number };

function freeTimes(work: readonly Stretch[]): Free[] {
  const edges = [
    Number.NEGATIVE_INFINITY,
    ...work.flatMap(({ start, end }) => [start, end]),
    Number.POSITIVE_INFINITY,
  ];
  return edges.flatMap((start, index) => {
    const end = edges[index + 1];
    return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
  });
}
