import { type Relation, relationOf } from "#features/placements/placement.policy.ts";
import { visibleTo } from "#features/placements/server/api.ts";
import { type Answer, view } from "#server/deed.ts";
import type { Ability } from "#shared/ability.ts";
import type { Actor } from "#shared/actor.ts";
import { accept, type Outcome, refuse } from "#shared/outcome.ts";
import { type IsoWeek, mondayOf, parseWeek, weekOf } from "#shared/week.ts";
import { readWeek } from "../logbook.contract.ts";
import {
  audiencesOf,
  mayConfirmWeek,
  mayReadWeek,
  maySendWeek,
  mayUndoConfirmation,
  mayWriteDay,
} from "../logbook.policy.ts";
import {
  daysInside,
  judgeConfirming,
  judgeReading,
  judgeSending,
  judgeUndo,
  lookAgain,
  marksOf,
  sendAgainFrom,
  type WeekFacts,
} from "../logbook-week.ts";
import { cardsOf } from "./week-cards-row.ts";
import { daysOf } from "./week-days-row.ts";
import { findWeekPage, type WeekPageRow } from "./week-page.queries.ts";
import { confirmationOf, handOf, myHand, weekFactsOf } from "./week-row.ts";

type WeekAnswer = Answer<typeof readWeek>;

/** One week in one statement: the page behind the tutor's link. Looking changes nothing. */
export const readWeekRoute = view(readWeek, async ({ tx, actor, at }, { params }) => {
  const week = parseWeek(params.week);
  if (week === undefined) return refuse("not_found");
  const row = await findWeekPage(tx, week, (eb) =>
    eb.and([eb("placement.id", "=", params.placementId), visibleTo(actor)(eb)]),
  );
  if (row === undefined) return refuse("not_found");
  const facts = weekFactsOf(row, week, at);
  if (daysInside(week, facts) === null) return refuse("not_found");
  const relation = relationOf(actor, row);
  const confirmation = confirmationOf(row, facts);
  const lastLetterAt = lastLetterOf(row);
  return accept({
    placementId: row.id,
    week,
    previousWeek: neighbour(facts, -1),
    nextWeek: neighbour(facts, 1),
    today: facts.today.toString(),
    workplaceName: row.workplace_name,
    providerName: row.provider_name,
    ...peopleOf(row),
    days: daysOf(row, facts, {
      texts: audiencesOf(relation).includes("all"),
      weekend: relation === "student" && confirmation === null,
      exceptions: confirmation?.exceptions ?? [],
    }),
    totalMinutes: Number(row.minutes ?? 0),
    sentAt: facts.sentAt?.toString() ?? null,
    sendAgainFrom: lastLetterAt === null ? null : sendAgainFrom(lastLetterAt).toString(),
    readAt: facts.readAt?.toString() ?? null,
    marks: marks(row, facts, actor, relation),
    cards: cardsOf(row, confirmation),
    confirmation,
    abilities: abilities(row, facts, { actor, relation, at, lastLetterAt }),
  });
});

function peopleOf(row: WeekPageRow): Pick<WeekAnswer, "student" | "tutor" | "teacher"> {
  return {
    student: { givenName: row.student_given_name, familyName: row.student_family_name },
    tutor:
      row.tutor_given_name === null || row.tutor_family_name === null
        ? null
        : { givenName: row.tutor_given_name, familyName: row.tutor_family_name },
    teacher: { givenName: row.teacher_given_name, familyName: row.teacher_family_name },
  };
}

function neighbour(facts: WeekFacts, weeks: 1 | -1): IsoWeek | null {
  const other = weekOf(mondayOf(facts.week).add({ weeks }));
  return daysInside(other, facts) === null ? null : other;
}

function lastLetterOf(row: WeekPageRow): Temporal.Instant | null {
  const [sent, nudged] = [row.sent_at, row.nudged_at].map((text) =>
    text == null ? null : Temporal.Instant.from(text),
  );
  if (sent == null) return null;
  return nudged != null && Temporal.Instant.compare(nudged, sent) > 0 ? nudged : sent;
}

/** The three marks by name: the tutor's piece carries whoever truly confirmed, else whoever sits in the seat. */
function marks(
  row: WeekPageRow,
  facts: WeekFacts,
  actor: Actor,
  relation: Relation,
): WeekAnswer["marks"] {
  const states = marksOf(facts);
  const [hand, mine] = [handOf(row), myHand(actor)];
  // A tutor who is asked once more stands in the seat again, whoever answered the first time.
  const confirmed = facts.confirmation !== null && lookAgain(facts) === null;
  const seat =
    relation === "tutor" ? (actor.actingName ?? row.tutor_given_name) : row.tutor_given_name;
  const byMe = hand.personId === mine.personId && hand.actingName === mine.actingName;
  return [
    {
      party: "student",
      name: row.student_given_name,
      isYou: relation === "student",
      state: states.student,
      at: facts.sentAt?.toString() ?? null,
    },
    {
      party: "tutor",
      name: confirmed ? (row.acting_name ?? row.confirmer_given_name) : seat,
      isYou: confirmed ? byMe : relation === "tutor",
      state: states.tutor,
      at: confirmed ? (facts.confirmation?.at.toString() ?? null) : null,
    },
    {
      party: "teacher",
      name: row.teacher_given_name,
      isYou: relation === "teacher",
      state: states.teacher,
      at: facts.readAt?.toString() ?? null,
    },
  ];
}

type Reader = {
  actor: Actor;
  relation: Relation;
  at: Temporal.Instant;
  lastLetterAt: Temporal.Instant | null;
};

function abilities(row: WeekPageRow, facts: WeekFacts, reader: Reader): WeekAnswer["abilities"] {
  const { actor, relation, at, lastLetterAt } = reader;
  return {
    write: mayWriteDay(relation),
    send: unless(maySendWeek(relation), judgeSending(facts, lastLetterAt, at), "sent"),
    confirm: unless(mayConfirmWeek(relation, actor.named), judgeConfirming(facts), "confirmed"),
    undo: unless(
      mayUndoConfirmation(relation, myHand(actor), handOf(row)),
      judgeUndo(facts, at),
      "not_confirmed",
    ),
    read: unless(mayReadWeek(relation), judgeReading(facts), "read"),
  };
}

/** Policy first, then state; "present" means that there is nothing left to do, and `why` says so. */
function unless(may: Ability, judged: Outcome<string>, why: string): Ability {
  if (!may.allowed) return may;
  if (!judged.ok) return { allowed: false, reason: judged.refusal.code };
  return judged.value === "present" ? { allowed: false, reason: why } : may;
}
