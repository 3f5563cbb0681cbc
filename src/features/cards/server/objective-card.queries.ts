import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import { LANGUAGES, type Language, type LocalisedText } from "#shared/language.ts";
import type { CardTexts } from "../objective-card.ts";
import { KEYS } from "./words.queries.ts";

export type CardKey = { readonly providerId: string; readonly key: string };

/** The requirement, and the words that came with its qualification. */
export function findRequirement(tx: Tx, requirementId: string) {
  return tx
    .selectFrom("requirement")
    .innerJoin("unit", "unit.id", "requirement.unit_id")
    .leftJoin("requirement_plain as words", "words.requirement_key", "requirement.key")
    .select([
      "requirement.id as requirementId",
      "requirement.key",
      "requirement.number",
      "requirement.text",
      sql<LocalisedText>`requirement.lead`.as("lead"),
      "unit.id as unitId",
      "unit.name as unitName",
      "unit.framework_version_id as versionId",
      "words.plain",
      "words.seen_when as seenWhen",
      sql<LocalisedText[] | null>`words.typical_tasks`.as("tasks"),
    ])
    .where("requirement.id", "=", requirementId)
    .executeTakeFirst();
}

const TASKS = sql<LocalisedText[]>`typical_tasks`;

export function findCard(tx: Tx, { providerId, key }: CardKey) {
  return tx
    .selectFrom("objective_card")
    .select(["number", "plain", "seen_when as seenWhen", TASKS.as("tasks")])
    .where("provider_id", "=", providerId)
    .where("requirement_key", "=", key)
    .executeTakeFirst();
}

/** The card, locked; its row is made first, so that two who write the first version take turns too. */
export async function lockCard(tx: Tx, { providerId, key }: CardKey): Promise<number> {
  await tx
    .insertInto("objective_card")
    .values({ provider_id: providerId, requirement_key: key, number: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { number } = await tx
    .selectFrom("objective_card")
    .select("number")
    .where("provider_id", "=", providerId)
    .where("requirement_key", "=", key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return number;
}

export function listVersions(tx: Tx, { providerId, key }: CardKey) {
  return tx
    .selectFrom("objective_card_version as v")
    .innerJoin("person", "person.id", "v.written_by")
    .leftJoin("provider", "provider.id", "v.taken_from")
    .select([
      "v.number",
      "v.plain",
      "v.seen_when as seenWhen",
      sql<LocalisedText[]>`v.typical_tasks`.as("tasks"),
      "v.written_at as at",
      "provider.name as takenFrom",
      sql<string>`person.given_name || ' ' || person.family_name`.as("by"),
    ])
    .where("v.provider_id", "=", providerId)
    .where("v.requirement_key", "=", key)
    .orderBy("v.number", "desc")
    .execute();
}

export type NewVersion = CardKey & {
  readonly number: number;
  readonly texts: CardTexts;
  readonly takenFrom: string | null;
  readonly writtenBy: string;
  readonly at: string;
};

export async function saveVersion(tx: Tx, version: NewVersion): Promise<void> {
  const { providerId, key, number, texts } = version;
  const words = columnsOf(texts);
  await tx
    .updateTable("objective_card")
    .set({ number, ...words })
    .where("provider_id", "=", providerId)
    .where("requirement_key", "=", key)
    .execute();
  await tx
    .insertInto("objective_card_version")
    .values({
      provider_id: providerId,
      requirement_key: key,
      number,
      ...words,
      taken_from: version.takenFrom,
      written_by: version.writtenBy,
      written_at: version.at,
    })
    .execute();
}

function columnsOf({ plain, seenWhen, tasks }: CardTexts) {
  return { plain, seen_when: seenWhen, typical_tasks: JSON.stringify(tasks) };
}

/** What every provider offers of this requirement, by name. */
export function listOffers(tx: Tx, key: string) {
  return tx
    .selectFrom("offered_card as o")
    .innerJoin("provider", "provider.id", "o.offered_by")
    .select([
      "o.offered_by as providerId",
      "provider.name as providerName",
      "o.number",
      "o.plain",
      "o.seen_when as seenWhen",
      sql<LocalisedText[]>`o.typical_tasks`.as("tasks"),
      "o.offered_at as offeredAt",
    ])
    .where("o.requirement_key", "=", key)
    .orderBy("o.offered_at")
    .execute();
}

export async function offer(
  tx: Tx,
  { providerId, key }: CardKey,
  { number, texts, at }: { number: number; texts: CardTexts; at: string },
): Promise<void> {
  const values = { number, ...columnsOf(texts), offered_at: at };
  await tx
    .insertInto("offered_card")
    .values({ offered_by: providerId, requirement_key: key, ...values })
    .onConflict((conflict) =>
      conflict.columns(["requirement_key", "offered_by"]).doUpdateSet(values),
    )
    .execute();
}

export async function withdrawOffer(tx: Tx, { providerId, key }: CardKey): Promise<void> {
  await tx
    .deleteFrom("offered_card")
    .where("offered_by", "=", providerId)
    .where("requirement_key", "=", key)
    .execute();
}

/** Placements under way by the requirements they have: the plan's, or their units' while there is no plan. */
const USED = (providerId: string) => sql`
  select r.key, count(distinct p.id)::int as placements
    from placement p
    join lateral (${KEYS}) r on true
   where p.provider_id = ${providerId} and p.state not in ('ended', 'closed', 'cancelled', 'terminated')
   group by r.key`;

export async function countPlacements(tx: Tx, { providerId, key }: CardKey): Promise<number> {
  const { rows } = await sql<{ placements: number }>`
    with used as (${USED(providerId)}) select placements from used where key = ${key}`.execute(tx);
  return rows[0]?.placements ?? 0;
}

/** Requirements of the newest version of each qualification, and older ones in use, with the words they have. */
const WORDED = (providerId: string) => sql`
  used as (${USED(providerId)}),
  newest as (select distinct on (framework_id) id from framework_version order by framework_id, number desc),
  worded as (
    select distinct on (r.key) r.key, r.id as "requirementId", r.number, r.lead, r.text, r.position,
           u.id as "unitId", u.name as "unitName", u.position as unit_position,
           u.framework_version_id as "versionId", coalesce(used.placements, 0) as placements,
           coalesce(card.plain, words.plain, '{}') as plain,
           coalesce(card.seen_when, words.seen_when, '{}') as seen_when
      from requirement r
      join unit u on u.id = r.unit_id
      left join used on used.key = r.key
      left join objective_card card on card.provider_id = ${providerId} and card.requirement_key = r.key
      left join requirement_plain words on words.requirement_key = r.key
     where u.state <> 'deleted' and (used.key is not null or u.framework_version_id in (select id from newest))
     order by r.key, u.framework_version_id in (select id from newest) desc, u.position)`;

const MISSING = (language: Language) => sql`
  (coalesce(plain ->> ${language}, '') = '' or coalesce(seen_when ->> ${language}, '') = '')`;

/** In each language how many are missing, of all and of those in use. */
export async function countMissing(tx: Tx, providerId: string) {
  const counts = LANGUAGES.map(
    (language) => sql`
      json_build_object('language', ${language}::text,
        'all', count(*) filter (where ${MISSING(language)}),
        'used', count(*) filter (where placements > 0 and ${MISSING(language)}))`,
  );
  const { rows } = await sql<{ counts: { language: Language; all: number; used: number }[] }>`
    with ${WORDED(providerId)} select json_build_array(${sql.join(counts)}) as counts from worded`.execute(
    tx,
  );
  return rows[0]?.counts ?? [];
}

export type MissingRow = {
  readonly requirementId: string;
  readonly versionId: string;
  readonly unitId: string;
  readonly unitName: LocalisedText;
  readonly number: string;
  readonly lead: LocalisedText;
  readonly text: LocalisedText;
  readonly placements: number;
};

const SHOWN = 40;

export async function listMissing(tx: Tx, providerId: string, language: Language) {
  const { rows } = await sql<MissingRow>`
    with ${WORDED(providerId)}
    select "requirementId", "versionId", "unitId", "unitName", number, lead, text, placements
      from worded where ${MISSING(language)}
     order by placements desc, unit_position, position, key limit ${SHOWN}`.execute(tx);
  return rows;
}
