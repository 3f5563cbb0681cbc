import { type RawBuilder, sql } from "kysely";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { Field } from "../checklist.ts";
import type { CoverFacts, CoverPaper } from "../insurance.ts";

type SafetyRow = {
  /** Last day of the signed general checklist of the workplace; null when none was signed. */
  readonly validUntil: string | null;
  /** Days by which something has to be put right that is not yet. */
  readonly open: readonly string[];
  readonly cover: CoverFacts;
};

/** A column for a statement over `placement`: what the gate asks of checklist and insurance. */
export function safetyColumn(): RawBuilder<SafetyRow> {
  const here = sql`c.provider_id = placement.provider_id and c.workplace_id in (select workplace_family(placement.workplace_id))`;
  return sql<SafetyRow>`json_build_object(
    'validUntil', (select max(c.valid_until) from checklist c
      where ${here} and c.field = 'general' and c.valid_until >= c.valid_from),
    'open', (select coalesce(json_agg(k.due_on order by k.due_on), '[]')
      from checklist_condition k join checklist c on c.provider_id = k.provider_id and c.id = k.checklist_id
      where ${here} and k.done_on is null),
    'cover', json_build_object('basis', placement.basis,
      'stated', (select json_build_object('basis', i.basis, 'accident', i.accident_bearer, 'liability', i.liability_bearer)
        from placement_insurance i where i.provider_id = placement.provider_id and i.placement_id = placement.id),
      'papers', ${insurancePapers(sql`placement.workplace_id`)}))`;
}

/** Insurance papers that stand at the workplace or at one merged into it. */
function insurancePapers(workplaceId: RawBuilder<unknown>): RawBuilder<CoverPaper[]> {
  return sql<
    CoverPaper[]
  >`(select coalesce(json_agg(json_build_object('from', d.valid_from, 'until', d.valid_until)), '[]')
    from workplace_document d where d.workplace_id in (select workplace_family(${workplaceId}))
      and d.kind = 'insurance' and d.removed_at is null)`;
}

/** The workplace with what has been merged into it. */
export function familyOf(workplaceId: string): RawBuilder<string> {
  return sql<string>`(select workplace_family(${workplaceId}))`;
}

export function findPlace(tx: Tx, placementId: string) {
  return tx
    .selectFrom("placement")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .where("placement.id", "=", placementId)
    .select([
      "placement.basis",
      safetyColumn().as("safety"),
      "student.given_name",
      "student.family_name",
      "workplace.name as workplace_name",
      "provider.name as provider_name",
      "provider.time_zone",
    ])
    .executeTakeFirstOrThrow();
}

const KEPT = ["id", "field", "template_version", "version", "valid_from", "valid_until"] as const;

/** Checklists of the workplace: what is being filled, and what was signed and held at least a day. */
export function listChecklists(tx: Tx, { provider_id, workplace_id }: SeenPlacement) {
  return tx
    .selectFrom("checklist")
    .leftJoin("person", "person.id", "checklist.signed_by")
    .select(KEPT.map((column) => `checklist.${column}` as const))
    .select(["checklist.signed_at", "person.given_name", "person.family_name"])
    .where("checklist.provider_id", "=", provider_id)
    .where("workplace_id", "in", familyOf(workplace_id))
    .where((eb) =>
      eb.or([eb("signed_at", "is", null), eb("valid_until", ">=", eb.ref("valid_from"))]),
    )
    .orderBy("valid_from", "desc")
    .execute();
}

/** Codes of the fields that the workplace works in. */
export async function listFields(tx: Tx, { workplace_id }: SeenPlacement): Promise<string[]> {
  const rows = await tx
    .selectFrom("workplace_field")
    .select("field")
    .distinct()
    .where("workplace_id", "in", familyOf(workplace_id))
    .execute();
  return rows.map(({ field }) => field);
}

/** Answers with the photos that belong to this placement. */
export function listAnswers(tx: Tx, { provider_id, id }: SeenPlacement, checklistIds: string[]) {
  if (checklistIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom("checklist_answer as a")
    .leftJoin("file as f", (join) =>
      join
        .onRef("f.provider_id", "=", "a.provider_id")
        .onRef("f.id", "=", "a.file_id")
        .on("f.placement_id", "=", id),
    )
    .select(["a.checklist_id", "a.item_id", "a.answer", "a.remark", "f.id as file_id"])
    .where("a.provider_id", "=", provider_id)
    .where("a.checklist_id", "in", checklistIds)
    .execute();
}

export function listConditions(tx: Tx, { provider_id, workplace_id }: SeenPlacement) {
  return tx
    .selectFrom("checklist_condition as k")
    .innerJoin("checklist as c", (join) =>
      join.onRef("c.provider_id", "=", "k.provider_id").onRef("c.id", "=", "k.checklist_id"),
    )
    .select(["k.id", "c.field", "k.text", "k.owner", "k.due_on", "k.done_on"])
    .where("c.provider_id", "=", provider_id)
    .where("c.workplace_id", "in", familyOf(workplace_id))
    .orderBy((eb) => eb("k.done_on", "is not", null))
    .orderBy("k.due_on")
    .execute();
}

export function findInsurance(tx: Tx, { provider_id, id }: SeenPlacement) {
  return tx
    .selectFrom("placement_insurance")
    .select(["accident_bearer", "liability_bearer", "note", "stated_at"])
    .where("provider_id", "=", provider_id)
    .where("placement_id", "=", id)
    .executeTakeFirst();
}

export type Hand = { readonly by: string; readonly at: string };

type Started = Hand & {
  readonly id: string;
  readonly field: Field;
  /** null = the field's list has been retired: only one that was begun before goes on. */
  readonly version: number | null;
};

/** The one being filled, made when there is none; two at once get the same. */
export async function startOne(
  tx: Tx,
  { provider_id, workplace_id }: SeenPlacement,
  { id, field, version, by, at }: Started,
): Promise<string | undefined> {
  if (version !== null) {
    const started = { template_version: version, started_by: by, started_at: at };
    await tx
      .insertInto("checklist")
      .values({ provider_id, id, workplace_id, field, ...started })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const being = await tx
    .selectFrom("checklist")
    .select("id")
    .where("provider_id", "=", provider_id)
    .where("workplace_id", "=", workplace_id)
    .where("field", "=", field)
    .where("signed_at", "is", null)
    .executeTakeFirst();
  return being?.id;
}

/** A checklist of the placement's workplace, locked: answers and signature take turns. */
export function lockChecklist(tx: Tx, { provider_id, workplace_id }: SeenPlacement, id: string) {
  return tx
    .selectFrom("checklist")
    .select([...KEPT, "signed_at"])
    .where("provider_id", "=", provider_id)
    .where("workplace_id", "in", familyOf(workplace_id))
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export type LockedChecklist = NonNullable<Awaited<ReturnType<typeof lockChecklist>>>;

export async function setTemplate(
  tx: Tx,
  provider_id: string,
  id: string,
  version: number,
): Promise<void> {
  await tx
    .updateTable("checklist")
    .set((eb) => ({ template_version: version, version: eb("version", "+", 1) }))
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .execute();
}

export function hasFile(tx: Tx, { provider_id, id }: SeenPlacement, fileId: string) {
  return tx
    .selectFrom("file")
    .select("id")
    .where("provider_id", "=", provider_id)
    .where("placement_id", "=", id)
    .where("id", "=", fileId)
    .executeTakeFirst();
}
