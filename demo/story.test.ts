import { describe, expect, test } from "vitest";
import type { Placement } from "./placement-types.ts";
import plainTexts from "./plain-texts.json" with { type: "json" };
import { tellStory } from "./story.ts";
import type { Moment, Story } from "./story-types.ts";

/** Every weekday, the weekend, the turn of a year with 53 weeks, a leap day and a spring day. */
const DAYS = [
  "2026-11-23",
  "2026-11-24",
  "2026-11-25",
  "2026-11-26",
  "2026-11-27",
  "2026-11-28",
  "2026-11-29",
  "2027-01-01",
  "2028-02-29",
  "2029-04-04",
];

const CODES = new Set(plainTexts.map(({ requirement }) => requirement));
const LAST_THIRTY = Array.from({ length: 30 }, (_, index) => index + 1);
const NOT_BEGUN = ["proposed", "planning", "ready"];
const OVER = ["ended", "closed", "terminated"];

const { PlainDate } = Temporal;

function isWorkday(day: string): boolean {
  return PlainDate.from(day).dayOfWeek <= 5;
}

function age(story: Story, key: string): number {
  const bornOn = story.people.find((person) => person.key === key)?.bornOn;
  if (bornOn === undefined) throw new Error(`${key} has no birthday`);
  return PlainDate.from(bornOn).until(story.today, { largestUnit: "years" }).years;
}

function of(story: Story, student: string): Placement {
  const found = story.placements.find((placement) => placement.student === student);
  if (found === undefined) throw new Error(`${student} has no placement`);
  return found;
}

/** Everything that is said to have happened, with its moment. */
function happened(placement: Placement): Moment[] {
  const { createdAt, suitability, plan, talks, entries, weeks, nudges, ending } = placement;
  return [
    createdAt,
    suitability?.decidedAt,
    ...(plan?.marks ?? []).map(({ at }) => at),
    ...talks.map(({ note }) => note?.at),
    ...entries.map(({ writtenAt }) => writtenAt),
    ...weeks.flatMap(({ sentAt, confirmation, readAt }) => [sentAt, confirmation?.at, readAt]),
    ...nudges.map(({ at }) => at),
    ending?.at,
  ].filter((moment) => moment !== undefined);
}

function isTrueState({ state, startsOn, endsOn }: Placement, today: string): boolean {
  if (state === "running") return startsOn <= today && today <= endsOn;
  if (OVER.includes(state)) return startsOn < endsOn && endsOn < today;
  return startsOn < endsOn && today < startsOn;
}

/** What is wrong with the days of a log: outside, too early, twice, at a weekend, while away. */
function strayDays({ startsOn, endsOn, entries, interruptions }: Placement, today: string) {
  return entries.filter(({ on, writtenAt }, index) => {
    const inside = startsOn <= on && on <= endsOn && on < today && isWorkday(on);
    const away = interruptions.some(({ from, to }) => from <= on && (!to || on <= to));
    const before = entries[index - 1]?.on ?? "";
    return !inside || away || on <= before || writtenAt.on < on;
  });
}

function longWeeks({ weeks, entries, key }: Placement): string[] {
  return weeks.flatMap(({ monday }) => {
    const sunday = PlainDate.from(monday).add({ days: 6 }).toString();
    const own = entries.filter(({ on }) => monday <= on && on <= sunday);
    const minutes = own.reduce((sum, entry) => sum + entry.minutes, 0);
    return own.length > 0 && minutes <= 40 * 60 ? [] : [`${key} ${monday}: ${minutes}`];
  });
}

function wrongWeeks({ weeks, workplace, requirements }: Placement, story: Story) {
  const guides = story.tutors.filter((tutor) => tutor.workplace === workplace);
  return weeks.filter(({ monday, sentAt, confirmation }) => {
    if (PlainDate.from(monday).dayOfWeek !== 1) return true;
    if (confirmation === undefined) return false;
    const { by, outcome, exceptions, cards } = confirmation;
    const known = cards.every(({ requirement }) => requirements.includes(requirement));
    const told = (outcome === "ok") === (exceptions.length === 0);
    const guided = guides.some(({ person }) => person === by);
    return !(sentAt && known && told && guided && cards.length <= 3);
  });
}

function unknownNames(placement: Placement, story: Story): string[] {
  const { entries, plan, suitability, requirements, tutor, deputy, nudges } = placement;
  const place = story.workplaces.find(({ key }) => key === placement.workplace);
  const tasks = new Set(place?.tasks.map(({ key }) => key));
  const people = new Set(story.people.map(({ key }) => key));
  const usedTasks = [
    ...entries.flatMap((entry) => entry.tasks),
    ...(plan?.tasks ?? []).map(({ task }) => task),
    ...(suitability?.coverage ?? []).map(({ task }) => task),
  ];
  const usedPeople = [tutor, deputy, ...nudges.map(({ to }) => to)].filter(
    (one) => one !== undefined,
  );
  const linked = entries.flatMap((entry) => entry.requirements);
  return [
    ...usedTasks.filter((task) => !tasks.has(task)),
    ...usedPeople.filter((person) => !people.has(person)),
    ...linked.filter((code) => !requirements.includes(code)),
    ...requirements.filter((code, index) => !CODES.has(code) || requirements.indexOf(code) < index),
  ];
}

function isSoundDecision({ suitability, requirements, startsOn, state }: Placement): boolean {
  if (suitability === undefined) return true;
  const { coverage, gaps, decidedAt, validUntil, outcome, conditions } = suitability;
  const latest = PlainDate.from(decidedAt.on).add({ years: 1 }).toString();
  const owned = [...coverage, ...gaps].map(({ requirement }) => requirement);
  const covers = requirements.every((code) => owned.includes(code));
  const lasts = !["ready", "running"].includes(state) || startsOn <= validUntil;
  const dated = decidedAt.on <= validUntil && validUntil <= latest;
  const conditional = (outcome === "with_conditions") === conditions.length > 0;
  return dated && lasts && conditional && (covers || outcome === "not_suitable");
}

describe.each(DAYS)("the story told on %s", (today) => {
  const story = tellStory(today);
  const keysOf = (wrong: (placement: Placement) => boolean) =>
    story.placements.filter(wrong).map(({ key }) => key);

  test("is the same when told again", () => {
    expect(tellStory(today)).toEqual(story);
  });

  test("has a placement in every state, with true first and last days", () => {
    const states = new Set(story.placements.map(({ state }) => state));
    expect([...states].toSorted().join(" ")).toBe(
      "cancelled closed ended planning proposed ready running terminated",
    );
    expect(keysOf((placement) => !isTrueState(placement, today))).toEqual([]);
  });

  test("keeps ages: five are 17 and have a guardian", () => {
    const minors = story.students.filter(({ person }) => age(story, person) < 18);
    expect(
      minors
        .map(({ person }) => person)
        .toSorted()
        .join(" "),
    ).toBe("aino-salmela jere-nurmi matias-vesa onni-virtanen ville-kangas");
    const people = story.people.map(({ key }) => key);
    expect(minors.filter(({ guardian = "" }) => !people.includes(guardian))).toEqual([]);
    expect(age(story, "olena-kovalenko")).toBe(34);
  });

  test("lets nothing happen today or later but planned talks", () => {
    expect(keysOf((placement) => happened(placement).some(({ on }) => on >= today))).toEqual([]);
  });

  test("has one entry a working day, inside the placement and outside interruptions", () => {
    expect(story.placements.flatMap((placement) => strayDays(placement, today))).toEqual([]);
  });

  test("keeps hours: absences have none, weeks stay within 40 hours", () => {
    const entries = story.placements.flatMap((placement) => placement.entries);
    const absent = entries.filter(({ absence }) => absence !== undefined);
    const present = entries.filter(({ absence }) => absence === undefined);
    expect(absent.filter(({ minutes, tasks }) => minutes > 0 || tasks.length > 0)).toEqual([]);
    expect(present.filter(({ minutes, tasks }) => minutes < 240 || tasks.length < 1)).toEqual([]);
    expect(story.placements.flatMap(longWeeks)).toEqual([]);
  });

  test("confirms only sent weeks, by people of the workplace, with three cards at most", () => {
    expect(story.placements.flatMap((placement) => wrongWeeks(placement, story))).toEqual([]);
  });

  test("names only requirements, tasks and people that exist", () => {
    expect(story.placements.flatMap((placement) => unknownNames(placement, story))).toEqual([]);
  });

  test("judges every objective: practised there, or a gap with an owner and a day", () => {
    expect(keysOf((placement) => !isSoundDecision(placement))).toEqual([]);
  });

  test("has three marks, a tutor and a decision where the gate is passed", () => {
    const passed = story.placements.filter(({ state }) =>
      ["ready", "running", ...OVER].includes(state),
    );
    const open = passed.filter(({ plan }) => plan?.marks.length !== 3);
    expect(open.map(({ key }) => key).toSorted()).toEqual([
      "minh-anh-nguyen-lehto",
      "siiri-koskinen-kanerva",
    ]);
    expect(passed.filter(({ tutor, suitability }) => !tutor || !suitability)).toEqual([]);
    expect(keysOf(({ state, entries }) => NOT_BEGUN.includes(state) && entries.length > 0)).toEqual(
      [],
    );
  });

  test("notes exactly the talks that were held, one of each kind", () => {
    const talks = story.placements.flatMap((placement) => placement.talks);
    expect(talks.filter(({ held, note }) => held !== (note !== undefined))).toEqual([]);
    expect(talks.filter(({ held, at }) => !isWorkday(at.on) || (held && at.on >= today))).toEqual(
      [],
    );
    const twice = story.placements.filter((placement) => {
      const kinds = placement.talks.map(({ kind }) => kind).filter((kind) => kind !== "other");
      return new Set(kinds).size < kinds.length;
    });
    expect(twice).toEqual([]);
  });

  test("keeps the silences: Emil's tutor, Veeti's log, Fatima's talks", () => {
    const emil = of(story, "emil-lindqvist").weeks;
    expect(emil.filter(({ sentAt, confirmation }) => sentAt && !confirmation)).toHaveLength(3);
    const last = of(story, "veeti-rantanen").entries.at(-1)?.on ?? "";
    const days = LAST_THIRTY.map((count) =>
      PlainDate.from(today).subtract({ days: count }).toString(),
    );
    expect(days.filter((day) => last < day && isWorkday(day))).toHaveLength(4);
    const talk = of(story, "fatima-hassan").talks.findLast(({ held }) => held);
    const silent = PlainDate.from(talk?.at.on ?? today).until(today).days;
    expect([42, 43, 44]).toContain(silent);
  });
});
