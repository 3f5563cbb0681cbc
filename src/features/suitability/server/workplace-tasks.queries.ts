import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";

type Texts = Readonly<Record<string, string>>;

const IDEAS = 40;

/** One task of each name that other workplaces in the same fields have and this family has not. */
export async function listIdeas(tx: Tx, workplaceId: string) {
  const { rows } = await sql<{ id: string; name: Texts; workplaces: number }>`
    with family as (select workplace_family(${workplaceId}) as id),
    near as (
      select distinct other.workplace_id from workplace_field other
       where other.field <> 'general' and other.workplace_id not in (select id from family)
         and other.field in (
           select mine.field from workplace_field mine where mine.workplace_id in (select id from family))),
    own as (
      select lower(name.value) as word from workplace_task task, jsonb_each_text(task.name) name
       where task.workplace_id in (select id from family) and task.retired_on is null)
    select (array_agg(task.id order by task.id))[1] as id,
           (array_agg(task.name order by task.id))[1] as name,
           count(distinct task.workplace_id)::int as workplaces
      from workplace_task task
     where task.workplace_id in (select workplace_id from near) and task.retired_on is null
       and not exists (select from jsonb_each_text(task.name) name join own on own.word = lower(name.value))
     group by lower(coalesce(task.name ->> 'fi', task.name ->> 'sv', task.name ->> 'en'))
     order by workplaces desc, lower(min(task.name ->> 'fi'))
     limit ${IDEAS}`.execute(tx);
  return rows;
}

/** Two who add tasks to one workplace take turns. */
export async function lockWorkplace(tx: Tx, workplaceId: string): Promise<void> {
  await tx
    .selectFrom("workplace")
    .select("id")
    .where("id", "=", workplaceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function listNames(tx: Tx, taskIds: readonly string[]): Promise<Texts[]> {
  if (taskIds.length === 0) return [];
  const { rows } = await sql<{ name: Texts }>`
    select name from workplace_task
     where id = any(${taskIds}::uuid[]) and retired_on is null order by position, id`.execute(tx);
  return rows.map(({ name }) => name);
}

/** Names in all languages of the tasks that are done here, in small letters. */
export async function listWordsHere(tx: Tx, workplaceId: string): Promise<Set<string>> {
  const { rows } = await sql<{ word: string }>`
    select lower(name.value) as word from workplace_task task, jsonb_each_text(task.name) name
     where task.workplace_id in (select workplace_family(${workplaceId})) and task.retired_on is null`.execute(
    tx,
  );
  return new Set(rows.map(({ word }) => word));
}

export async function insertTasks(
  tx: Tx,
  workplaceId: string,
  tasks: readonly { id: string; name: Texts }[],
): Promise<void> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(position), 0) + 1 as next from workplace_task where workplace_id = ${workplaceId}`.execute(
    tx,
  );
  const next = rows[0]?.next ?? 1;
  await tx
    .insertInto("workplace_task")
    .values(
      tasks.map(({ id, name }, index) => ({
        id,
        workplace_id: workplaceId,
        name: JSON.stringify(name),
        position: next + index,
      })),
    )
    .execute();
}
