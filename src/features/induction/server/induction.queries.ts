import { type RawBuilder, sql } from "kysely";
import { type SeenPlacement, visibleTo } from "#features/placements/server/api.ts";
import { type PlanContent, taskKey } from "#features/plans/plan.ts";
import type { Tx } from "#server/database/database.ts";
import type { Actor } from "#shared/actor.ts";
import type { LocalisedText } from "#shared/language.ts";
import type { Mark, OwnItem } from "../induction.ts";

export type InductionRow = {
  readonly tasks: PlanContent["tasks"] | null;
  readonly plannedAt: string | null;
  readonly own: readonly OwnItem[];
  readonly marks: readonly Mark[];
};

/** What the induction of a running placement is judged from, as one column of a statement about placements. */
export function inductionColumn(): RawBuilder<InductionRow | null> {
  return sql<InductionRow | null>`case when placement.state = 'running' then (
    select json_build_object('tasks', pv.content -> 'tasks', 'plannedAt', pv.edited_at,
      'own', (select coalesce(json_agg(json_build_object('id', i.id, 'task_key', i.task_key, 'text', i.text)), '[]')
        from induction_item i where i.retired_at is null
          and i.workplace_id in (select workplace_family(placement.workplace_id))),
      'marks', (select coalesce(json_agg(json_build_object('task_key', m.task_key, 'item', m.item, 'party', m.party)), '[]')
        from induction_mark m
        where m.provider_id = placement.provider_id and m.placement_id = placement.id
          and m.workplace_id in (select workplace_family(placement.workplace_id))))
    from (select 1) as one left join lateral (select content, edited_at from plan_version
      where provider_id = placement.provider_id and placement_id = placement.id
      order by number desc limit 1) as pv on true) end`;
}

/** Running placements where the reader is shown or shows. */
export function listOwnRunning(tx: Tx, actor: Actor) {
  return tx
    .selectFrom("placement")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .where(visibleTo(actor))
    .where("placement.state", "=", "running")
    .where((eb) =>
      eb.or([
        eb("placement.student_id", "=", actor.personId),
        eb("placement.tutor_id", "=", actor.personId),
      ]),
    )
    .orderBy("placement.starts_on")
    .select([
      "placement.id",
      "placement.starts_on",
      "student.given_name",
      "provider.time_zone",
      inductionColumn().as("induction"),
    ])
    .execute();
}

export function findGround(tx: Tx, placementId: string) {
  return tx
    .selectFrom("placement")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("person as teacher", "teacher.id", "placement.teacher_id")
    .leftJoin("person as tutor", "tutor.id", "placement.tutor_id")
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .where("placement.id", "=", placementId)
    .select([
      "student.given_name as student_name",
      "teacher.given_name as teacher_name",
      "tutor.given_name as tutor_name",
      "workplace.name as workplace_name",
      "provider.name as provider_name",
      "provider.time_zone",
      sql<PlanContent["tasks"] | null>`(select content -> 'tasks' from plan_version
        where provider_id = placement.provider_id and placement_id = placement.id
        order by number desc limit 1)`.as("plan_tasks"),
    ])
    .executeTakeFirstOrThrow();
}

export type Ground = Awaited<ReturnType<typeof findGround>>;

/** Names of the planned tasks by their key. */
export async function listTaskNames(
  tx: Tx,
  { plan_tasks }: Ground,
  workplaceId: string,
): Promise<Map<string, LocalisedText>> {
  const tasks = plan_tasks ?? [];
  const rows = await tx
    .selectFrom("workplace_task")
    .select(["id", "name"])
    .where("workplace_id", "in", sql<string>`(select workplace_family(${workplaceId}))`)
    .execute();
  return new Map(
    tasks.map((task) => {
      const named = task.name === null ? {} : { fi: task.name };
      return [taskKey(task), rows.find(({ id }) => id === task.taskId)?.name ?? named];
    }),
  );
}

export function listItems(tx: Tx, workplaceId: string) {
  return tx
    .selectFrom("induction_item")
    .select(["id", "task_key", "text"])
    .where("workplace_id", "in", sql<string>`(select workplace_family(${workplaceId}))`)
    .where("retired_at", "is", null)
    .orderBy("position")
    .execute();
}

/** Marks of the workplace where the placement is now: what was shown at another unit does not count here. */
export function listMarks(
  tx: Tx,
  placement: Pick<SeenPlacement, "id" | "provider_id" | "workplace_id">,
) {
  return tx
    .selectFrom("induction_mark as m")
    .innerJoin("person", "person.id", "m.person_id")
    .select([
      "m.task_key",
      "m.item",
      "m.party",
      "m.at",
      "m.person_id",
      sql<string>`coalesce(m.acting_name, person.given_name)`.as("by"),
    ])
    .where("m.provider_id", "=", placement.provider_id)
    .where("m.placement_id", "=", placement.id)
    .where(
      "m.workplace_id",
      "in",
      sql<string>`(select workplace_family(${placement.workplace_id}))`,
    )
    .execute();
}

export type MarkKey = {
  readonly provider_id: string;
  readonly placement_id: string;
  readonly workplace_id: string;
  readonly task_key: string;
  readonly item: string;
  readonly party: string;
};

export async function saveMark(
  tx: Tx,
  key: MarkKey,
  hand: { readonly person_id: string; readonly acting_name: string | null; readonly at: string },
): Promise<void> {
  await tx
    .insertInto("induction_mark")
    .values({ ...key, ...hand })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function dropMark(tx: Tx, key: MarkKey): Promise<void> {
  await tx
    .deleteFrom("induction_mark")
    .where("provider_id", "=", key.provider_id)
    .where("placement_id", "=", key.placement_id)
    .where("workplace_id", "in", sql<string>`(select workplace_family(${key.workplace_id}))`)
    .where("task_key", "=", key.task_key)
    .where("item", "=", key.item)
    .where("party", "=", key.party)
    .execute();
}

export async function addItem(
  tx: Tx,
  item: {
    readonly id: string;
    readonly workplace_id: string;
    readonly task_key: string;
    readonly text: LocalisedText;
    readonly position: number;
    readonly added_by: string;
    readonly added_at: string;
  },
): Promise<void> {
  await tx
    .insertInto("induction_item")
    .values({ ...item, text: JSON.stringify(item.text) })
    .execute();
}

export async function retireItem(
  tx: Tx,
  { id, workplaceId, at }: { id: string; workplaceId: string; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("induction_item")
    .set({ retired_at: at })
    .where("id", "=", id)
    .where("workplace_id", "in", sql<string>`(select workplace_family(${workplaceId}))`)
    .where("retired_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
