import type { z } from "zod";
import { SECONDS_A_CARD } from "#features/cards/cards.ts";
import { listUnsorted } from "#features/cards/server/api.ts";
import { isOpen } from "#features/plans/plan.ts";
import type { Tx } from "#server/database/database.ts";
import type { readTutorHome } from "../placement-views.contract.ts";
import type { PlacementFacts } from "./facts.queries.ts";
import { agreedParties, jointDeedOf } from "./judge.ts";

type Waiting = z.input<typeof readTutorHome.answer>["waiting"][number];

/** What one thing takes of a tutor's time, as measured on the pages themselves (docs/measurements.md). */
const SECONDS = { week: 20, plan: 90, talk: 10 } as const;

/** Weeks to confirm, plans to agree to, notes of talks to confirm and cards to sort, the longest wait first. */
export async function waitingForTutor(tx: Tx, facts: PlacementFacts[]): Promise<Waiting[]> {
  const plans = await waitingPlans(tx, facts);
  const talks = await waitingTalks(tx, facts);
  const cards = await waitingCards(tx, facts);
  return [...facts.flatMap(waitingWeeks), ...plans, ...talks, ...cards].toSorted((left, right) =>
    (left.since ?? "") < (right.since ?? "") ? -1 : 1,
  );
}

function waitingWeeks(facts: PlacementFacts): Waiting[] {
  return facts.weeks
    .filter(({ sentAt, confirmedAt }) => sentAt !== null && confirmedAt === null)
    .map(({ week, sentAt }) => ({
      ...commonOf(facts),
      kind: "week",
      week,
      since: sentAt,
      seconds: SECONDS.week,
      marks: jointDeedOf(facts).marks,
    }));
}

async function waitingPlans(tx: Tx, facts: PlacementFacts[]): Promise<Waiting[]> {
  const unagreed = facts.filter(
    (row) => row.plan_number !== null && !agreedParties(row).includes("tutor"),
  );
  if (unagreed.length === 0) return [];
  const edits = await tx
    .selectFrom("plan_version")
    .select((eb) => ["placement_id", eb.fn.max("edited_at").as("at")])
    .where("placement_id", "in", idsOf(unagreed))
    .groupBy("placement_id")
    .execute();
  const since = new Map(edits.map((row) => [row.placement_id, row.at]));
  return unagreed.map((row) => ({
    ...commonOf(row),
    kind: "plan",
    since: since.get(row.id) ?? null,
    seconds: SECONDS.plan,
  }));
}

/** Talks that somebody else noted and the tutor has not confirmed yet. */
async function waitingTalks(tx: Tx, facts: PlacementFacts[]): Promise<Waiting[]> {
  if (facts.length === 0) return [];
  const talks = await tx
    .selectFrom("talk as t")
    .innerJoin("placement as p", "p.id", "t.placement_id")
    .select(["t.id", "t.kind", "t.held_at", "t.placement_id"])
    .where("t.placement_id", "in", idsOf(facts))
    .where("t.held_at", "is not", null)
    .where("t.note", "is not", null)
    .whereRef("t.noted_by", "<>", "p.tutor_id")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("talk_confirmation as c")
            .select("c.talk_id")
            .whereRef("c.talk_id", "=", "t.id")
            .whereRef("c.person_id", "=", "p.tutor_id"),
        ),
      ),
    )
    .execute();
  const placements = new Map(facts.map((row) => [row.id, row]));
  return talks.flatMap((talk) => {
    const row = placements.get(talk.placement_id);
    if (row === undefined) return [];
    const { id: talkId, kind: talkKind, held_at: since } = talk;
    return [
      { ...commonOf(row), kind: "talk" as const, talkId, talkKind, since, seconds: SECONDS.talk },
    ];
  });
}

/** Cards are asked for by somebody; nobody is told to sort by a machine. */
async function waitingCards(tx: Tx, facts: PlacementFacts[]): Promise<Waiting[]> {
  const open = facts.filter(({ state }) => isOpen(state));
  const unsorted = await listUnsorted(tx, idsOf(open));
  return unsorted.flatMap(({ placementId, unsorted: cards, since }) => {
    const row = open.find(({ id }) => id === placementId);
    if (row === undefined) return [];
    return [
      { ...commonOf(row), kind: "cards" as const, cards, since, seconds: cards * SECONDS_A_CARD },
    ];
  });
}

function commonOf(facts: PlacementFacts) {
  return {
    placementId: facts.id,
    studentName: facts.student_given_name,
    providerName: facts.provider_name,
    week: null,
    talkId: null,
    talkKind: null,
    cards: null,
    marks: null,
    parties: {
      student: facts.student_given_name,
      tutor: facts.tutor_given_name ?? "",
      teacher: facts.teacher_given_name,
    },
  };
}

function idsOf(facts: PlacementFacts[]): string[] {
  return facts.map(({ id }) => id);
}
