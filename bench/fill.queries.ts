import { readFile } from "node:fs/promises";
import type pg from "pg";
import { importFramework } from "#features/frameworks/server/api.ts";
import { systemClock } from "#server/clock.ts";
import { openDatabase } from "#server/database/database.ts";

const DEMO = new URL("../demo/", import.meta.url);
const FILL = new URL("fill.sql", import.meta.url);

/** Our own qualification with its plain texts, and everything of fill.sql upon it. */
export async function fill(pool: pg.Pool): Promise<void> {
  const at = systemClock.now();
  const bytes = await readFile(new URL("qualification.json", DEMO));
  await openDatabase(pool)
    .transaction()
    .execute(async (tx) => {
      const file = { bytes, fileName: "qualification.json", at, importedBy: null };
      const imported = await importFramework(tx, file);
      if (!imported.ok) throw new Error(`the qualification: ${imported.refusal.code}`);
    });
  await pool.query(
    `insert into requirement_plain (requirement_key, plain, seen_when, typical_tasks)
       select x ->> 'requirement', x -> 'name', x -> 'seenWhen', x -> 'tasks' from jsonb_array_elements($1::jsonb) x`,
    [await readFile(new URL("plain-texts.json", DEMO), "utf8")],
  );
  await pool.query(await readFile(FILL, "utf8"));
  await pool.query("vacuum analyze");
  await pool.query("checkpoint");
}

const COUNTED = [
  "workplace",
  "placement",
  "log_entry",
  "log_paragraph",
  "log_entry_requirement",
  "week_confirmation",
  "week_card",
];

/** Rows of each great table, and what the whole database takes on disk. */
export async function countRows(pool: pg.Pool): Promise<Record<string, number>> {
  const counts = COUNTED.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const { rows } = await pool.query<Record<string, number>>(
    `select ${counts.join(", ")}, pg_database_size(current_database())::int / 1000000 as megabytes`,
  );
  return rows[0] ?? {};
}

/** Objectives of the placements that run, in the plan's order, by placement id. */
export async function findObjectives(pool: pg.Pool): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ placement_id: string; ids: string[] }>(
    `select placement_id, array_agg(requirement_id order by o.position) as ids
       from placement_objective o join placement p on p.id = o.placement_id
      where p.state = 'running' group by placement_id`,
  );
  return new Map(rows.map((row) => [row.placement_id, row.ids]));
}

/** Takes back what was written by the bench, so that every level writes fresh days into open weeks and decides anew. */
export async function openLastWeeks(pool: pg.Pool, weeks: readonly string[]): Promise<void> {
  for (const part of ["coverage_cell", "coverage_row", "suitability_decision"]) {
    const decision = part === "suitability_decision" ? "id" : "decision_id";
    await pool.query(
      `delete from ${part} where ${decision} in (select id from suitability_decision where reason like '%edelleen.')`,
    );
  }
  await pool.query(
    "update suitability_decision set superseded_by = null where superseded_by is not null",
  );
  await pool.query("delete from week_confirmation where week = any ($1)", [weeks]);
  await pool.query("delete from log_entry where extract(isodow from on_day) > 5");
  await pool.query("vacuum analyze log_entry, week_confirmation, placement_week, log_paragraph");
}
