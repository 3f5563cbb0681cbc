import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { asApp, openDatabase, openPool } from "#server/database/database.ts";
import { migrate } from "#server/database/migrate.ts";
import { withDatabase } from "#tests/support/database-setup.ts";

/**
 * A database of one's own (DATABASE_URL) is rarely a superuser's: there the forced wall holds the tables' owner
 * too, and what the server's role asks about other colleges through the owner must be answered all the same.
 */

const role = `owner_${randomUUID().slice(0, 8)}`;
const name = `test_${role}`;
let admin: pg.Client;
let pool: pg.Pool;

beforeAll(async () => {
  const url = inject("databaseUrl");
  admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create role ${role} login createrole password 'x'`);
  await admin.query(`grant kisalli_app to ${role} with admin option`);
  await admin.query(`create database ${name} owner ${role}`);
  const own = new URL(withDatabase(url, name));
  own.username = role;
  own.password = "x";
  pool = openPool(own.toString(), 2);
  await migrate(pool);
});
afterAll(async () => {
  await pool.end();
  await admin.query(`drop database ${name} with (force)`);
  await admin.query(`drop owned by ${role}`);
  await admin.query(`drop role ${role}`);
  await admin.end();
});

test("a signer of another college is known to be one, whoever owns the tables", async () => {
  const [college, person] = [randomUUID(), randomUUID()];
  await pool.query(
    "insert into provider (id, slug, name, business_id) values ($1, 'niemi', '{}', '1')",
    [college],
  );
  await pool.query(
    "insert into person (id, given_name, family_name) values ($1, 'Leila', 'Laine')",
    [person],
  );
  const sight = { personId: person, providerIds: [college] };
  await asApp(openDatabase(pool), sight, (tx) =>
    tx
      .insertInto("guardian")
      .values({ provider_id: college, student_id: person, person_id: person })
      .execute(),
  );
  const elsewhere = { personId: randomUUID(), providerIds: [] };
  const { rows } = await asApp(openDatabase(pool), elsewhere, (tx) =>
    sql<{ leads: boolean }>`select leads_elsewhere(${person}) as leads`.execute(tx),
  );
  expect(rows).toEqual([{ leads: true }]);
});
