import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { HOUSE_CHAIN } from "../chain.ts";
import { keepHeads } from "./keep-heads.ts";
import { verifyChain } from "./verify-chain.ts";

/** Every deed is sealed together with the one before it; what the tables' owner does to them by hand is found. */

let house: TestHouse;
let world: World;
beforeEach(async () => {
  house = await openTestHouse({ REQUESTS_PER_MINUTE: "100000" });
  world = await makeWorld(house.house);
});
afterEach(() => house.close());

const sql = (text: string, values: unknown[] = []) => house.house.pool.query(text, values);
const verify = (chain = world.providerId) => verifyChain(house.house.db, chain);

const EVENT = `insert into audit_event
  (id, provider_id, at, person_id, means, deed, subject_kind, subject_id, placement_id, change)
  values ($1, $2, now(), $3, 'code', 'note-talk', 'talk', $4, null, $5)`;
const CHANGE = {
  kind: "mid",
  heldOn: "2026-11-20",
  odd: 'Öljy\u007f "x" \\ \n\t\u0001 €😀',
  much: 7.5,
};

async function fill(
  count: number,
  providerId: string | null = world.providerId,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  for (const id of ids) {
    await sql(EVENT, [id, providerId, world.teacher, randomUUID(), JSON.stringify(CHANGE)]);
  }
  return ids;
}

describe("a chain", () => {
  test("is whole after deeds, and after none", async () => {
    expect(await verify()).toMatchObject({ length: 0, head: null, broken: null });
    await fill(5);
    expect(await verify()).toMatchObject({ length: 5, broken: null });
  });

  test("is each provider's own, and one of what belongs to no provider", async () => {
    await fill(2);
    await fill(3, world.otherProviderId);
    await fill(1, null);
    expect((await verify()).length).toBe(2);
    expect((await verify(world.otherProviderId)).length).toBe(3);
    expect((await verify(HOUSE_CHAIN)).length).toBe(1);
  });

  test("links nothing of a deed that was rolled back", async () => {
    const client = await house.house.pool.connect();
    await client.query("begin");
    await client.query(EVENT, [newId(), world.providerId, world.teacher, randomUUID(), "{}"]);
    await client.query("rollback");
    client.release();
    await fill(1);
    expect(await verify()).toMatchObject({ length: 1, broken: null });
  });

  test("holds when a person is taken out of an event together with the salts", async () => {
    const [, second] = await fill(3);
    await sql("update audit_event set person_id = null, change = '{}' where id = $1", [second]);
    expect((await verify()).broken).toEqual({ number: 2, fault: "altered" });
    await sql("update audit_link set who_salt = null, what_salt = null where event_id = $1", [
      second,
    ]);
    expect(await verify()).toMatchObject({ length: 3, broken: null });
    await sql("update audit_event set person_id = $2 where id = $1", [second, world.student]);
    expect((await verify()).broken).toEqual({ number: 2, fault: "altered" });
  });
});

const swapEvents = `update audit_event e set subject_id = o.subject_id, change = o.change, at = o.at,
  person_id = o.person_id from audit_event o where (e.id, o.id) in (($1, $2), ($2, $1))`;
const swapLinks = `update audit_link set number = case number when 2 then 1002 else 1004 end where number in (2, 4)`;

describe("what the owner does by hand is found:", () => {
  test.each([
    ["an event altered", ["update audit_event set means = 'demo' where id = $1"], 2, "altered"],
    [
      "a time moved",
      ["update audit_event set at = at + interval '1 us' where id = $1"],
      2,
      "altered",
    ],
    [
      "somebody else's name",
      ["update audit_event set acting_name = 'Pia' where id = $1"],
      2,
      "altered",
    ],
    ["an event deleted", ["delete from audit_event where id = $1"], 2, "missing"],
    ["a link deleted", ["delete from audit_link where event_id = $1"], 2, "missing"],
    [
      "both deleted",
      ["delete from audit_link where event_id = $1", "delete from audit_event where id = $1"],
      2,
      "missing",
    ],
    ["two events in each other's place", [swapEvents], 2, "swapped"],
    [
      "the events of two links exchanged",
      [
        "update audit_link set event_id = gen_random_uuid() where number = 4",
        "update audit_link set event_id = $2 where number = 2",
        "update audit_link set event_id = $1 where number = 4",
      ],
      2,
      "swapped",
    ],
    [
      "two links in each other's place",
      [swapLinks, "update audit_link set number = 1006 - number where number > 1000"],
      2,
      "swapped",
    ],
    [
      "a hash rewritten",
      ["update audit_link set hash = sha256('x') where event_id = $1"],
      2,
      "altered",
    ],
    [
      "a link that follows another one",
      ["update audit_link set previous = sha256('x') where event_id = $1"],
      2,
      "altered",
    ],
  ])("%s", async (_name, statements, number, fault) => {
    const ids = await fill(5);
    for (const statement of statements) {
      await sql(statement.replaceAll("$1", `'${ids[1]}'`).replaceAll("$2", `'${ids[3]}'`));
    }
    expect((await verify()).broken).toEqual({ number, fault });
    expect((await verify(world.otherProviderId)).broken).toBe(null);
  });

  test("a record made again with everything right but its place in the chain", async () => {
    const ids = await fill(3);
    // The owner seals another event at number 2 and leaves number 3 as it was.
    await sql("delete from audit_link where number >= 2");
    await sql("select link_event(e) from audit_event e where id = $1", [ids[2]]);
    expect((await verify()).broken).toEqual({ number: 3, fault: "unlinked" });
    await sql("select link_event(e) from audit_event e where id = $1", [ids[1]]);
    expect((await verify()).broken).toBe(null);
  });

  test("a chain written anew from the middle, by the head kept before", async () => {
    const ids = await fill(4);
    await keepHeads(house.house);
    await sql("delete from audit_link where number >= 3");
    for (const id of [ids[3], ids[2]]) {
      await sql("select link_event(e) from audit_event e where id = $1", [id]);
    }
    expect((await verify()).broken).toEqual({ number: 4, fault: "forked" });
  });

  test("one record sealed anew, while the next still follows the old one", async () => {
    const ids = await fill(3);
    await sql("update audit_event set means = 'demo' where id = $1", [ids[1]]);
    await sql("delete from audit_link where number = 2");
    await sql("update audit_link set provider_id = $1, chain = $1 where number = 3", [
      world.otherProviderId,
    ]);
    await sql("select link_event(e) from audit_event e where id = $1", [ids[1]]);
    await sql("update audit_link set provider_id = $1, chain = $1 where number = 3", [
      world.providerId,
    ]);
    expect((await verify()).broken).toEqual({ number: 3, fault: "forked" });
  });

  test("a tail cut off, by the head kept before", async () => {
    const ids = await fill(5);
    await keepHeads(house.house);
    await sql("delete from audit_link where number > 3");
    await sql("delete from audit_event where id = any ($1)", [ids.slice(3)]);
    expect((await verify()).broken).toEqual({ number: 4, fault: "missing" });
  });

  test("an event written past the chain", async () => {
    await fill(2);
    const client = await house.house.pool.connect();
    await client.query("set session_replication_role = replica");
    await client.query(EVENT, [newId(), world.providerId, world.teacher, randomUUID(), "{}"]);
    await client.query("set session_replication_role = origin");
    client.release();
    expect((await verify()).broken).toEqual({ number: 3, fault: "unlinked" });
  });
});

describe("at once", () => {
  async function connections<T>(
    count: number,
    work: (client: pg.Client, nth: number) => Promise<T>,
  ) {
    const { connectionString } = house.house.pool.options;
    return Promise.all(
      Array.from({ length: count }, async (_, nth) => {
        const client = new pg.Client({ connectionString });
        await client.connect();
        try {
          return await work(client, nth);
        } finally {
          await client.end();
        }
      }),
    );
  }

  test("200 deeds by 8 connections give one chain", async () => {
    await connections(8, async (client) => {
      for (let turn = 0; turn < 25; turn += 1) {
        await client.query(EVENT, [newId(), world.providerId, world.student, randomUUID(), "{}"]);
      }
    });
    expect(await verify()).toMatchObject({ length: 200, broken: null });
  });

  test("deeds of two providers in opposite order wait for each other, and never for ever", async () => {
    const both = [world.providerId, world.otherProviderId, null];
    await connections(8, async (client, nth) => {
      const order = nth % 2 === 0 ? both : both.toReversed();
      for (let turn = 0; turn < 20; turn += 1) {
        await client.query("begin");
        for (const provider of order) {
          await client.query(EVENT, [newId(), provider, world.teacher, randomUUID(), "{}"]);
        }
        await client.query("commit");
      }
    });
    for (const chain of [world.providerId, world.otherProviderId, HOUSE_CHAIN]) {
      expect(await verify(chain)).toMatchObject({ length: 160, broken: null });
    }
  });
});

test("the server's role adds events and reads its own; it changes nothing and seals nothing", async () => {
  await fill(1);
  const client = await house.house.pool.connect();
  await client.query("set role kisalli_app");
  await client.query(`set kisalli.providers = '{${world.providerId}}'`);
  for (const statement of [
    "update audit_event set means = 'x'",
    "delete from audit_event",
    "insert into audit_link (chain, event_id, number, who, what, hash) values (gen_random_uuid(), gen_random_uuid(), 99, '', '', '')",
    "update audit_link set hash = ''",
    "delete from audit_link",
    "insert into audit_head (chain, kept_at, day, number) values (gen_random_uuid(), now(), now(), 9)",
    "delete from audit_head",
    "select who_salt from audit_link",
    "select link_event(e) from audit_event e",
    "alter table audit_event disable trigger all",
  ]) {
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  }
  await client.query("reset role");
  client.release(true);
});
