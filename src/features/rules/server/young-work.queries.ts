import { type RawBuilder, sql } from "kysely";
import type { PlanContent } from "#features/plans/plan.ts";
import type { Tx } from "#server/database/database.ts";
import type { LocalisedText } from "#shared/language.ts";

/** What the rules need to know of a placement of somebody under 18; null for everybody else. */
export type YoungWorkRow = {
  readonly hours: PlanContent["hours"] | null;
  readonly shifts: PlanContent["shifts"] | null;
  readonly planTasks: PlanContent["tasks"] | null;
  readonly present: readonly {
    readonly id: string;
    readonly name: LocalisedText;
    readonly kinds: readonly string[] | null;
    readonly retired: boolean;
  }[];
  readonly own: readonly { readonly key: string; readonly kinds: readonly string[] }[];
  readonly settled: readonly {
    readonly fact: string;
    readonly kind: string;
    readonly on: string;
  }[];
  readonly pack: { readonly id: string; readonly content: unknown } | null;
};

/** A column for a statement over `placement` and its `student`. */
export function youngWorkColumn(): RawBuilder<YoungWorkRow | null> {
  const mine = sql`provider_id = placement.provider_id and placement_id = placement.id`;
  return sql<YoungWorkRow | null>`case when student.born_on + interval '18 years' > placement.starts_on then (
    select json_build_object(
      'hours', plan.content -> 'hours',
      'shifts', plan.content -> 'shifts',
      'planTasks', plan.content -> 'tasks',
      'present', (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'kinds', t.kinds,
          'retired', t.retired_on is not null) order by t.position), '[]')
        from workplace_task t where t.workplace_id in (select workplace_family(placement.workplace_id))),
      'own', (select coalesce(json_agg(json_build_object('key', task_key, 'kinds', kinds)), '[]')
        from placement_task_kinds where ${mine}),
      'settled', (select coalesce(json_agg(json_build_object('fact', fact, 'kind', kind, 'on', on_day) order by noted_at), '[]')
        from placement_settled where ${mine}),
      'pack', (select json_build_object('id', id, 'content', content)
        from rule_pack_version where provider_id = placement.provider_id and state = 'in_use' limit 1))
    from (select 1) as one
    left join lateral (select content from plan_version where ${mine} order by number desc limit 1) as plan on true)
  end`;
}

/** The placement as the rules and their letters see it. */
export function findWork(tx: Tx, placementId: string) {
  return tx
    .selectFrom("placement")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("person as teacher", "teacher.id", "placement.teacher_id")
    .leftJoin("person as tutor", "tutor.id", "placement.tutor_id")
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .innerJoin("employer", "employer.id", "workplace.employer_id")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .where("placement.id", "=", placementId)
    .select([
      "placement.basis",
      "placement.starts_on",
      "placement.ends_on",
      "student.born_on",
      "student.given_name as student_given_name",
      "student.family_name as student_family_name",
      "teacher.given_name as teacher_given_name",
      "teacher.family_name as teacher_family_name",
      "teacher.phone as teacher_phone",
      "teacher.email as teacher_email",
      "tutor.given_name as tutor_given_name",
      "tutor.family_name as tutor_family_name",
      "workplace.name as workplace_name",
      "workplace.street",
      "workplace.postal_code",
      "workplace.municipality",
      "employer.name as employer_name",
      "employer.business_id",
      "provider.name as provider_name",
      "provider.time_zone",
      youngWorkColumn().as("young_work"),
    ])
    .executeTakeFirstOrThrow();
}

export type WorkRow = Awaited<ReturnType<typeof findWork>>;

export function listLoggedMinutes(tx: Tx, placementId: string, since: string) {
  return tx
    .selectFrom("log_entry")
    .select(["on_day", "minutes"])
    .where("placement_id", "=", placementId)
    .where("on_day", ">=", since)
    .where("minutes", ">", 0)
    .orderBy("on_day")
    .execute();
}

export async function markTask(
  tx: Tx,
  { taskId, kinds, by, at }: { taskId: string; kinds: readonly string[]; by: string; at: string },
): Promise<void> {
  await tx
    .updateTable("workplace_task")
    .set({ kinds: [...kinds], kinds_by: by, kinds_at: at })
    .where("id", "=", taskId)
    .execute();
}

type Keys = { provider_id: string; placement_id: string };

export async function markOwnTask(
  tx: Tx,
  keys: Keys,
  { taskKey, kinds, by, at }: { taskKey: string; kinds: readonly string[]; by: string; at: string },
): Promise<void> {
  const values = { kinds: [...kinds], noted_by: by, noted_at: at };
  await tx
    .insertInto("placement_task_kinds")
    .values({ ...keys, task_key: taskKey, ...values })
    .onConflict((conflict) =>
      conflict.columns(["provider_id", "placement_id", "task_key"]).doUpdateSet(values),
    )
    .execute();
}

export async function settle(
  tx: Tx,
  keys: Keys,
  { fact, kind, by, at, on }: { fact: string; kind: string; by: string; at: string; on: string },
): Promise<void> {
  await tx
    .insertInto("placement_settled")
    .values({ ...keys, fact, kind, on_day: on, noted_by: by, noted_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function unsettle(tx: Tx, keys: Keys, fact: string, kind: string): Promise<void> {
  await tx
    .deleteFrom("placement_settled")
    .where("provider_id", "=", keys.provider_id)
    .where("placement_id", "=", keys.placement_id)
    .where("fact", "=", fact)
    .where("kind", "=", kind)
    .execute();
}
