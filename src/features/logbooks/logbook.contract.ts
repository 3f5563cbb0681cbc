import { z } from "zod";
import {
  ability,
  day,
  id,
  instant,
  localisedText,
  route,
  typed,
  week,
} from "#shared/route.contract.ts";
import {
  ABSENCES,
  AUDIENCES,
  LONGEST_PARAGRAPH,
  MOST_MINUTES_A_DAY,
  MOST_PARAGRAPHS,
} from "./logbook.ts";
import { CONFIRMATION_KINDS } from "./logbook-week.ts";
import { CARD_LEVELS, MOST_CARDS } from "./week-cards.ts";

const paragraph = z.object({ audience: z.enum(AUDIENCES), text: typed(LONGEST_PARAGRAPH) });
const task = z.union([z.object({ taskId: id }), z.object({ name: typed(200) })]);
const uniqueIds = z
  .array(id)
  .max(40)
  .refine((ids) => new Set(ids).size === ids.length, "repeated");

const dayContent = z.object({
  minutes: z.int().min(0).max(MOST_MINUTES_A_DAY).meta({ description: "Worked minutes" }),
  absence: z.enum(ABSENCES).nullable(),
  tasks: z.array(task).max(20),
  paragraphs: z.array(paragraph).max(MOST_PARAGRAPHS),
  requirementIds: uniqueIds,
});

const placementDay = z.object({ placementId: id, day });
const placementWeek = z.object({ placementId: id, week });

const stamp = z.object({
  writtenAt: instant,
  receivedAt: instant,
  /** Whole days between the day told about and the first writing; 0 = on the day. */
  writtenDaysLater: z.int(),
  /** The same for its arrival at the server. */
  receivedDaysLater: z.int(),
  /** The newest edit that this reader sees; null = as it arrived. */
  editedAt: instant.nullable(),
});

export const writeDay = route({
  method: "PUT",
  path: "/api/placements/{placementId}/days/{day}",
  summary:
    "Write or edit the student's one entry of a day; an edit takes If-Match. Sent again with the same entryId and content it answers the present state",
  gate: "signedIn",
  params: placementDay,
  // Twelve paragraphs of 4,000 characters, each up to six bytes in JSON.
  bodyLimit: 320 * 1024,
  body: dayContent
    .extend({ entryId: z.uuidv7(), writtenAt: z.iso.datetime({ offset: true }) })
    .refine(({ minutes, absence }) => absence === null || minutes === 0, {
      path: ["minutes"],
      message: "absent",
    }),
  answer: stamp.extend({ entryId: id, version: z.int(), savedAt: instant }),
  refusals: {
    not_running: 409,
    log_closed: 409,
    day_outside: 409,
    day_in_future: 409,
    day_interrupted: 409,
    day_written: 409,
    entry_id_taken: 409,
    week_confirmed: 409,
    not_an_objective: 422,
    unknown_task: 422,
  },
});

const person = z.object({ givenName: z.string(), familyName: z.string() });

export const readDay = route({
  method: "GET",
  path: "/api/placements/{placementId}/days/{day}",
  summary:
    "One day of the logbook with the paragraphs this reader may read, and for the student what can be linked",
  gate: "signedIn",
  look: "day",
  params: placementDay,
  answer: z.object({
    placementId: id,
    day,
    week,
    today: day,
    workplaceName: z.string(),
    providerName: localisedText,
    student: person,
    tutor: person.nullable(),
    teacher: person,
    entry: dayContent
      .extend(stamp.shape)
      .extend({
        entryId: id,
        /** For the writer, who edits from it; null for readers, whom it would tell of edits they do not see. */
        version: z.int().nullable(),
      })
      .nullable(),
    interrupted: z.boolean(),
    /** The tutor has found this day's hours right: they stay. */
    hoursLocked: z.boolean(),
    /** The readers' side of the student's page; empty for everybody else. */
    objectives: z.array(
      z.object({ requirementId: id, name: localisedText, practised: z.boolean() }),
    ),
    tasks: z.array(z.object({ taskId: id, name: localisedText, planned: z.boolean() })),
    suggestedMinutes: z.int(),
    lastAudience: z.enum(AUDIENCES),
    abilities: z.object({ write: ability }),
  }),
});

const card = z.object({ requirementId: id, level: z.enum(CARD_LEVELS) });
const hand = z.object({
  givenName: z.string(),
  familyName: z.string(),
  /** The colleague who acted in this person's seat, as they named themselves. */
  actingName: z.string().nullable(),
});

const confirmation = z.object({
  kind: z.enum(CONFIRMATION_KINDS),
  exceptions: z.array(z.object({ day, text: z.string() })),
  remark: z.string().nullable(),
  cards: z.array(card),
  at: instant,
  by: hand,
  undoUntil: instant,
  /** Why the tutor is asked once more: the student has written since. */
  lookAgain: z.enum(["corrected", "new_day"]).nullable(),
});

const mark = z.object({
  party: z.enum(["student", "tutor", "teacher"]),
  name: z.string().nullable(),
  isYou: z.boolean(),
  state: z.enum(["open", "turn", "done", "disagrees"]),
  at: instant.nullable(),
});

export const readWeek = route({
  method: "GET",
  path: "/api/placements/{placementId}/weeks/{week}",
  summary:
    "One week: its days, the three marks, the cards to ask about and the confirmation; changes nothing",
  gate: "signedIn",
  look: "week",
  params: placementWeek,
  answer: z.object({
    placementId: id,
    week,
    previousWeek: week.nullable(),
    nextWeek: week.nullable(),
    today: day,
    workplaceName: z.string(),
    providerName: localisedText,
    student: person,
    tutor: person.nullable(),
    teacher: person,
    days: z.array(
      z.object({
        day,
        kind: z.enum(["entry", "absence", "none", "to_come", "interruption", "outside"]),
        minutes: z.int(),
        absence: z.enum(ABSENCES).nullable(),
        tasks: z.array(localisedText),
        /** The beginning of the first paragraph for all three. */
        text: z.string().nullable(),
        writtenDaysLater: z.int(),
        exception: z.string().nullable(),
      }),
    ),
    totalMinutes: z.int(),
    sentAt: instant.nullable(),
    sendAgainFrom: instant.nullable(),
    readAt: instant.nullable(),
    marks: z.array(mark),
    cards: z.array(
      z.object({
        requirementId: id,
        name: localisedText,
        seenWhen: localisedText.nullable(),
        level: z.enum(CARD_LEVELS).nullable(),
      }),
    ),
    confirmation: confirmation.nullable(),
    abilities: z.object({
      write: ability,
      send: ability,
      confirm: ability,
      undo: ability,
      read: ability,
    }),
  }),
});

const weekRefusals = {
  week_outside: 409,
  week_in_future: 409,
  not_running: 409,
  nothing_written: 409,
} as const;

export const sendWeek = route({
  method: "POST",
  path: "/api/placements/{placementId}/weeks/{week}/sending",
  summary:
    "Send the week to the tutor as a personal link by mail; again after a day is a reminder, sooner it changes nothing",
  gate: "signedIn",
  params: placementWeek,
  answer: z.object({
    sentAt: instant.nullable(),
    sendAgainFrom: instant.nullable(),
    mailed: z.boolean(),
  }),
  refusals: { ...weekRefusals, no_tutor: 409, no_address: 409 },
});

const cards = z
  .array(card)
  .max(MOST_CARDS)
  .refine(
    (list) => new Set(list.map(({ requirementId }) => requirementId)).size === list.length,
    "repeated",
  );
const remark = typed(2_000).nullable();
const exceptions = z
  .array(z.object({ day, text: typed(1_000) }))
  .min(1)
  .max(7)
  .refine((list) => new Set(list.map((entry) => entry.day)).size === list.length, "repeated");

export const confirmWeek = route({
  method: "POST",
  path: "/api/placements/{placementId}/weeks/{week}/confirmation",
  summary:
    "The tutor says week OK or names exceptions, with up to three cards; a week already confirmed answers with its state",
  gate: "signedIn",
  params: placementWeek,
  body: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("ok"), remark, cards }),
    z.object({ kind: z.literal("exceptions"), exceptions, remark, cards }),
  ]),
  answer: z.object({ confirmation, already: z.boolean() }),
  refusals: { ...weekRefusals, day_outside: 422, not_an_objective: 422 },
});

export const undoConfirmation = route({
  method: "DELETE",
  path: "/api/placements/{placementId}/weeks/{week}/confirmation",
  summary:
    "Take a confirmation back: within 10 minutes, by the one who gave it, before the teacher has read it",
  gate: "signedIn",
  params: placementWeek,
  answer: z.object({ confirmation: z.null() }),
  refusals: { undo_too_late: 409, already_read: 409 },
});

export const markWeekRead = route({
  method: "POST",
  path: "/api/placements/{placementId}/weeks/{week}/reading",
  summary: "The teacher has read a confirmed week",
  gate: "signedIn",
  params: placementWeek,
  answer: z.object({ readAt: instant }),
  refusals: { not_confirmed: 409 },
});
