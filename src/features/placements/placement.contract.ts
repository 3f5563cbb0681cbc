import { z } from "zod";
import {
  ability,
  day,
  done,
  id,
  instant,
  language,
  localisedText,
  route,
  week,
} from "#shared/route.contract.ts";
import { BASES, ENDING_GROUNDS, STATES } from "./placement.ts";

const state = z.enum(STATES);
const person = z.object({ id, givenName: z.string(), familyName: z.string() });
const contact = person.extend({
  phone: z.string().nullable(),
  email: z.string().nullable(),
  title: z.string().nullable(),
});
const party = z.enum(["student", "tutor", "teacher"]);
const relation = z.enum(["student", "tutor", "teacher", "coordinator"]);
const params = z.object({ placementId: id });

const gateRow = z.object({
  code: z.string(),
  verdict: z.enum(["met", "missing", "not_needed"]),
  reason: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fixers: z.array(
    z.object({
      role: z.string(),
      personId: id.nullable(),
      givenName: z.string(),
      familyName: z.string(),
    }),
  ),
  step: z.enum(["review_suitability", "name_tutor", "open_plan"]).nullable(),
});

const ribbonWeek = z.object({
  week,
  state: z.enum(["confirmed", "waits", "missing", "away", "ahead", "now"]),
});

const talk = z.object({
  id,
  kind: z.enum(["start", "mid", "end", "other"]),
  plannedAt: instant.nullable(),
  minutes: z.int().nullable(),
  place: z.string().nullable(),
  heldAt: instant.nullable(),
  note: z.string().nullable(),
  notedBy: z.string().nullable(),
  confirmedBy: z.array(id),
});

const interruption = z.object({ startsOn: day, endsOn: day.nullable(), reason: z.string() });
const mark = z.object({ party, name: z.string(), at: instant });
const planMarks = z.object({ number: z.int(), editedAt: instant, marks: z.array(mark) });
const weekFacts = z.object({
  week,
  sentAt: instant.nullable(),
  kind: z.enum(["ok", "exceptions"]).nullable(),
  confirmedAt: instant.nullable(),
  confirmedBy: z.string().nullable(),
  readAt: instant.nullable(),
});

const objective = z.object({
  requirementId: id,
  unitId: id,
  text: localisedText,
  plain: localisedText.nullable(),
  seenWhen: localisedText.nullable(),
  progress: z.enum(["not_yet", "practised", "confirmed"]),
});

export const placementAnswer = z.object({
  id,
  version: z.int(),
  providerId: id,
  providerName: localisedText,
  timeZone: z.string(),
  today: day,
  relation,
  state,
  stateReason: z.string().nullable(),
  basis: z.enum(BASES),
  startsOn: day,
  endsOn: day,
  partTimePercent: z.int(),
  minutesPerWeek: z.int().nullable(),
  student: contact.extend({ underage: z.boolean(), turns18On: day.nullable() }),
  tutor: contact.nullable(),
  teacher: contact,
  workplace: z.object({
    id,
    name: z.string(),
    employerName: z.string(),
    street: z.string().nullable(),
    municipality: z.string(),
  }),
  units: z.array(
    z.object({
      id,
      name: localisedText,
      requirements: z.array(objective.omit({ plain: true, seenWhen: true })),
    }),
  ),
  ribbon: z.array(ribbonWeek),
  weeks: z.array(weekFacts),
  talks: z.array(talk),
  interruptions: z.array(interruption),
  gate: z.array(gateRow),
  plan: planMarks.nullable(),
  objectives: z.array(objective),
  nudges: z.array(z.object({ toPerson: id, about: z.string(), at: instant, by: z.string() })),
  abilities: z.object({
    move: ability,
    nameTutor: ability,
    noteTalk: ability,
    inviteTutor: ability,
    nudge: ability,
  }),
});

export const readPlacement = route({
  method: "GET",
  path: "/api/placements/{placementId}",
  summary: "One placement as its parties see it: ribbon, gate, talks, objectives, people",
  gate: "signedIn",
  params,
  answer: placementAnswer,
});

const boardRow = z.object({
  placementId: id,
  student: person.extend({ age: z.int().nullable() }),
  unitName: localisedText.nullable(),
  workplaceName: z.string(),
  tutor: person.extend({ phone: z.string().nullable() }).nullable(),
  state,
  startsOn: day,
  endsOn: day,
  ribbon: z.array(ribbonWeek),
  group: z.enum(["needs_me", "waits_for_others", "in_order"]),
  reason: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  action: z.string(),
  daysSinceTalk: z.int().nullable(),
  deed: z.object({
    kind: z.enum(["plan", "week"]),
    week: week.nullable(),
    marks: z.object({ student: z.string(), tutor: z.string(), teacher: z.string() }),
  }),
});

export const readBoard = route({
  method: "GET",
  path: "/api/board",
  summary: "The teacher's students, who needs me first, each with its reason and one action",
  gate: { roles: ["teacher"] },
  answer: z.object({ today: day, timeZone: z.string(), rows: z.array(boardRow) }),
});

const startRow = z.object({
  placementId: id,
  student: person,
  workplaceName: z.string(),
  teacher: person,
  startsOn: day,
  state,
  gate: z.array(gateRow),
});

export const readStarts = route({
  method: "GET",
  path: "/api/starts",
  summary: "Placements that start in a month, with what blocks each and who can fix it",
  gate: { roles: ["coordinator"] },
  query: z.object({
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .optional(),
  }),
  answer: z.object({
    today: day,
    month: z.string(),
    rows: z.array(startRow),
    months: z.array(z.object({ month: z.string(), blocked: z.int(), starting: z.int() })),
    endingDecisions: z.array(
      z.object({
        placementId: id,
        workplaceName: z.string(),
        studentName: z.string(),
        validUntil: day,
      }),
    ),
  }),
});

const listRow = z.object({
  placementId: id,
  student: person,
  workplaceName: z.string(),
  tutorName: z.string().nullable(),
  teacherName: z.string(),
  state,
  startsOn: day,
  endsOn: day,
  ribbon: z.array(ribbonWeek),
});

export const listPlacements = route({
  method: "GET",
  path: "/api/placements",
  summary: "All placements the reader may see, newest first day first",
  gate: "signedIn",
  query: z.object({
    state: z.enum(["before", "running", "over"]).optional(),
    find: z.string().max(80).optional(),
    after: id.optional(),
  }),
  answer: z.object({ today: day, rows: z.array(listRow), next: id.nullable() }),
});

const waiting = z.object({
  kind: z.enum(["week", "plan", "talk"]),
  placementId: id,
  studentName: z.string(),
  providerName: localisedText,
  week: week.nullable(),
  talkId: id.nullable(),
  talkKind: z.string().nullable(),
  since: instant.nullable(),
  seconds: z.int(),
  marks: z.object({ student: z.string(), tutor: z.string(), teacher: z.string() }).nullable(),
  parties: z.object({ student: z.string(), tutor: z.string(), teacher: z.string() }),
});

export const readTutorHome = route({
  method: "GET",
  path: "/api/tutor/home",
  summary: "What waits for the tutor, longest first, and their students at every school",
  gate: "signedIn",
  answer: z.object({
    today: day,
    workplaceName: z.string().nullable(),
    waiting: z.array(waiting),
    students: z.array(
      listRow.extend({
        providerId: id,
        providerName: localisedText,
        unitName: localisedText.nullable(),
        underage: z.boolean(),
      }),
    ),
  }),
});

export const readStudentHome = route({
  method: "GET",
  path: "/api/student/home",
  summary: "The student's running or next placement, and the earlier ones",
  gate: { roles: ["student"] },
  answer: z.object({
    today: day,
    current: placementAnswer.nullable(),
    entries: z.array(z.object({ day, minutes: z.int(), absence: z.string().nullable() })),
    others: z.array(listRow),
  }),
});

export const readProposalChoices = route({
  method: "GET",
  path: "/api/placement-choices",
  summary: "Students, workplaces, teachers and units a new placement can be made of",
  gate: { roles: ["teacher", "coordinator"] },
  answer: z.object({
    students: z.array(person.extend({ providerId: id, running: z.boolean() })),
    teachers: z.array(person.extend({ providerId: id })),
    workplaces: z.array(
      z.object({
        id,
        name: z.string(),
        municipality: z.string(),
        tutors: z.array(person.extend({ title: z.string().nullable() })),
        taskNames: z.array(localisedText),
      }),
    ),
    frameworks: z.array(
      z.object({
        versionId: id,
        name: localisedText,
        units: z.array(z.object({ id, name: localisedText, requirements: z.int() })),
      }),
    ),
  }),
});

export const proposePlacement = route({
  method: "POST",
  path: "/api/placements",
  summary: "Propose a placement: student, workplace, period, units",
  gate: { roles: ["teacher", "coordinator"] },
  body: z.object({
    id,
    providerId: id,
    studentId: id,
    workplaceId: id,
    teacherId: id,
    tutorId: id.nullable(),
    frameworkVersionId: id,
    unitIds: z.array(id).min(1).max(20),
    basis: z.enum(BASES),
    startsOn: day,
    endsOn: day,
    partTimePercent: z.int().min(1).max(100).default(100),
  }),
  answer: z.object({ id, version: z.int() }),
  refusals: { ends_before_start: 422, period_too_long: 422, unknown_choice: 422, id_taken: 409 },
});

export const movePlacement = route({
  method: "POST",
  path: "/api/placements/{placementId}/moves",
  summary:
    "Move a placement along its life: planning, ready, running, ended, closed, cancelled, terminated",
  gate: "signedIn",
  params,
  body: z.object({
    to: state,
    reason: z.string().trim().min(2).max(500).nullable(),
    ending: z
      .object({ ground: z.enum(ENDING_GROUNDS), heardOn: day, onProbation: z.boolean() })
      .nullable(),
  }),
  answer: z.object({ state, version: z.int() }),
  refusals: {
    wrong_state: 409,
    gate_closed: 409,
    not_yet_first_day: 409,
    reason_missing: 422,
    ending_missing: 422,
  },
});

export const nameTutor = route({
  method: "PUT",
  path: "/api/placements/{placementId}/tutor",
  summary: "Name the responsible tutor, one of the workplace's people or a new one",
  gate: "signedIn",
  params,
  body: z.union([
    z.object({ tutorId: id }),
    z.object({
      givenName: z.string().trim().min(1).max(80),
      familyName: z.string().trim().min(1).max(80),
      email: z.email().max(200),
      phone: z
        .string()
        .regex(/^[\d\s+()-]{5,40}$/)
        .nullable(),
      title: z.string().trim().max(80).nullable(),
      language,
    }),
  ]),
  answer: z.object({ tutorId: id, version: z.int() }),
  refusals: { unknown_choice: 422 },
});

export const inviteTutor = route({
  method: "POST",
  path: "/api/placements/{placementId}/tutor/links",
  summary: "Mail the tutor a personal link to this placement; older links to it end",
  gate: "signedIn",
  params,
  answer: z.object({ sentTo: z.string() }),
  refusals: { no_tutor: 409, no_address: 409, too_soon: 429 },
});

export const noteTalk = route({
  method: "POST",
  path: "/api/placements/{placementId}/talks",
  summary: "Note a talk that was held; the others confirm it with one tap",
  gate: "signedIn",
  params,
  body: z.object({
    kind: z.enum(["start", "mid", "end", "other"]),
    heldOn: day,
    note: z.string().trim().min(2).max(2000),
  }),
  answer: z.object({ talkId: id }),
  refusals: { in_future: 422, already_noted: 409 },
});

export const confirmTalk = route({
  method: "POST",
  path: "/api/placements/{placementId}/talks/{talkId}/confirmations",
  summary: "Confirm another's note of a talk",
  gate: "signedIn",
  params: params.extend({ talkId: id }),
  answer: done,
  refusals: { not_held: 409 },
});

export const nudge = route({
  method: "POST",
  path: "/api/placements/{placementId}/nudges",
  summary: "Remind the one who is missing; a cooldown is shown to all",
  gate: "signedIn",
  params,
  body: z.object({
    to: party,
    about: z.enum(["week", "entry", "plan", "talk"]),
    week: week.nullable(),
  }),
  answer: z.object({ sentTo: z.string(), nextAt: instant }),
  refusals: { too_soon: 429, no_tutor: 409, no_address: 409 },
});
