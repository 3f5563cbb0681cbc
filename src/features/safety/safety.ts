import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";

/**
 * The safety voice (product.md §5): three short checks and a report at any time. The student picks who
 * hears, sees who knows, and a clock runs. Nobody outside the circle learns of it.
 */
export const CHECKS = ["day_1", "day_5", "week_4"] as const;
export type Check = (typeof CHECKS)[number];

export const KINDS = [...CHECKS, "need_someone", "incident", "near_miss"] as const;
export type Kind = (typeof KINDS)[number];

/** What to do when somebody is hurt, whether dangers were shown, whether one can say no. */
export const QUESTIONS = ["hurt", "dangers", "say_no"] as const;
export const ANSWERS = ["yes", "unsure", "no"] as const;

export const PARTS = ["teacher", "tutor", "safety_lead"] as const;
export type Part = (typeof PARTS)[number];

export const STATES = ["kept", "told", "in_hand", "closed", "confirmed"] as const;
export type State = (typeof STATES)[number];

export const STEPS = ["take", "write", "close", "confirm", "reopen"] as const;
export type Step = (typeof STEPS)[number];

export type Side = "student" | "hearer";

const FOLLOWING: Readonly<Record<Side, Partial<Record<Step, Partial<Record<State, State>>>>>> = {
  hearer: {
    take: { told: "in_hand" },
    write: { told: "in_hand", in_hand: "in_hand", closed: "closed" },
    close: { told: "closed", in_hand: "closed" },
  },
  student: {
    write: { told: "told", in_hand: "in_hand", closed: "closed" },
    confirm: { closed: "confirmed" },
    reopen: { closed: "told", confirmed: "told" },
  },
};

/** The state after a step; a hearer closes, and only the student says that it is over. */
export function afterStep(
  state: State,
  side: Side,
  step: Step,
): Outcome<State, Refusal<"step_not_now">> {
  const next = FOLLOWING[side][step]?.[state];
  return next === undefined ? refuse("step_not_now", { state }) : accept(next);
}

export function stepsOf(state: State, side: Side): Step[] {
  return STEPS.filter((step) => afterStep(state, side, step).ok);
}

/** The day each check is asked: the first day, the fifth weekday, the first weekday of the fourth week. */
export function askedOn(check: Check, startsOn: Temporal.PlainDate): Temporal.PlainDate {
  if (check === "day_1") return startsOn;
  if (check === "day_5") return nthWeekday(startsOn, 5);
  const fourth = startsOn.subtract({ days: startsOn.dayOfWeek - 1 }).add({ weeks: 3 });
  return nthWeekday(fourth, 1);
}

function nthWeekday(from: Temporal.PlainDate, nth: number): Temporal.PlainDate {
  let day = from;
  let count = day.dayOfWeek <= 5 ? 1 : 0;
  while (count < nth) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) count += 1;
  }
  return day;
}

export type CheckFacts = {
  readonly running: boolean;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly answered: readonly string[];
};

/** Checks whose day has come and that are not answered, the newest last. */
export function openChecks(facts: CheckFacts): Check[] {
  if (!facts.running) return [];
  return CHECKS.filter((check) => {
    const on = askedOn(check, facts.startsOn);
    const has = Temporal.PlainDate.compare(on, facts.today) <= 0;
    return (
      has && Temporal.PlainDate.compare(on, facts.endsOn) <= 0 && !facts.answered.includes(check)
    );
  });
}

const PATIENCE_DAYS = 2;

/** Checks that have stayed unanswered for two days: a signal to the teacher, without blame. */
export function unansweredChecks(facts: CheckFacts): Check[] {
  return openChecks({ ...facts, today: facts.today.subtract({ days: PATIENCE_DAYS }) });
}

const ANSWER_HOURS = 4;
const OPENS = 8;
const CLOSES = 16;

/** When a hearer has answered at the latest: four hours of weekdays between 8 and 16. */
export function answerBy(told: Temporal.Instant, zone: string): Temporal.Instant {
  let left = ANSWER_HOURS * 60;
  let at = told.toZonedDateTimeISO(zone).round({ smallestUnit: "minute" });
  while (left > 0) {
    const opens = at.withPlainTime({ hour: OPENS });
    const closes = at.withPlainTime({ hour: CLOSES });
    const start = Temporal.ZonedDateTime.compare(at, opens) < 0 ? opens : at;
    const open = start.until(closes).total("minutes");
    if (at.dayOfWeek > 5 || open <= 0) {
      at = at.add({ days: 1 }).withPlainTime({ hour: OPENS });
      continue;
    }
    const used = Math.min(open, left);
    left -= used;
    at = start.add({ minutes: used });
    if (left > 0) at = at.add({ days: 1 }).withPlainTime({ hour: OPENS });
  }
  return at.toInstant();
}

/** Hearers are written to while somebody is at work: weekdays between 8 and 16. */
export function isOfficeTime(at: Temporal.Instant, zone: string): boolean {
  const { hour, dayOfWeek } = at.toZonedDateTimeISO(zone);
  return dayOfWeek <= 5 && hour >= OPENS && hour < CLOSES;
}

/** Nobody has answered in time: the student is told so and chooses; nobody else learns of it by itself. */
export function isLate(state: State, by: Temporal.Instant | null, at: Temporal.Instant): boolean {
  return state === "told" && by !== null && Temporal.Instant.compare(by, at) <= 0;
}
