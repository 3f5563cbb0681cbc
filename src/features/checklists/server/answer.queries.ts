import { sql } from "kysely";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { AnswerCode } from "../checklist.ts";
import type { Hand } from "./checklist.queries.ts";

/** The answer that stands, and who gave it. */
export function findAnswer(
  tx: Tx,
  { provider_id }: SeenPlacement,
  checklistId: string,
  itemId: string,
) {
  return tx
    .selectFrom("checklist_answer as a")
    .innerJoin("person", "person.id", "a.answered_by")
    .select([
      "a.answer",
      "a.remark",
      sql<string>`concat(person.given_name, ' ', person.family_name)`.as("by"),
    ])
    .where("a.provider_id", "=", provider_id)
    .where("a.checklist_id", "=", checklistId)
    .where("a.item_id", "=", itemId)
    .executeTakeFirst();
}

type Saved = Hand & {
  readonly checklistId: string;
  readonly itemId: string;
  readonly answer: AnswerCode;
  readonly remark: string | null;
  readonly fileId: string | null;
};

/** Without a photo the one that was attached before stays; whoever has seen the list before has an old version. */
export async function saveAnswer(tx: Tx, provider_id: string, saved: Saved): Promise<void> {
  await countUp(tx, provider_id, saved.checklistId);
  const values = {
    answer: saved.answer,
    remark: saved.remark,
    answered_by: saved.by,
    answered_at: saved.at,
    ...(saved.fileId === null ? {} : { file_id: saved.fileId }),
  };
  await tx
    .insertInto("checklist_answer")
    .values({ provider_id, checklist_id: saved.checklistId, item_id: saved.itemId, ...values })
    .onConflict((conflict) =>
      conflict.columns(["provider_id", "checklist_id", "item_id"]).doUpdateSet(values),
    )
    .execute();
}

/** Whoever has seen the list before has an old version. */
async function countUp(tx: Tx, provider_id: string, id: string): Promise<void> {
  await tx
    .updateTable("checklist")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .execute();
}

/** Takes the attachment of this placement off an answer and forgets its bytes; the file it was, or null. */
export async function forgetAttachment(
  tx: Tx,
  { provider_id, id }: SeenPlacement,
  checklistId: string,
  itemId: string,
): Promise<string | null> {
  const held = await tx
    .selectFrom("checklist_answer as a")
    .innerJoin("file as f", (join) =>
      join.onRef("f.provider_id", "=", "a.provider_id").onRef("f.id", "=", "a.file_id"),
    )
    .select("f.id")
    .where("a.provider_id", "=", provider_id)
    .where("a.checklist_id", "=", checklistId)
    .where("a.item_id", "=", itemId)
    .where("f.placement_id", "=", id)
    .executeTakeFirst();
  if (held === undefined) return null;
  await countUp(tx, provider_id, checklistId);
  await tx
    .updateTable("checklist_answer")
    .set({ file_id: null })
    .where("provider_id", "=", provider_id)
    .where("checklist_id", "=", checklistId)
    .where("item_id", "=", itemId)
    .execute();
  await sql`
    delete from file where provider_id = ${provider_id} and id = ${held.id} and not exists (
      select from checklist_answer as other
       where other.provider_id = file.provider_id and other.file_id = file.id)`.execute(tx);
  return held.id;
}
