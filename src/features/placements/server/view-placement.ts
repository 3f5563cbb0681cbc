import type { z } from "zod";
import { requirementProgress } from "#features/logbooks/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { view } from "#server/deed.ts";
import type { Actor } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { reasonFor } from "../interruption.ts";
import {
  mayInterrupt,
  mayInviteTutor,
  mayMove,
  mayNameTutor,
  mayNoteTalk,
  mayNudge,
  type Relation,
  relationOf,
} from "../placement.policy.ts";
import { ageOn, BASES, restEnds } from "../placement.ts";
import { type placementAnswer, readPlacement } from "../placement-page.contract.ts";
import { visibleTo } from "./api.ts";
import { type PlacementFacts, placementFacts } from "./facts.queries.ts";
import { type Judged, judge, stateOf, unansweredOf, withFixers } from "./judge.ts";
import { findPageRow, findRequirements } from "./placement.queries.ts";

type Answer = z.input<typeof placementAnswer>;
type PageRow = Awaited<ReturnType<typeof findPageRow>>;

export const readPlacementRoute = view(readPlacement, async ({ tx, actor, at }, { params }) => {
  const found = await pageOf(tx, actor, at, params.placementId);
  return found === null ? refuse("not_found") : accept(found);
});

/** The whole page for one reader; null when they may not see it. */
export async function pageOf(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  placementId: string,
): Promise<Answer | null> {
  const facts = await placementFacts(tx, (eb) =>
    eb.and([eb("placement.id", "=", placementId), visibleTo(actor)(eb)]),
  ).executeTakeFirst();
  if (facts === undefined) return null;
  const row = await findPageRow(tx, placementId);
  const learning = await learningOf(tx, placementId);
  const judged = judge(facts, at);
  const relation = relationOf(actor, facts);
  return {
    ...headOf(facts, row, judged, relation),
    ...peopleOf(facts, row, judged, actor, relation),
    ...weeksOf(facts, row, judged, relation),
    ...learning,
    safetyUnanswered: relation === "teacher" ? unansweredOf(facts, judged.today) : [],
    relocationSince: relation === "student" ? null : facts.relocation_since,
    amendment: amendmentOf(facts),
    gate: judged.gate.map((gateRow) => withFixers(gateRow, facts)),
    plan: planOf(row),
    nudges: row.nudges.map((nudge) => ({ ...nudge, nextAt: restEnds(nudge.at).toString() })),
    abilities: {
      move: mayMove(relation),
      interrupt: mayInterrupt(relation),
      nameTutor: mayNameTutor(relation, stateOf(facts)),
      noteTalk: mayNoteTalk(relation, actor.named),
      inviteTutor: mayInviteTutor(relation),
      nudge: mayNudge(relation, actor.named),
    },
  };
}

function headOf(facts: PlacementFacts, row: PageRow, judged: Judged, relation: Relation) {
  return {
    id: facts.id,
    version: row.version,
    providerId: facts.provider_id,
    providerName: facts.provider_name,
    timeZone: facts.time_zone,
    today: judged.today.toString(),
    relation,
    state: stateOf(facts),
    stateReason: relation === "tutor" ? null : row.state_reason,
    basis: BASES.find((basis) => basis === row.basis) ?? "training_agreement",
    startsOn: facts.starts_on,
    endsOn: facts.ends_on,
    partTimePercent: row.part_time_percent,
    minutesPerWeek: row.plan[0]?.minutesPerWeek ?? null,
    workplace: {
      id: facts.workplace_id,
      name: facts.workplace_name,
      employerName: facts.employer_name,
      street: row.street,
      municipality: row.municipality,
    },
  };
}

/** A student's number, address and birthday are personal details: a bare personal link does not show them (product.md §3). */
function peopleOf(
  facts: PlacementFacts,
  row: PageRow,
  { today, endsOn }: Judged,
  actor: Actor,
  relation: Relation,
) {
  const bornOn =
    facts.student_born_on === null ? null : Temporal.PlainDate.from(facts.student_born_on);
  const eighteenth = bornOn?.add({ years: 18 }) ?? null;
  const turnsDuring =
    eighteenth !== null &&
    Temporal.PlainDate.compare(eighteenth, today) > 0 &&
    Temporal.PlainDate.compare(eighteenth, endsOn) <= 0;
  const details = actor.means !== "link";
  return {
    student: {
      id: facts.student_id,
      givenName: facts.student_given_name,
      familyName: facts.student_family_name,
      phone: details ? row.student_phone : null,
      email: details ? row.student_email : null,
      title: null,
      underage: bornOn !== null && ageOn(bornOn, today) < 18,
      turns18On: turnsDuring && relation !== "tutor" ? eighteenth.toString() : null,
    },
    teacher: {
      id: facts.teacher_id,
      givenName: facts.teacher_given_name,
      familyName: facts.teacher_family_name,
      phone: row.teacher_phone,
      email: row.teacher_email,
      title: null,
    },
    tutor:
      facts.tutor_id === null
        ? null
        : {
            id: facts.tutor_id,
            givenName: facts.tutor_given_name ?? "",
            familyName: facts.tutor_family_name ?? "",
            phone: row.tutor_phone,
            email: row.tutor_email,
            title: row.tutor_title,
          },
  };
}

function weeksOf(facts: PlacementFacts, row: PageRow, { ribbon }: Judged, relation: Relation) {
  const notes = new Map(row.talkNotes.map((talk) => [talk.id, talk]));
  const confirmers = new Map(row.confirmers.map(({ week, name }) => [week, name]));
  return {
    ribbon,
    weeks: facts.weeks.map((week) => ({
      ...week,
      kind: kindOf(week.kind),
      confirmedBy: confirmers.get(week.week) ?? null,
    })),
    interruptions: facts.interruptions.map((away) => ({
      ...away,
      reason: reasonFor(relation, away.reason),
    })),
    talks: facts.talks.map((talk) => {
      const more = notes.get(talk.id);
      return {
        id: talk.id,
        kind: talkKind(talk.kind),
        plannedAt: talk.plannedAt,
        heldAt: talk.heldAt,
        minutes: more?.minutes ?? null,
        place: more?.place ?? null,
        note: more?.note ?? null,
        notedBy: more?.notedBy ?? null,
        notedById: more?.notedById ?? null,
        confirmedBy: more?.confirmedBy.map(({ personId }) => personId) ?? [],
      };
    }),
  };
}

function amendmentOf({ agreement: { amendment } }: PlacementFacts): Answer["amendment"] {
  if (amendment === null) return null;
  const names = amendment.missing.map(({ givenName, familyName }) => `${givenName} ${familyName}`);
  return { id: amendment.id, waitsFor: names };
}

function kindOf(kind: string | null): "ok" | "exceptions" | null {
  return kind === "ok" || kind === "exceptions" ? kind : null;
}

function talkKind(kind: string): "start" | "mid" | "end" | "other" {
  return kind === "start" || kind === "mid" || kind === "end" ? kind : "other";
}

function planOf(row: PageRow): Answer["plan"] {
  const newest = row.plan[0];
  if (newest === undefined) return null;
  const parties = ["student", "tutor", "teacher"] as const;
  const marks = parties.flatMap((party) =>
    row.planMarks
      .filter((mark) => mark.party === party && mark.number === newest.number)
      .map(({ name, at }) => ({ party, name, at })),
  );
  return { number: newest.number, editedAt: newest.editedAt, marks };
}

/** Objectives in the plan's order and the skill map: every requirement of the units with how far it is. */
async function learningOf(
  tx: Tx,
  placementId: string,
): Promise<Pick<Answer, "units" | "objectives">> {
  const requirements = await findRequirements(tx, placementId);
  const progress = await requirementProgress(tx, placementId);
  const cells = requirements.map((requirement) => ({
    requirementId: requirement.id,
    unitId: requirement.unit_id,
    unitName: requirement.unit_name,
    text: requirement.text,
    plain: requirement.plain,
    seenWhen: requirement.seen_when,
    position: requirement.objective_position,
    progress: progress.get(requirement.id) ?? ("not_yet" as const),
  }));
  const units = [...Map.groupBy(cells, (cell) => cell.unitId)].map(([id, inUnit]) => ({
    id,
    name: inUnit[0]?.unitName ?? {},
    requirements: inUnit.map(({ requirementId, unitId, text, progress: reached }) => ({
      requirementId,
      unitId,
      text,
      progress: reached,
    })),
  }));
  const objectives = cells
    .filter((cell) => cell.position !== null)
    .toSorted((left, right) => (left.position ?? 0) - (right.position ?? 0))
    .map(({ unitName: _name, position: _position, ...objective }) => objective);
  return { units, objectives };
}
