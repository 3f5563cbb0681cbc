import type pg from "pg";

/** jsonb columns with a known shape; the others are `Json`. */
const TEXTS = "LocalisedText";
const SHAPES: Readonly<Record<string, string>> = {
  "provider.name": TEXTS,
  "workplace_task.name": TEXTS,
  "work_field.name": TEXTS,
  "unit.name": TEXTS,
  "requirement.text": TEXTS,
  "requirement_plain.plain": TEXTS,
  "requirement_plain.seen_when": TEXTS,
  "objective_card.plain": TEXTS,
  "objective_card.seen_when": TEXTS,
  "objective_card_version.plain": TEXTS,
  "objective_card_version.seen_when": TEXTS,
  "offered_card.plain": TEXTS,
  "offered_card.seen_when": TEXTS,
  "framework_version.name": TEXTS,
};

const TYPES: Readonly<Record<string, string>> = {
  uuid: "string",
  text: "string",
  date: "string",
  timestamptz: "string",
  int2: "number",
  int4: "number",
  int8: "number",
  float8: "number",
  numeric: "string",
  bool: "boolean",
  bytea: "Buffer",
  tsvector: "string",
  _bytea: "Buffer[]",
  _text: "string[]",
  _uuid: "string[]",
};

type Column = {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  defaulted: boolean;
  generated: boolean;
};

/** The TypeScript types of every table of the migrated database, as src/server/database/db-types.ts holds them. */
export async function generateTypes(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Column>(`
    select c.table_name as table, c.column_name as name, c.udt_name as type, c.is_nullable = 'YES' as nullable,
           c.column_default is not null as defaulted, c.is_generated = 'ALWAYS' as generated
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'schema_migration'
     order by c.table_name collate "C", c.column_name collate "C"`);
  const tables = Map.groupBy(rows, (row) => row.table);
  const interfaces = [...tables].map(
    ([table, columns]) =>
      `export interface ${pascal(table)} {\n${columns.map(field).join("\n")}\n}\n`,
  );
  const index = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)};`).join("\n");
  return `${HEAD}\n${interfaces.join("\n")}\nexport interface DB {\n${index}\n}\n`;
}

const HEAD = `// Generated from the migrated database by \`npm run fix\`; changes here are overwritten.
import type { ColumnType, JSONColumnType } from "kysely";
import type { LocalisedText as Texts } from "#shared/language.ts";

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Json = JSONColumnType<object, object | string, object | string>;
export type LocalisedText = ColumnType<Texts, Texts | string, Texts | string>;
`;

function field(column: Column): string {
  const shape =
    column.type === "jsonb"
      ? (SHAPES[`${column.table}.${column.name}`] ?? "Json")
      : TYPES[column.type];
  if (shape === undefined)
    throw new Error(`${column.table}.${column.name}: no TypeScript type for ${column.type}`);
  const type = column.nullable ? `${shape} | null` : shape;
  if (column.generated) return `  ${column.name}: ColumnType<${type}, never, never>;`;
  return `  ${column.name}: ${column.defaulted ? `Generated<${type}>` : type};`;
}

function pascal(name: string): string {
  return name.replace(/(^|_)(\w)/g, (_match, _gap, letter: string) => letter.toUpperCase());
}
