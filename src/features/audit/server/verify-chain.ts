import { createHash } from "node:crypto";
import type { Database, Tx } from "#server/database/database.ts";
import { type Broken, belongsTo, judgeLink, type Link, type Sha256 } from "../chain.ts";
import { hasUnlinked, readHeads, readLinks } from "./chain.queries.ts";

/** Links read at a time: a million of them need no more memory than this many. */
const WINDOW = 2_000;

export type Verdict = {
  readonly chain: string;
  /** How many links were looked through: up to the first broken one. */
  readonly length: number;
  /** Hash of the last whole link; null = none. */
  readonly head: string | null;
  readonly broken: Broken | null;
};

const sha256: Sha256 = (salt, words) =>
  createHash("sha256").update(Buffer.from(salt, "hex")).update(words, "utf8").digest("hex");

/**
 * Computes one chain anew from its first link, against a still picture of the database: deeds go on meanwhile.
 * Tells the first broken link, or where the chain ends.
 */
export function verifyChain(db: Database, chain: string): Promise<Verdict> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (tx) => {
      const heads = await readHeads(tx, chain);
      let length = 0;
      let head: string | null = null;
      for await (const link of linksOf(tx, chain)) {
        const broken =
          judgeLink(link, { number: length + 1, previous: head }, sha256) ??
          againstHead(link, heads);
        if (broken !== null) {
          return { chain, length, head, broken: await named(tx, broken, link) };
        }
        length += 1;
        head = link.hash;
      }
      return { chain, length, head, broken: await atTheEnd(tx, chain, length, heads) };
    });
}

async function* linksOf(tx: Tx, chain: string): AsyncGenerator<Link> {
  let after = { number: 0, eventId: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const links = await readLinks(tx, chain, after, WINDOW);
    yield* links;
    const last = links.at(-1);
    if (last === undefined || links.length < WINDOW) return;
    after = last;
  }
}

/** Whole in itself, but not what stood here when the head was kept. */
function againstHead({ number, hash }: Link, heads: ReadonlyMap<number, string>): Broken | null {
  const kept = heads.get(number);
  return kept === undefined || kept === hash ? null : { number, fault: "forked" };
}

/** An altered link may be another one's in its place: the whole chain is asked, once. */
async function named(tx: Tx, broken: Broken, link: Link): Promise<Broken> {
  if (broken.fault !== "altered") return broken;
  for await (const other of linksOf(tx, link.chain)) {
    if (belongsTo(link, other, sha256)) return { ...broken, fault: "swapped" };
  }
  return broken;
}

async function atTheEnd(
  tx: Tx,
  chain: string,
  length: number,
  heads: ReadonlyMap<number, string>,
): Promise<Broken | null> {
  if (Math.max(0, ...heads.keys()) > length) return { number: length + 1, fault: "missing" };
  return (await hasUnlinked(tx, chain)) ? { number: length + 1, fault: "unlinked" } : null;
}
