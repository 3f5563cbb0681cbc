import { type SqlBool, sql } from "kysely";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { Word } from "../cards.ts";

type KeyedWord = Omit<Word, "requirementId" | "answer"> & {
  readonly key: string;
  readonly answer: string;
};

/** What the workplace has said, by the requirement's key; of two merged workplaces the newer word. */
export function listWords(
  tx: Tx,
  workplaceId: string,
  keys: readonly string[],
): Promise<KeyedWord[]> {
  return tx
    .selectFrom("workplace_card as card")
    .innerJoin("person", "person.id", "card.said_by")
    .distinctOn("card.requirement_key")
    .select([
      "card.requirement_key as key",
      "card.answer",
      "card.task_ids as taskIds",
      "card.said_at as at",
      sql<string>`coalesce(card.acting_name, person.given_name)`.as("by"),
    ])
    .where("card.workplace_id", "in", familyOf(workplaceId))
    .where(sql<SqlBool>`card.requirement_key = any(${keys}::text[])`)
    .orderBy("card.requirement_key")
    .orderBy("card.said_at", "desc")
    .execute();
}

export type NewWord = {
  readonly workplaceId: string;
  readonly key: string;
  readonly answer: string;
  readonly taskIds: readonly string[];
  readonly saidBy: string;
  readonly actingName: string | null;
  readonly at: string;
};

export async function saveWord(tx: Tx, word: NewWord): Promise<void> {
  const said = {
    answer: word.answer,
    task_ids: [...word.taskIds],
    said_by: word.saidBy,
    acting_name: word.actingName,
    said_at: word.at,
  };
  await tx
    .insertInto("workplace_card")
    .values({ workplace_id: word.workplaceId, requirement_key: word.key, ...said })
    .onConflict((conflict) =>
      conflict.columns(["workplace_id", "requirement_key"]).doUpdateSet(said),
    )
    .execute();
}

/** As if it had never been said, also at a workplace that was merged into this one. */
export async function dropWord(tx: Tx, workplaceId: string, key: string): Promise<void> {
  await tx
    .deleteFrom("workplace_card")
    .where("workplace_id", "in", familyOf(workplaceId))
    .where("requirement_key", "=", key)
    .execute();
}

/** Placements at the same workplace that whoever speaks has in sight: their grids read the word too. */
export async function listNeighbours(tx: Tx, workplaceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("placement")
    .select("id")
    .where("workplace_id", "in", familyOf(workplaceId))
    .where("state", "not in", ["closed", "cancelled", "terminated"])
    .execute();
  return rows.map(({ id }) => id);
}

export function findGround(tx: Tx, placement: SeenPlacement) {
  return tx
    .selectFrom("placement")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("person as teacher", "teacher.id", "placement.teacher_id")
    .leftJoin("person as tutor", "tutor.id", "placement.tutor_id")
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .where("placement.provider_id", "=", placement.provider_id)
    .where("placement.id", "=", placement.id)
    .select([
      "student.given_name as student_name",
      "student.family_name as student_family_name",
      "teacher.given_name as teacher_name",
      "tutor.given_name as tutor_name",
      "workplace.name as workplace_name",
      "provider.name as provider_name",
    ])
    .executeTakeFirstOrThrow();
}

/** The newest reminder of the tutor about the cards, and the newest about anything: the rest is one. */
export async function findAsked(tx: Tx, placement: SeenPlacement) {
  if (placement.tutor_id === null) return { asked: undefined, last: undefined };
  const rows = await tx
    .selectFrom("nudge")
    .innerJoin("person", "person.id", "nudge.by_person")
    .select(["nudge.about", "nudge.at", "person.given_name as by"])
    .where("nudge.provider_id", "=", placement.provider_id)
    .where("nudge.placement_id", "=", placement.id)
    .where("nudge.to_person", "=", placement.tutor_id)
    .orderBy("nudge.at", "desc")
    .execute();
  return { asked: rows.find(({ about }) => about === "cards"), last: rows[0] };
}

/** Keys of the requirements a placement `p` has: its plan's, or its units' while there is no plan. */
export const KEYS = sql`
  select r.key from placement_objective o
    join requirement r on r.id = o.requirement_id
   where o.provider_id = p.provider_id and o.placement_id = p.id
  union
  select r.key from placement_unit u
    join requirement r on r.unit_id = u.unit_id
   where u.provider_id = p.provider_id and u.placement_id = p.id
     and not exists (
       select from placement_objective o
        where o.provider_id = p.provider_id and o.placement_id = p.id)`;

/** Of these placements those whose tutor has been asked to sort and has cards left: how many, and since when. */
export async function listUnsorted(tx: Tx, placementIds: readonly string[]) {
  if (placementIds.length === 0) return [];
  const { rows } = await sql<{ placementId: string; unsorted: number; since: string }>`
    select p.id as "placementId", count(distinct r.key)::int as unsorted, max(asked.at) as since
      from placement p
      join lateral (
        select max(n.at) as at from nudge n
         where n.provider_id = p.provider_id and n.placement_id = p.id and n.about = 'cards'
           and n.to_person = p.tutor_id) asked on asked.at is not null
      join lateral (${KEYS}) r on true
     where p.id = any(${placementIds}::uuid[])
       and not exists (
         select from workplace_card c
          where c.requirement_key = r.key
            and c.workplace_id in (select workplace_family(p.workplace_id)))
     group by p.id`.execute(tx);
  return rows;
}

function familyOf(workplaceId: string) {
  return sql<string>`(select workplace_family(${workplaceId}))`;
}
