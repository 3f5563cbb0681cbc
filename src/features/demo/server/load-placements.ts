import type { Insertable } from "kysely";
import { newId } from "#server/clock.ts";
import { type Tx, takeSight } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import type { Placement } from "../../../../demo/placement-types.ts";
import type { Story } from "../../../../demo/story-types.ts";
import { SETTLED } from "../../../../demo/young-work.ts";
import { insertRows } from "./demo.queries.ts";
import { insuranceRows } from "./load-checklists.ts";
import { logRows, weekRows } from "./load-days.ts";
import { type Ground, idOf } from "./load-ground.ts";
import { inductionRows } from "./load-induction.ts";
import { planRows, suitabilityRows } from "./load-plan.ts";
import { instantOf, type Keys, type Rows } from "./story-rows.ts";

/** In the order their foreign keys ask for. */
const TABLES = [
  "placement",
  "placement_unit",
  "interruption",
  "talk",
  "talk_confirmation",
  "plan_version",
  "plan_mark",
  "placement_objective",
  "suitability_decision",
  "coverage_row",
  "coverage_cell",
  "log_entry",
  "log_paragraph",
  "log_entry_requirement",
  "placement_week",
  "week_confirmation",
  "week_card",
  "nudge",
  "placement_settled",
  "induction_mark",
  "placement_insurance",
] as const satisfies readonly (keyof DB)[];

export async function loadPlacements(tx: Tx, story: Story, ground: Ground): Promise<void> {
  const all = story.placements.map((placement) => rowsOf(placement, ground));
  for (const table of TABLES) {
    if (table === "log_paragraph")
      await loadParagraphs(
        tx,
        all.flatMap((one) => one.log_paragraph ?? []),
        ground,
      );
    else
      await insertRows(
        tx,
        table,
        all.flatMap((one): object[] => one[table] ?? []),
      );
  }
}

/** The wall lets nobody but the student write a private paragraph, so each one's are written in their sight. */
async function loadParagraphs(
  tx: Tx,
  rows: Insertable<DB["log_paragraph"]>[],
  ground: Ground,
): Promise<void> {
  const providerIds = [...ground.providers.values()];
  for (const [studentId, own] of Map.groupBy(rows, (row) => row.student_id)) {
    await takeSight(tx, { personId: studentId, providerIds });
    await insertRows(tx, "log_paragraph", own);
  }
}

/** What the teacher has seen to, on the first day at the latest. */
function settledRows(placement: Placement, { people }: Ground, keys: Keys) {
  const at = `${placement.startsOn}T06:00:00Z`;
  return (SETTLED[placement.student] ?? []).map((settled) => ({
    ...keys,
    ...settled,
    on_day: placement.startsOn,
    noted_by: idOf(people, placement.teacher),
    noted_at: at,
  }));
}

function rowsOf(placement: Placement, ground: Ground): Rows {
  const keys = { provider_id: idOf(ground.providers, placement.provider), placement_id: newId() };
  return {
    ...headRows(placement, ground, keys),
    ...planRows(placement, ground, keys),
    ...suitabilityRows(placement, ground, keys),
    ...logRows(placement, ground, keys),
    ...weekRows(placement, ground, keys),
    induction_mark: inductionRows(placement, ground, keys),
    placement_insurance: insuranceRows(placement, ground, keys),
    placement_settled: settledRows(placement, ground, keys),
    nudge: placement.nudges.map((nudge) => ({
      ...keys,
      id: newId(),
      to_person: idOf(ground.people, nudge.to),
      by_person: idOf(ground.people, nudge.by),
      about: nudge.about,
      at: instantOf(nudge.at),
    })),
  };
}

function headRows(placement: Placement, ground: Ground, keys: Keys): Rows {
  const { ending } = placement;
  const changedAt = instantOf(ending?.at ?? placement.createdAt);
  return {
    placement: [
      {
        id: keys.placement_id,
        provider_id: keys.provider_id,
        student_id: idOf(ground.people, placement.student),
        teacher_id: idOf(ground.people, placement.teacher),
        tutor_id: placement.tutor === undefined ? null : idOf(ground.people, placement.tutor),
        workplace_id: idOf(ground.workplaces, placement.workplace),
        framework_version_id: ground.frameworkVersionId,
        basis: placement.basis,
        part_time_percent: placement.partTimePercent,
        state: placement.state,
        starts_on: placement.startsOn,
        ends_on: placement.endsOn,
        state_reason: ending?.reason ?? null,
        ending_ground: ending?.ground ?? null,
        heard_on: ending?.heardOn ?? null,
        on_probation: ending?.onProbation ?? null,
        state_changed_at: changedAt,
        created_at: instantOf(placement.createdAt),
      },
    ],
    placement_unit: placement.units.map((code) => ({ ...keys, unit_id: idOf(ground.units, code) })),
    interruption: placement.interruptions.map((interruption) => ({
      ...keys,
      id: newId(),
      starts_on: interruption.from,
      ends_on: interruption.to ?? null,
      reason: interruption.reason,
    })),
    ...talkRows(placement, ground, keys),
  };
}

function talkRows(placement: Placement, ground: Ground, keys: Keys): Rows {
  const talks = placement.talks.map((talk) => ({ id: newId(), talk }));
  return {
    talk: talks.map(({ id, talk }) => ({
      ...keys,
      id,
      kind: talk.kind,
      planned_at: instantOf(talk.at),
      minutes: talk.minutes,
      place: talk.place,
      held_at: talk.held ? instantOf(talk.at) : null,
      note: talk.note?.text ?? null,
      noted_by: talk.note === undefined ? null : idOf(ground.people, talk.note.by),
    })),
    talk_confirmation: talks.flatMap(({ id, talk }) =>
      (talk.note?.confirmedBy ?? []).map((person) => ({
        provider_id: keys.provider_id,
        talk_id: id,
        person_id: idOf(ground.people, person),
        at: talk.note === undefined ? instantOf(talk.at) : instantOf(talk.note.at),
      })),
    ),
  };
}
