import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asApp } from "#server/database/database.ts";
import { loadStoryForTest } from "#tests/support/story.ts";
import { openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { fillUntold } from "#tests/support/untold.queries.ts";

/** The second wall: the server's role, set to another provider, tries every table. */

/** Not forced, because the edge reads them before there is an actor; the server's role is held all the same. */
const READ_AT_THE_EDGE = new Set(["membership", "personal_link"]);
/** The outbox: the server's role may only add to it. */
const WRITE_ONLY = new Set(["mail_message"]);

let house: TestHouse;
let providers: { mine: string; other: string };
let tables: { name: string; secured: boolean; forced: boolean }[];

beforeAll(async () => {
  house = await openTestHouse();
  await loadStoryForTest(house.house);
  await fillUntold(house.house.db);
  const rows = await house.house.db.selectFrom("provider").select("id").orderBy("slug").execute();
  providers = { mine: rows[0]?.id ?? "", other: rows[1]?.id ?? "" };
  const found = await sql<{ name: string; secured: boolean; forced: boolean }>`
    select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r'
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'provider_id')
     order by 1`.execute(house.house.db);
  tables = found.rows;
});
afterAll(() => house.close());

const asOther = <T>(work: Parameters<typeof asApp<T>>[2]) =>
  asApp(house.house.db, { personId: null, providerIds: [providers.other] }, work);

test("every table that a provider owns is behind the wall", () => {
  const open = tables.filter(({ name, secured }) => !secured && !WRITE_ONLY.has(name));
  expect(open.map(({ name }) => name)).toEqual([]);
  const unforced = tables.filter(
    ({ name, forced }) => !forced && !READ_AT_THE_EDGE.has(name) && !WRITE_ONLY.has(name),
  );
  expect(unforced.map(({ name }) => name)).toEqual([]);
});

/** How many rows of mine a statement reached, or the reason it was refused. */
async function tryAsOther(statement: RawBuilder<{ n: number }>): Promise<string> {
  return asOther((tx) => statement.execute(tx)).then(
    ({ rows, numAffectedRows }) => `${rows[0]?.n ?? numAffectedRows ?? 0} rows`,
    (error: unknown) => String(error),
  );
}

const HELD = /^0 rows$|permission denied|row-level security/;

describe("as another provider", () => {
  test("no row of mine is read, changed or deleted, in any table", async () => {
    const reached: string[] = [];
    for (const table of tables) {
      const name = sql.table(table.name);
      const statements = [
        sql<{ n: number }>`select count(*) as n from ${name} where provider_id = ${providers.mine}`,
        sql<{
          n: number;
        }>`update ${name} set provider_id = provider_id where provider_id = ${providers.mine}`,
        sql<{ n: number }>`delete from ${name} where provider_id = ${providers.mine}`,
      ];
      for (const statement of statements) {
        const outcome = await tryAsOther(statement);
        if (!HELD.test(outcome)) reached.push(`${table.name}: ${outcome}`);
      }
    }
    expect(reached).toEqual([]);
  });

  test("no row can be put among mine", async () => {
    const written: string[] = [];
    for (const table of tables.filter(({ forced }) => forced)) {
      const name = sql.table(table.name);
      const outcome = await tryAsOther(sql<{ n: number }>`
        insert into ${name} select * from jsonb_populate_recordset(null::${name},
          jsonb_build_array(jsonb_build_object('provider_id', ${providers.mine}::text)))`);
      if (!/permission denied|row-level security/.test(outcome))
        written.push(`${table.name}: ${outcome}`);
    }
    expect(written).toEqual([]);
  });
});

test("every table of a provider has rows, so that the wall is tried on real rows", async () => {
  const empty: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(
      house.house.db,
    );
    if (Number(rows[0]?.n) === 0) empty.push(name);
  }
  expect(empty).toEqual([]);
});

test("a private paragraph is nobody's but its writer's", async () => {
  const { rows } = await sql<{ student_id: string; provider_id: string }>`
    select student_id, provider_id from log_paragraph where audience = 'private' limit 1`.execute(
    house.house.db,
  );
  const row = rows[0];
  if (row === undefined) throw new Error("the story has no private paragraph");
  const count = (personId: string | null) =>
    asApp(house.house.db, { personId, providerIds: [row.provider_id] }, (tx) =>
      tx
        .selectFrom("log_paragraph")
        .select("entry_id")
        .where("audience", "=", "private")
        .where("student_id", "=", row.student_id)
        .execute(),
    );
  expect((await count(row.student_id)).length).toBeGreaterThan(0);
  expect(await count(null)).toEqual([]);
});
