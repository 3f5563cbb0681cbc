import type { StoryCalendar } from "../calendar.ts";
import type { Ending, Interruption, Nudge, Placement, Talk } from "../placement-types.ts";
import type { Language, Student } from "../story-types.ts";
import { workplaceDrafts } from "../workplaces/workplaces.ts";
import { buildEntries } from "./build-log.ts";
import { buildPlan, buildSuitability } from "./build-plan.ts";
import { buildWeeks } from "./build-weeks.ts";
import type { PlacementDraft, TalkDraft } from "./placement-draft.ts";

/** Who the placement is about, as the people's files tell it. */
export interface Cast {
  readonly student: Student;
  /** The language the student writes in. */
  readonly studentLanguage: Language;
  /** The language the tutor writes remarks in. */
  readonly tutorLanguage: Language;
}

/** Turns a told placement into days, entries and weeks of the calendar. */
export function buildPlacement(
  calendar: StoryCalendar,
  draft: PlacementDraft,
  { student, studentLanguage, tutorLanguage }: Cast,
): Placement {
  const { teacher, provider } = student;
  const workplace = workplaceDrafts.find(({ key }) => key === draft.workplace);
  if (workplace === undefined) throw new RangeError(`No workplace ${draft.workplace}`);
  const entries = buildEntries(calendar, draft, studentLanguage);
  const created = { week: Math.min(draft.starts.week - 4, -2), weekday: 2 } as const;
  return {
    key: `${draft.student}-${draft.workplace}`,
    provider,
    student: draft.student,
    teacher,
    workplace: draft.workplace,
    ...(draft.tutor === undefined ? {} : { tutor: draft.tutor }),
    ...(draft.deputy === undefined ? {} : { deputy: draft.deputy }),
    basis: draft.basis ?? "training_agreement",
    state: draft.state,
    startsOn: calendar.day(draft.starts),
    endsOn: calendar.day(draft.ends),
    hoursPerWeek: draft.hoursPerWeek ?? 37.5,
    partTimePercent: draft.partTimePercent ?? 100,
    units: draft.units,
    requirements: draft.requirements,
    createdAt: calendar.moment(created, "10:15"),
    createdBy: teacher,
    ...(draft.suitability === undefined
      ? {}
      : { suitability: buildSuitability(calendar, draft, draft.suitability, workplace, teacher) }),
    ...(draft.plan === undefined
      ? {}
      : { plan: buildPlan(calendar, draft, draft.plan, workplace, teacher) }),
    talks: draft.talks
      .map((talk) => buildTalk(calendar, draft, talk, teacher))
      .toSorted((one, other) => one.at.on.localeCompare(other.at.on)),
    interruptions: buildInterruptions(calendar, draft),
    entries,
    weeks: buildWeeks(calendar, draft, entries, tutorLanguage === "sv" ? "sv" : "fi"),
    nudges: (draft.nudges ?? []).map(
      ({ on, at, ...nudge }): Nudge => ({ ...nudge, by: teacher, at: calendar.moment(on, at) }),
    ),
    ...(draft.ending === undefined ? {} : { ending: buildEnding(calendar, draft.ending) }),
  };
}

function buildTalk(
  calendar: StoryCalendar,
  draft: PlacementDraft,
  talk: TalkDraft,
  teacher: string,
): Talk {
  const at = calendar.moment(talk.on, talk.at);
  const planned = {
    kind: talk.kind,
    at,
    minutes: talk.minutes ?? 20,
    place: talk.place ?? ("workplace" as const),
  };
  if (talk.note === undefined || !calendar.isPast(talk.on)) return { ...planned, held: false };
  const parties = [draft.student, ...(draft.tutor === undefined ? [] : [draft.tutor]), teacher];
  const by = { student: draft.student, tutor: draft.tutor ?? teacher, teacher }[
    talk.by ?? "teacher"
  ];
  const confirmedBy = talk.confirmed === false ? [] : parties.filter((party) => party !== by);
  return {
    ...planned,
    held: true,
    note: { by, at: calendar.moment(talk.on, "15:50"), text: talk.note, confirmedBy },
  };
}

function buildInterruptions(calendar: StoryCalendar, draft: PlacementDraft): Interruption[] {
  return (draft.interruptions ?? []).map(({ reason, from, to }) => {
    const open = { reason, from: calendar.day(from) };
    return to === undefined ? open : { ...open, to: calendar.day(to) };
  });
}

function buildEnding(
  calendar: StoryCalendar,
  { on, heardOn, ...ending }: NonNullable<PlacementDraft["ending"]>,
): Ending {
  const ended = { ...ending, at: calendar.moment(on, "13:45") };
  return heardOn === undefined ? ended : { ...ended, heardOn: calendar.day(heardOn) };
}
