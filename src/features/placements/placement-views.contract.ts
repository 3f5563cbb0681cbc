import { z } from "zod";
import { day, id, instant, localisedText, route, storable, week } from "#shared/route.contract.ts";
import { gateRow, person, placementAnswer, ribbonWeek, state } from "./placement-page.contract.ts";

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
    find: storable(80).optional(),
    after: id.optional(),
  }),
  answer: z.object({ today: day, rows: z.array(listRow), next: id.nullable() }),
});

const waiting = z.object({
  kind: z.enum(["week", "plan", "talk", "cards"]),
  placementId: id,
  studentName: z.string(),
  providerName: localisedText,
  week: week.nullable(),
  talkId: id.nullable(),
  talkKind: z.string().nullable(),
  /** Cards that are left to sort. */
  cards: z.int().nullable(),
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
