import { sql } from "kysely";
import { ageOn, BASES } from "#features/placements/placement.ts";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import { planContent } from "#features/plans/plan.contract.ts";
import type { PlanContent, PlanTask } from "#features/plans/plan.ts";
import type { Tx } from "#server/database/database.ts";
import type { LocalisedText } from "#shared/language.ts";
import type { AgreementFacts, Employment } from "../agreement-facts.ts";

/** What is still missing before a text can be made, by code: each names what to do first. */
export type MissingFact = "plan" | "tutor" | "insurance";

export type FrozenFacts =
  | { readonly missing: readonly MissingFact[]; readonly facts: null }
  | { readonly missing: readonly []; readonly facts: AgreementFacts };

/** The placement as it stands now, as the facts of an agreement; or what is missing for one. */
export async function freezeFacts(
  tx: Tx,
  placement: SeenPlacement,
  employment: Employment | null,
): Promise<FrozenFacts> {
  const row = await findGround(tx, placement);
  const newest = await findPlan(tx, placement);
  const missing: MissingFact[] = [];
  if (newest === undefined) missing.push("plan");
  if (row.tutor_name === null) missing.push("tutor");
  if (row.accident_bearer === null || row.liability_bearer === null) missing.push("insurance");
  if (newest === undefined || missing.length > 0) return { missing, facts: null };
  const content = planContent.parse(newest.content);
  const told = await wordsOf(tx, placement, content);
  return {
    missing: [],
    facts: { ...groundOf(row), ...planOf(content, newest.number), ...told, employment },
  };
}

type Ground = Awaited<ReturnType<typeof findGround>>;

function groundOf(row: Ground) {
  const startsOn = Temporal.PlainDate.from(row.starts_on);
  const bornOn = row.born_on === null ? null : Temporal.PlainDate.from(row.born_on);
  const bearer = (text: string | null) => (text === "employer" ? "employer" : "provider");
  return {
    basis: BASES.find((basis) => basis === row.basis) ?? "training_agreement",
    period: { startsOn: row.starts_on, endsOn: row.ends_on },
    partTimePercent: row.part_time_percent,
    student: { name: row.student_name, underage: bornOn !== null && ageOn(bornOn, startsOn) < 18 },
    provider: { name: row.provider_name, businessId: row.provider_business_id },
    employer: {
      name: row.employer_name,
      businessId: row.employer_business_id,
      workplace: row.workplace_name,
      address: row.address,
    },
    teacher: { name: row.teacher_name, email: row.teacher_email, phone: row.teacher_phone },
    tutor: { name: row.tutor_name ?? "", email: row.tutor_email, phone: row.tutor_phone },
    qualification: row.qualification,
    timeZone: row.time_zone,
    insurance: {
      accident: bearer(row.accident_bearer),
      liability: bearer(row.liability_bearer),
      note: row.insurance_note,
    },
    generalTerms: null,
  } as const;
}

function planOf(content: PlanContent, planNumber: number) {
  const { hours, talks, support, travel, meals } = content;
  return { planNumber, hours, talks, support, travel, meals };
}

function findPlan(tx: Tx, placement: SeenPlacement) {
  return tx
    .selectFrom("plan_version")
    .select(["number", "content"])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

async function findGround(tx: Tx, placement: SeenPlacement) {
  return tx
    .selectFrom("placement as p")
    .innerJoin("person as student", "student.id", "p.student_id")
    .innerJoin("person as teacher", "teacher.id", "p.teacher_id")
    .leftJoin("person as tutor", "tutor.id", "p.tutor_id")
    .innerJoin("workplace as w", "w.id", "p.workplace_id")
    .innerJoin("employer as e", "e.id", "w.employer_id")
    .innerJoin("provider", "provider.id", "p.provider_id")
    .innerJoin("framework_version as f", "f.id", "p.framework_version_id")
    .leftJoin("placement_insurance as i", (join) =>
      join.onRef("i.placement_id", "=", "p.id").onRef("i.provider_id", "=", "p.provider_id"),
    )
    .select([
      "p.basis",
      "p.starts_on",
      "p.ends_on",
      "p.part_time_percent",
      "student.born_on",
      "teacher.email as teacher_email",
      "teacher.phone as teacher_phone",
      "tutor.email as tutor_email",
      "tutor.phone as tutor_phone",
      "w.name as workplace_name",
      "e.name as employer_name",
      "e.business_id as employer_business_id",
      "provider.name as provider_name",
      "provider.business_id as provider_business_id",
      "provider.time_zone",
      "f.name as qualification",
      "i.accident_bearer",
      "i.liability_bearer",
      "i.note as insurance_note",
      sql<string>`concat_ws(' ', student.given_name, student.family_name)`.as("student_name"),
      sql<string>`concat_ws(' ', teacher.given_name, teacher.family_name)`.as("teacher_name"),
      sql<string | null>`case when tutor.id is not null
        then concat_ws(' ', tutor.given_name, tutor.family_name) end`.as("tutor_name"),
      sql<string>`concat_ws(', ', w.street, concat_ws(' ', w.postal_code, w.municipality))`.as(
        "address",
      ),
    ])
    .where("p.id", "=", placement.id)
    .executeTakeFirstOrThrow();
}

async function wordsOf(tx: Tx, placement: SeenPlacement, content: PlanContent) {
  const ids = content.objectives.map(({ requirementId }) => requirementId);
  return {
    units: await listUnits(tx, placement),
    objectives: await objectivesNamed(tx, ids),
    tasks: await taskNamesOf(tx, content.tasks),
  };
}

/** Requirements aimed at, in the official words. */
export async function objectivesNamed(tx: Tx, ids: readonly string[]) {
  const rows = await tx
    .selectFrom("requirement")
    .select(["id", "text"])
    .where("id", "in", [...ids])
    .execute();
  const texts = new Map(rows.map(({ id, text }) => [id, text]));
  return ids.map((requirementId) => ({ requirementId, text: texts.get(requirementId) ?? {} }));
}

/** Tasks by the workplace's name for them, or in the plan's own words. */
export async function taskNamesOf(
  tx: Tx,
  tasks: readonly Pick<PlanTask, "taskId" | "name">[],
): Promise<LocalisedText[]> {
  const ids = tasks.flatMap(({ taskId }) => taskId ?? []);
  const rows =
    ids.length === 0
      ? []
      : await tx
          .selectFrom("workplace_task")
          .select(["id", "name"])
          .where("id", "in", ids)
          .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return tasks.map(({ taskId, name }) =>
    taskId === null ? { fi: name ?? "" } : (names.get(taskId) ?? {}),
  );
}

async function listUnits(tx: Tx, placement: SeenPlacement): Promise<LocalisedText[]> {
  const rows = await tx
    .selectFrom("placement_unit as pu")
    .innerJoin("unit", "unit.id", "pu.unit_id")
    .select("unit.name")
    .where("pu.provider_id", "=", placement.provider_id)
    .where("pu.placement_id", "=", placement.id)
    .orderBy("unit.position")
    .execute();
  return rows.map(({ name }) => name);
}
