import { type SqlBool, sql } from "kysely";
import type { Word } from "#features/cards/cards.ts";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { LocalisedText } from "#shared/language.ts";
import type { Decision } from "../suitability.ts";

type Place = Pick<SeenPlacement, "id" | "provider_id">;

/** Objectives of the newest plan, or while there is none every requirement of the placement's units. */
export function listGridRows(tx: Tx, placement: Place) {
  const keys = sql`provider_id = ${placement.provider_id} and placement_id = ${placement.id}`;
  return tx
    .selectFrom("requirement")
    .innerJoin("unit", "unit.id", "requirement.unit_id")
    .leftJoin("requirement_plain as words", "words.requirement_key", "requirement.key")
    .leftJoin("objective_card as card", (join) =>
      join
        .onRef("card.requirement_key", "=", "requirement.key")
        .on("card.provider_id", "=", placement.provider_id),
    )
    .leftJoin("placement_objective as objective", (join) =>
      join
        .onRef("objective.requirement_id", "=", "requirement.id")
        .on("objective.provider_id", "=", placement.provider_id)
        .on("objective.placement_id", "=", placement.id),
    )
    .select([
      "requirement.id",
      "requirement.key",
      "requirement.lead",
      "requirement.text",
      sql<LocalisedText | null>`coalesce(card.plain, words.plain)`.as("plain"),
      sql<LocalisedText | null>`coalesce(card.seen_when, words.seen_when)`.as("seen_when"),
      sql<LocalisedText[]>`coalesce(card.typical_tasks, words.typical_tasks, '[]')`.as(
        "usual_tasks",
      ),
      "unit.code as unit_code",
      "unit.name as unit_name",
      sql<boolean>`objective.requirement_id is not null`.as("planned"),
    ])
    .where(
      sql<SqlBool>`(objective.requirement_id is not null or (
         not exists (select from placement_objective where ${keys})
         and unit.id in (select unit_id from placement_unit where ${keys})))`,
    )
    .orderBy("unit.position")
    .orderBy("requirement.position")
    .execute();
}

export type GridRow = Awaited<ReturnType<typeof listGridRows>>[number];

export function listPresentTasks(tx: Tx, workplaceId: string) {
  return tx
    .selectFrom("workplace_task")
    .select(["id as taskId", "name"])
    .where("workplace_id", "in", sql<string>`(select workplace_family(${workplaceId}))`)
    .where("retired_on", "is", null)
    .orderBy("position")
    .execute();
}

/** All decisions about this placement, the one in force first. */
export function listDecisions(tx: Tx, placement: Place) {
  return decisions(tx)
    .where("decision.provider_id", "=", placement.provider_id)
    .where("decision.placement_id", "=", placement.id)
    .orderBy(sql`decision.superseded_by is null`, "desc")
    .orderBy("decision.decided_at", "desc")
    .execute();
}

/** The newest decision in force of this provider about the same workplace, for another placement. */
export function findNeighbour(tx: Tx, placement: SeenPlacement) {
  return decisions(tx)
    .where("decision.provider_id", "=", placement.provider_id)
    .where("decision.workplace_id", "=", placement.workplace_id)
    .where("decision.placement_id", "!=", placement.id)
    .where("decision.superseded_by", "is", null)
    .where("decision.outcome", "!=", "not_suitable")
    .orderBy("decision.decided_at", "desc")
    .limit(1)
    .executeTakeFirst();
}

function decisions(tx: Tx) {
  return tx
    .selectFrom("suitability_decision as decision")
    .innerJoin("person", "person.id", "decision.decided_by")
    .select([
      "decision.id",
      "decision.outcome",
      "decision.reason",
      "decision.conditions",
      "decision.valid_until",
      "decision.decided_on",
      "decision.decided_at",
      "decision.decided_by",
      "decision.superseded_by",
      "person.given_name",
      "person.family_name",
    ]);
}

export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>[number];

/** Cells of a decision, with the keys that name the same requirement in another version of the framework. */
async function saveSupervision(
  tx: Tx,
  keys: { provider_id: string; decision_id: string },
  supervision: Decision["supervision"],
): Promise<void> {
  if (supervision.length === 0) return;
  const rows = supervision.map(({ taskId, name }) => ({
    ...keys,
    task_id: taskId,
    supervised_by: name,
  }));
  await tx.insertInto("coverage_task").values(rows).execute();
}

export function listSupervision(tx: Tx, providerId: string, decisionId: string) {
  return tx
    .selectFrom("coverage_task")
    .select(["task_id as taskId", "supervised_by as name"])
    .where("provider_id", "=", providerId)
    .where("decision_id", "=", decisionId)
    .execute();
}

export function listCells(tx: Tx, providerId: string, decisionId: string) {
  return tx
    .selectFrom("coverage_cell as cell")
    .innerJoin("requirement", "requirement.id", "cell.requirement_id")
    .innerJoin("unit", "unit.id", "requirement.unit_id")
    .select([
      "cell.requirement_id",
      "cell.task_id",
      "cell.level",
      "requirement.key",
      "unit.code as unit_code",
    ])
    .where("cell.provider_id", "=", providerId)
    .where("cell.decision_id", "=", decisionId)
    .execute();
}

export function listGaps(tx: Tx, providerId: string, decisionId: string) {
  return tx
    .selectFrom("coverage_row")
    .select(["requirement_id", "gap_owner", "gap_due_on", "gap_note"])
    .where("provider_id", "=", providerId)
    .where("decision_id", "=", decisionId)
    .where("gap_owner", "is not", null)
    .execute();
}

/** What the workplace had said when the decision was made. */
export function listSaid(tx: Tx, providerId: string, decisionId: string) {
  return tx
    .selectFrom("coverage_said")
    .select([
      "requirement_id as requirementId",
      "answer",
      "task_ids as taskIds",
      "said_by as by",
      "said_at as at",
    ])
    .where("provider_id", "=", providerId)
    .where("decision_id", "=", decisionId)
    .execute();
}

async function saveSaid(
  tx: Tx,
  keys: { provider_id: string; decision_id: string },
  said: readonly Word[],
): Promise<void> {
  if (said.length === 0) return;
  const rows = said.map(({ requirementId, answer, taskIds, by, at }) => ({
    ...keys,
    requirement_id: requirementId,
    answer,
    task_ids: [...taskIds],
    said_by: by,
    said_at: at,
  }));
  await tx.insertInto("coverage_said").values(rows).execute();
}

export function findGround(tx: Tx, placement: SeenPlacement) {
  return tx
    .selectFrom("workplace")
    .innerJoin("employer", "employer.id", "workplace.employer_id")
    .innerJoin("provider", (join) => join.on("provider.id", "=", placement.provider_id))
    .select([
      "workplace.id",
      "workplace.name",
      "employer.name as employer_name",
      "provider.name as provider_name",
      "provider.time_zone",
    ])
    .where("workplace.id", "=", placement.workplace_id)
    .executeTakeFirstOrThrow();
}

export function listPeople(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom("person")
    .select(["id", "given_name", "family_name"])
    .where("id", "in", [...ids])
    .execute();
}

export type NewDecision = {
  readonly id: string;
  readonly decision: Decision;
  readonly requirementIds: readonly string[];
  readonly said: readonly Word[];
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly decidedAt: string;
};

/** The decision with its grid; the one in force gives way in the same transaction. */
export async function saveDecision(
  tx: Tx,
  placement: SeenPlacement,
  made: NewDecision,
): Promise<void> {
  await endDecision(tx, placement, made.id);
  await tx
    .insertInto("suitability_decision")
    .values({
      id: made.id,
      provider_id: placement.provider_id,
      placement_id: placement.id,
      workplace_id: placement.workplace_id,
      outcome: made.decision.outcome,
      reason: made.decision.reason,
      conditions: JSON.stringify(made.decision.conditions),
      valid_until: made.decision.validUntil,
      decided_by: made.decidedBy,
      decided_on: made.decidedOn,
      decided_at: made.decidedAt,
    })
    .execute();
  await saveGrid(tx, placement.provider_id, made);
}

/** The decision in force gives way to another one, or to the amendment that took the placement to another unit. */
export async function endDecision(tx: Tx, placement: Place, by: string): Promise<void> {
  await tx
    .updateTable("suitability_decision")
    .set({ superseded_by: by })
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("superseded_by", "is", null)
    .execute();
}

/** As arrays: a grid of thousands of cells is still two statements of a few parameters. */
async function saveGrid(
  tx: Tx,
  providerId: string,
  { id, decision, requirementIds, said }: NewDecision,
): Promise<void> {
  const gaps = new Map(decision.gaps.map((gap) => [gap.requirementId, gap]));
  await tx
    .insertInto("coverage_row")
    .values(
      requirementIds.map((requirementId) => {
        const gap = gaps.get(requirementId);
        return {
          provider_id: providerId,
          decision_id: id,
          requirement_id: requirementId,
          gap_owner: gap?.owner ?? null,
          gap_due_on: gap?.dueOn ?? null,
          gap_note: gap?.note ?? null,
        };
      }),
    )
    .execute();
  const keys = { provider_id: providerId, decision_id: id };
  await saveSupervision(tx, keys, decision.supervision);
  await saveSaid(tx, keys, said);
  const { cells } = decision;
  await sql`
    insert into coverage_cell (provider_id, decision_id, requirement_id, task_id, level)
    select ${providerId}::uuid, ${id}::uuid, cell.*
      from unnest(${cells.map((cell) => cell.requirementId)}::uuid[],
                  ${cells.map((cell) => cell.taskId)}::uuid[],
                  ${cells.map((cell) => cell.level)}::text[]) as cell
  `.execute(tx);
}
