import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import { HOUSE_CHAIN, type Link, type LinkedEvent } from "../chain.ts";

/** Every chain there is, the house's own last. */
export async function listChains(tx: Tx): Promise<{ chain: string; slug: string | null }[]> {
  const providers = await tx
    .selectFrom("provider")
    .select(["id as chain", "slug"])
    .orderBy("slug")
    .execute();
  return [...providers, { chain: HOUSE_CHAIN, slug: null }];
}

type Row = Omit<Link, "event"> &
  Partial<Record<keyof LinkedEvent, unknown>> &
  LinkedEvent & {
    readonly there: boolean;
  };

/** The next `limit` links after a place (number and event), with their events. */
export async function readLinks(
  tx: Tx,
  chain: string,
  after: { number: number; eventId: string },
  limit: number,
): Promise<Link[]> {
  const { rows } = await sql<Row>`
    select link.number, link.chain, link.event_id as "eventId", encode(link.previous, 'hex') as previous,
           encode(link.who_salt, 'hex') as "whoSalt", encode(link.who, 'hex') as who,
           encode(link.what_salt, 'hex') as "whatSalt", encode(link.what, 'hex') as what,
           encode(link.hash, 'hex') as hash, event.id is not null as there,
           (extract(epoch from event.at) * 1000000)::bigint as at, event.deed, event.means,
           event.subject_kind as "subjectKind", event.person_id as "personId",
           event.acting_name as "actingName", event.subject_id as "subjectId",
           event.placement_id as "placementId", event.change::text as change
      from audit_link link
      left join audit_event event
        on event.id = link.event_id and event.provider_id is not distinct from link.provider_id
     where link.chain = ${chain} and (link.number, link.event_id) > (${after.number}, ${after.eventId}::uuid)
     order by link.number, link.event_id limit ${limit}`.execute(tx);
  return rows.map(({ there, ...row }) => ({ ...row, event: there ? row : null }));
}

/** Whether the chain has an event that no link seals: written with the trigger off, or its link taken away. */
export async function hasUnlinked(tx: Tx, chain: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (
      select from audit_event event
       where event.provider_id is not distinct from nullif(${chain}::uuid, ${HOUSE_CHAIN}::uuid)
         and not exists (select from audit_link link where link.event_id = event.id and link.chain = ${chain})
    ) as there`.execute(tx);
  return rows[0]?.there === true;
}

/** Number and hash of every head that was kept while the chain was whole. */
export async function readHeads(tx: Tx, chain: string): Promise<Map<number, string>> {
  const rows = await tx
    .selectFrom("audit_head")
    .select(["number", sql<string>`encode(hash, 'hex')`.as("hash")])
    .where("chain", "=", chain)
    .where("fault", "is", null)
    .where("number", ">", 0)
    .execute();
  return new Map(rows.map(({ number, hash }) => [number, hash]));
}

export type Head = {
  readonly chain: string;
  readonly at: Temporal.Instant;
  readonly day: Temporal.PlainDate;
  readonly number: number;
  readonly hash: string | null;
  readonly fault: object | null;
};

export async function keepHead(tx: Tx, head: Head): Promise<void> {
  await sql`
    insert into audit_head (provider_id, chain, kept_at, day, number, hash, fault)
    values (nullif(${head.chain}::uuid, ${HOUSE_CHAIN}::uuid), ${head.chain}, ${head.at.toString()}, ${head.day.toString()},
            ${head.number}, decode(${head.hash}, 'hex'), ${head.fault === null ? null : JSON.stringify(head.fault)}::jsonb)
    on conflict do nothing`.execute(tx);
}
