import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asApp } from "#server/database/database.ts";
import { loadStoryForTest } from "#tests/support/story.ts";
import { openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

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

describe("as another provider", () => {
  test("no row of mine is read, changed or deleted, in any table", async () => {
    for (const { name } of tables) {
      const mine = await sql<{
        n: number;
      }>`select count(*) as n from ${sql.table(name)} where provider_id = ${providers.mine}`.execute(
        house.house.db,
      );
      const outcome = await asOther((tx) =>
        sql<{
          n: number;
        }>`select count(*) as n from ${sql.table(name)} where provider_id = ${providers.mine}`.execute(
          tx,
        ),
      ).then(
        ({ rows }) => Number(rows[0]?.n),
        () => "refused",
      );
      expect([0, "refused"], `${name} has ${mine.rows[0]?.n} rows of mine`).toContain(outcome);
      for (const statement of ["update", "delete"] as const) {
        const touched = await asOther((tx) =>
          statement === "update"
            ? sql`update ${sql.table(name)} set provider_id = provider_id where provider_id = ${providers.mine}`.execute(
                tx,
              )
            : sql`delete from ${sql.table(name)} where provider_id = ${providers.mine}`.execute(tx),
        ).then(
          ({ numAffectedRows }) => Number(numAffectedRows ?? 0),
          () => "refused",
        );
        expect([0, "refused"], `${statement} ${name}`).toContain(touched);
      }
    }
  });

  test("no row can be put among mine", async () => {
    for (const { name } of tables.filter(({ forced }) => forced)) {
      const copied = await asOther((tx) =>
        sql`insert into ${sql.table(name)} select * from jsonb_populate_recordset(null::${sql.table(name)},
              jsonb_build_array(jsonb_build_object('provider_id', ${providers.mine}::text)))`.execute(
          tx,
        ),
      ).then(
        () => "written",
        () => "refused",
      );
      expect(copied, name).toBe("refused");
    }
  });
});

test("the demo fills every table of a provider, so that the wall is tried on real rows", async () => {
  const empty: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(
      house.house.db,
    );
    if (Number(rows[0]?.n) === 0) empty.push(name);
  }
  expect(empty).toEqual(["audit_event", "mail_message", "personal_link"]);
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
