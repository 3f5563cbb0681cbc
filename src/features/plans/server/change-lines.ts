import type { SeenPlacement } from "#features/placements/server/api.ts";
import { m } from "#messages/server";
import type { Tx } from "#server/database/database.ts";
import { chooseText, type Language, type LocalisedText } from "#shared/language.ts";
import type {
  Guidance,
  PlanDemonstration,
  PlanHours,
  PlanShift,
  PlanTalk,
  TaskWeeks,
} from "../plan.ts";
import type { Difference } from "../plan-differences.ts";
import * as queries from "./plan.queries.ts";

/** More are read on the page. */
const MOST_LINES = 12;
const TAGS = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" } as const;

type Names = {
  readonly language: Language;
  readonly timeZone: string;
  readonly tutor: string;
  readonly tasks: ReadonlyMap<string, LocalisedText>;
  readonly requirements: ReadonlyMap<string, LocalisedText>;
};

/** What the words of the changed lines are made of, read once for all the letters of an edit. */
export async function namesFor(
  tx: Tx,
  placement: SeenPlacement,
  differences: readonly Difference[],
  tutor: string,
): Promise<Omit<Names, "language">> {
  const ids = differences.flatMap((one) => (one.kind === "objective" ? [one.requirementId] : []));
  const requirements = await queries.listRequirements(tx, placement, ids);
  const tasks = await queries.listTasks(tx, placement.workplace_id);
  const { time_zone } = await queries.findProvider(tx, placement.provider_id);
  return {
    timeZone: time_zone,
    tutor,
    tasks: new Map(tasks.map(({ id, name }) => [id, name])),
    requirements: new Map(requirements.map(({ id, plain, text }) => [id, plain ?? text])),
  };
}

/** The changed lines as a letter tells them: what it is about, what stood there and what stands there now. */
export function changeLines(differences: readonly Difference[], names: Names): string {
  const locale = { locale: names.language } as const;
  const lines = differences.slice(0, MOST_LINES).map((one) => `– ${lineOf(one, names)}`);
  const more = differences.length - lines.length;
  return [...lines, ...(more > 0 ? [`– ${m.plan_mail_more({ count: more }, locale)}`] : [])].join(
    "\n",
  );
}

function lineOf(difference: Difference, names: Names): string {
  const locale = { locale: names.language } as const;
  switch (difference.kind) {
    case "task": {
      const { taskId, name, before, after } = difference;
      const title = name ?? wordsOf(names.tasks.get(taskId ?? ""), names);
      const now = after ? weeksText(after, names) : m.plan_task_gone({}, locale);
      return told(title, before && weeksText(before, names), now);
    }
    case "objective": {
      const title = wordsOf(names.requirements.get(difference.requirementId), names);
      const now = difference.after
        ? m.plan_objective_new({}, locale)
        : m.plan_objective_gone({}, locale);
      return told(title, null, now);
    }
    case "talk": {
      const { talk, before, after } = difference;
      const now = after ? talkText(after, names) : m.plan_talk_gone({}, locale);
      return told(TALKS[talk]({}, locale), before && talkText(before, names), now);
    }
    default:
      return partLine(difference, names);
  }
}

const TALKS = {
  start: m.plan_talk_start,
  mid: m.plan_talk_mid,
  end: m.plan_talk_end,
  other: m.plan_talk_other,
};
const TERMS = {
  breaks: m.plan_breaks,
  support: m.plan_support,
  travel: m.plan_travel,
  meals: m.plan_meals,
};

function partLine(
  difference: Exclude<Difference, { kind: "task" | "objective" | "talk" }>,
  names: Names,
): string {
  const locale = { locale: names.language } as const;
  const gone = m.plan_term_gone({}, locale);
  switch (difference.kind) {
    case "hours": {
      const { before, after } = difference;
      return told(
        m.plan_hours({}, locale),
        before && hoursText(before, names),
        hoursText(after, names),
      );
    }
    case "shifts": {
      const [before, after] = [difference.before, difference.after].map((shifts) =>
        shifts.map((shift) => shiftText(shift, names)).join("; "),
      );
      return told(m.plan_shifts({}, locale), before ?? "", after || gone);
    }
    case "demonstration": {
      const { before, after } = difference;
      const now = after ? demonstrationText(after, names) : m.plan_demonstration_gone({}, locale);
      const title = m.plan_demonstration({}, locale);
      return told(title, before && demonstrationText(before, names), now);
    }
    case "guidance": {
      const { before, after } = difference;
      const now = after ? guidanceText(after, names) : gone;
      return told(m.plan_guidance({}, locale), before && guidanceText(before, names), now);
    }
    default:
      return told(TERMS[difference.kind]({}, locale), difference.before, difference.after ?? gone);
  }
}

function told(title: string, before: string | null, now: string): string {
  const parts = before === null || before === "" || before === now ? [now] : [before, now];
  return `${title}: ${parts.map((text) => text.replace(/\s*\n\s*/g, " / ")).join(" → ")}`;
}

function wordsOf(text: LocalisedText | undefined, { language }: Names): string {
  return chooseText(text ?? {}, language)?.text ?? "";
}

function weeksText({ aloneWeeks, withTutorWeeks }: TaskWeeks, { language, tutor }: Names): string {
  const locale = { locale: language } as const;
  const numbers = (weeks: readonly string[]) => ({
    count: weeks.length,
    weeks: weeks.map((week) => Number(week.slice(6))).join(", "),
  });
  return [
    ...(withTutorWeeks.length > 0
      ? [m.plan_weeks_with_tutor({ ...numbers(withTutorWeeks), name: tutor }, locale)]
      : []),
    ...(aloneWeeks.length > 0 ? [m.plan_weeks_alone(numbers(aloneWeeks), locale)] : []),
  ].join(", ");
}

const PLACES = {
  workplace: m.plan_place_workplace,
  video: m.plan_place_video,
  phone: m.plan_place_phone,
  school: m.plan_place_school,
};

function talkText({ at, place }: PlanTalk, { language, timeZone }: Names): string {
  const when = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const day = dayText(when.toPlainDate(), language, "short");
  const where = place === null ? [] : [PLACES[place]({}, { locale: language })];
  return [`${day} ${clockText(when.toPlainTime().toString(), language)}`, ...where].join(", ");
}

function dayText(day: Temporal.PlainDate, language: Language, weekday?: "short"): string {
  return day.toLocaleString(TAGS[language], {
    ...(weekday === undefined ? {} : { weekday }),
    day: "numeric",
    month: "numeric",
    year: "numeric",
  });
}

/** "07:00" as the reader writes a clock: "7:00", "7.00". */
function clockText(clock: string, language: Language): string {
  const short = clock.slice(0, 5).replace(/^0/, "");
  return language === "en" ? short : short.replace(":", ".");
}

function hoursText(hours: PlanHours, { language }: Names): string {
  const minutes = hours.minutesPerWeek % 60;
  const whole = `${Math.floor(hours.minutesPerWeek / 60)} h`;
  return m.plan_hours_text(
    {
      from: clockText(hours.dayStartsAt, language),
      to: clockText(hours.dayEndsAt, language),
      pause: hours.breakMinutes,
      week: minutes === 0 ? whole : `${whole} ${minutes}`,
    },
    { locale: language },
  );
}

function shiftText(shift: PlanShift, { language }: Names): string {
  return m.plan_shift_text(
    {
      from: clockText(shift.dayStartsAt, language),
      to: clockText(shift.dayEndsAt, language),
      pause: shift.breakMinutes,
      on: shift.on,
    },
    { locale: language },
  );
}

function demonstrationText({ startsOn, endsOn, work }: PlanDemonstration, { language }: Names) {
  const [from, to] = [startsOn, endsOn].map((day) =>
    dayText(Temporal.PlainDate.from(day), language),
  );
  return `${from === to ? from : `${from}–${to}`}, ${work}`;
}

const OFTEN = {
  week: m.plan_every_week,
  two_weeks: m.plan_every_two_weeks,
  month: m.plan_every_month,
};
const MEANS = {
  phone: m.plan_by_phone,
  message: m.plan_by_message,
  video: m.plan_by_video,
  visit: m.plan_by_visit,
};

function guidanceText({ every, by, note }: Guidance, { language }: Names): string {
  const locale = { locale: language } as const;
  const means = MEANS[by]({}, locale);
  const text = m.plan_guidance_text({ often: OFTEN[every]({}, locale), means }, locale);
  return note === null ? text : `${text}. ${note}`;
}
