import { jsonArrayFrom } from "kysely/helpers/postgres";
import { type Relation, relationOf } from "#features/placements/placement.policy.ts";
import { visibleTo } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { type Answer, view } from "#server/deed.ts";
import type { Ability } from "#shared/ability.ts";
import type { Actor } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { weekOf } from "#shared/week.ts";
import { readDay } from "../logbook.contract.ts";
import { audiencesOf, mayWriteDay } from "../logbook.policy.ts";
import { type DayFacts, holds, judgeDay } from "../logbook.ts";
import { plannedTaskIds, suggestedMinutes } from "../plan-hints.ts";
import { dayOfPlacement } from "./day.queries.ts";
import { findLinks } from "./day-links.queries.ts";
import {
  asAudience,
  contentOf,
  dayFactsOf,
  type EntryRow,
  isHoursLocked,
  stampOf,
} from "./day-row.ts";

type DayAnswer = Answer<typeof readDay>;

/** One day as this reader may read it; the student also gets what the day can be linked to. */
export const readDayRoute = view(readDay, async ({ tx, actor, at }, { params }) => {
  const day = Temporal.PlainDate.from(params.day);
  const seats = await findSeats(tx, actor, params.placementId);
  if (seats === undefined || params.day < seats.starts_on || params.day > seats.ends_on) {
    return refuse("not_found");
  }
  const relation = relationOf(actor, seats);
  const week = weekOf(day);
  const row = await dayOfPlacement(tx, params.day, week, audiencesOf(relation))
    .where("placement.provider_id", "=", seats.provider_id)
    .where("placement.id", "=", seats.id)
    .executeTakeFirstOrThrow();
  const facts = dayFactsOf(row, at);
  return accept({
    placementId: seats.id,
    day: params.day,
    week,
    today: facts.today.toString(),
    workplaceName: seats.workplace_name,
    providerName: seats.provider_name,
    student: nameOf(seats.student),
    tutor: seats.tutor === null ? null : nameOf(seats.tutor),
    teacher: nameOf(seats.teacher),
    entry: row.entry === null ? null : entryAnswer(row.entry, relation, day, row.time_zone),
    interrupted: facts.interruptions.some((interval) => holds(interval, day)),
    hoursLocked: row.entry !== null && isHoursLocked(row.entry, row),
    ...(await linksFor(tx, relation, seats, week)),
    abilities: { write: abilityToWrite(relation, facts, day) },
  });
});

async function findSeats(tx: Tx, actor: Actor, placementId: string) {
  const found = await tx
    .selectFrom("placement")
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .where("placement.id", "=", placementId)
    .where(visibleTo(actor))
    .select([
      "placement.id",
      "placement.provider_id",
      "placement.student_id",
      "placement.teacher_id",
      "placement.tutor_id",
      "placement.workplace_id",
      "placement.starts_on",
      "placement.ends_on",
      "workplace.name as workplace_name",
      "provider.name as provider_name",
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("person")
          .select(["person.id", "person.given_name", "person.family_name"])
          .where((person) =>
            person("person.id", "in", [
              person.ref("placement.student_id"),
              person.ref("placement.teacher_id"),
              person.ref("placement.tutor_id"),
            ]),
          ),
      ).as("people"),
    )
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const named = (personId: string | null) => found.people.find(({ id }) => id === personId) ?? null;
  const [student, teacher] = [named(found.student_id), named(found.teacher_id)];
  if (student === null || teacher === null)
    throw new Error("a placement has a student and a teacher");
  return { ...found, student, teacher, tutor: named(found.tutor_id) };
}

type Seats = NonNullable<Awaited<ReturnType<typeof findSeats>>>;

function nameOf({ given_name, family_name }: { given_name: string; family_name: string }) {
  return { givenName: given_name, familyName: family_name };
}

function entryAnswer(
  row: EntryRow,
  relation: Relation,
  day: Temporal.PlainDate,
  timeZone: string,
): DayAnswer["entry"] {
  const { minutes, absence, tasks, paragraphs, requirementIds } = contentOf(row);
  return {
    entryId: row.id,
    version: relation === "student" ? row.version : null,
    minutes,
    absence,
    tasks: [...tasks],
    paragraphs: [...paragraphs],
    requirementIds: [...requirementIds],
    ...stampOf({ ...row, edited_at: editedFor(relation, row) }, day, timeZone),
  };
}

/** An edit of what this reader does not read leaves no trace for them, not even its time. */
function editedFor(relation: Relation, row: EntryRow): string | null {
  return audiencesOf(relation).includes("teacher") ? row.edited_at : row.edited_for_tutor_at;
}

function abilityToWrite(relation: Relation, facts: DayFacts, day: Temporal.PlainDate): Ability {
  const may = mayWriteDay(relation);
  if (!may.allowed) return may;
  const open = judgeDay(facts, day);
  return open.ok ? may : { allowed: false, reason: open.refusal.code };
}

type Links = Pick<DayAnswer, "objectives" | "tasks" | "suggestedMinutes" | "lastAudience">;

async function linksFor(tx: Tx, relation: Relation, seats: Seats, week: string): Promise<Links> {
  const row = await findLinks(tx, seats, seats.workplace_id);
  const planned = plannedTaskIds(row.plan, week);
  return {
    objectives: row.objectives.map(({ id, text, plain, practised }) => ({
      requirementId: id,
      name: plain ?? text,
      practised,
    })),
    tasks: row.tasks.map(({ id, name }) => ({ taskId: id, name, planned: planned.includes(id) })),
    suggestedMinutes: suggestedMinutes(row.plan),
    lastAudience: relation === "student" ? asAudience(row.last_audience) : "private",
  };
}
