import { type RawBuilder, sql } from "kysely";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { LocalisedText } from "#shared/language.ts";
import type { FitFacts, FitSubject } from "../student-fit.ts";

const FAMILY = sql`(select workplace_family(placement.workplace_id))`;

/** A requirement is proven when its namesake in any version of the framework is. */
const PROVEN = sql`exists (
  select from proven_requirement pr
    join requirement pq on pq.id = pr.requirement_id join unit pu on pu.id = pq.unit_id
   where pr.provider_id = placement.provider_id and pr.student_id = placement.student_id
     and pq.key = q.key and pu.code = u.code)`;

/** A column for a statement over `placement` and its `student`. */
export function fitColumn(): RawBuilder<FitFacts> {
  return sql<FitFacts>`(
    select json_build_object('language', student.language,
      'guides', (select coalesce(json_agg(distinct language order by language), '[]')
        from workplace_language where workplace_id in ${FAMILY}),
      'needs', needs.all,
      'planned', case when json_array_length(needs.all) = 0 then '[]' else coalesce(
        (select json_agg(json_build_object('taskId', t -> 'taskId', 'aloneWeeks', t -> 'aloneWeeks', 'withTutorWeeks', t -> 'withTutorWeeks'))
           from (select content from plan_version where provider_id = placement.provider_id and placement_id = placement.id
                  order by number desc limit 1) plan cross join lateral jsonb_array_elements(plan.content -> 'tasks') t), '[]') end,
      'notes', (select coalesce(json_agg(json_build_object('about', about, 'lacks', lacks)), '[]') from fit_note
        where provider_id = placement.provider_id and placement_id = placement.id))
      from (select coalesce(json_agg(json_build_object('taskId', n.task_id, 'requirementId', n.requirement_id, 'proven', ${PROVEN})
              order by u.position, q.position), '[]') as all
              from workplace_task wt join task_need n on n.task_id = wt.id
              join requirement q on q.id = n.requirement_id join unit u on u.id = q.unit_id
             where wt.workplace_id in ${FAMILY}) needs)`;
}

export async function findFit(tx: Tx, { id, provider_id }: SeenPlacement) {
  return tx
    .selectFrom("placement")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .where("placement.provider_id", "=", provider_id)
    .where("placement.id", "=", id)
    .select(["placement.starts_on", "provider.time_zone", fitColumn().as("fit")])
    .executeTakeFirstOrThrow();
}

export async function listNotes(tx: Tx, { id, provider_id }: SeenPlacement) {
  return tx
    .selectFrom("fit_note")
    .innerJoin("person", "person.id", "fit_note.noted_by")
    .select(["about", "how", "noted_at as at"])
    .select(sql<string>`person.given_name || ' ' || person.family_name`.as("byName"))
    .where("provider_id", "=", provider_id)
    .where("placement_id", "=", id)
    .execute();
}

type NamedTask = { id: string; name: LocalisedText };

/** The workplace's own tasks that stand in the newest plan, in the workplace's order. */
export async function listPlannedTasks(
  tx: Tx,
  { id, provider_id, workplace_id }: SeenPlacement,
): Promise<NamedTask[]> {
  const { rows } = await sql<NamedTask>`
    select wt.id, wt.name from workplace_task wt
     where wt.workplace_id in (select workplace_family(${workplace_id}::uuid))
       and wt.id::text in (select t ->> 'taskId'
         from (select content from plan_version where provider_id = ${provider_id}::uuid and placement_id = ${id}::uuid
                order by number desc limit 1) plan cross join lateral jsonb_array_elements(plan.content -> 'tasks') t)
     order by wt.position, wt.id`.execute(tx);
  return rows;
}

/** Requirements of the qualification, and those of others that a task of the workplace needs. */
export function listRequirements(tx: Tx, frameworkVersionId: string, others: readonly string[]) {
  return tx
    .selectFrom("requirement")
    .innerJoin("unit", "unit.id", "requirement.unit_id")
    .select(["requirement.id", "unit.name as unitName", "requirement.text"])
    .select(sql<boolean>`unit.framework_version_id = ${frameworkVersionId}::uuid`.as("own"))
    .where(
      sql<boolean>`(unit.framework_version_id = ${frameworkVersionId}::uuid or requirement.id = any(${[...others]}::uuid[]))`,
    )
    .orderBy("unit.position")
    .orderBy("requirement.position")
    .execute();
}

type Hand = { readonly by: string; readonly at: string };

export async function saveNote(
  tx: Tx,
  { id, provider_id }: SeenPlacement,
  note: { about: FitSubject; lacks: readonly string[]; how: string } & Hand,
): Promise<void> {
  const said = {
    lacks: [...note.lacks],
    how: note.how,
    noted_by: note.by,
    noted_at: note.at,
  };
  await tx
    .insertInto("fit_note")
    .values({ provider_id, placement_id: id, about: note.about, ...said })
    .onConflict((conflict) =>
      conflict.columns(["provider_id", "placement_id", "about"]).doUpdateSet(said),
    )
    .execute();
}

/** The task's needs become these, as far as this qualification goes; what another one asks of it stays. */
export async function saveNeeds(
  tx: Tx,
  taskId: string,
  needs: { requirementIds: readonly string[]; frameworkVersionId: string } & Hand,
): Promise<void> {
  await tx
    .deleteFrom("task_need")
    .where("task_id", "=", taskId)
    .where(
      sql<boolean>`requirement_id in (select r.id from requirement r join unit u on u.id = r.unit_id
        where u.framework_version_id = ${needs.frameworkVersionId}::uuid)`,
    )
    .execute();
  if (needs.requirementIds.length === 0) return;
  const rows = needs.requirementIds.map((requirement_id) => ({
    task_id: taskId,
    requirement_id,
    noted_by: needs.by,
    noted_at: needs.at,
  }));
  await tx
    .insertInto("task_need")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
