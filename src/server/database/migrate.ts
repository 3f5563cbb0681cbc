import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type pg from "pg";
import { StartRefusal } from "#server/start-refusal.ts";

const FOLDER = new URL("../../../migrations/", import.meta.url);
/** Any number shared by all Kisälli processes: two that start at once migrate one after the other. */
const LOCK = 4_711_2026;

export type Migration = { readonly name: string; readonly text: string; readonly checksum: string };

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, FOLDER), "utf8");
      return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

/**
 * Brings the database to this version's schema: every file of migrations/ once, in order, each in
 * its own transaction. Refuses a database that a newer version has migrated, or whose history differs.
 */
export async function migrate(pool: pg.Pool): Promise<{ applied: string[] }> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(
      `create table if not exists schema_migration
         (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    );
    return { applied: await applyMissing(client, await readMigrations()) };
  } finally {
    await client.query("select pg_advisory_unlock($1)", [LOCK]).catch(() => undefined);
    client.release();
  }
}

/** True when every migration of this version is in the database: what /readyz asks. */
export async function isCurrent(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ name: string }>("select name from schema_migration");
  const done = new Set(rows.map((row) => row.name));
  return (await readMigrations()).every((migration) => done.has(migration.name));
}

async function applyMissing(client: pg.PoolClient, migrations: Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from schema_migration order by name",
  );
  refuseForeignHistory(rows, migrations);
  const done = new Set(rows.map((row) => row.name));
  const missing = migrations.filter((migration) => !done.has(migration.name));
  for (const migration of missing) await apply(client, migration);
  return missing.map((migration) => migration.name);
}

function refuseForeignHistory(
  rows: { name: string; checksum: string }[],
  known: Migration[],
): void {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = byName.get(row.name);
    if (!migration) {
      throw new StartRefusal(
        "schema_newer",
        `The database has been migrated by a newer Kisälli (${row.name}). Start that version, or use another database.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new StartRefusal(
        "schema_differs",
        `The migration ${row.name} differs from the one this database was made with. Use the version that made it, or an empty database.`,
      );
    }
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.text);
    await client.query("insert into schema_migration (name, checksum) values ($1, $2)", [
      migration.name,
      migration.checksum,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
