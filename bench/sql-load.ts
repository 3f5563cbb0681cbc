import pg from "pg";
import { newId } from "#server/clock.ts";
import { type Level, levelOf, type Speed, type Turn } from "./level.ts";
import type { Recording, Statement } from "./statements.ts";
import type { Item } from "./traffic.ts";

const UUID_V7 = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Sends the recorded statements straight through the driver, each client one request after the other,
 * with the ids of other items in place of the recorded ones: what no server in front of this database can beat.
 */
export async function loadDatabase(
  databaseUrl: string,
  recording: Recording,
  item: (number: number) => Item,
  turn: Turn,
  level: Level,
): Promise<Speed> {
  const clients = await connect(databaseUrl, level.connections);
  const rewrite = rewriting(recording);
  const once = async (client: pg.Client) => {
    for (const statement of rewrite(item(turn()))) await client.query(asQuery(statement));
  };
  const run = async (seconds: number): Promise<Speed> => {
    const times: number[] = [];
    const begun = performance.now();
    const until = begun + seconds * 1000;
    await Promise.all(
      clients.map(async (client) => {
        for (let before = performance.now(); before < until; before = performance.now()) {
          await once(client);
          times.push(performance.now() - before);
        }
      }),
    );
    return levelOf(times, performance.now() - begun);
  };
  try {
    await run(level.warmUp);
    return await run(level.seconds);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

function connect(databaseUrl: string, connections: number): Promise<pg.Client[]> {
  const options = {
    connectionString: databaseUrl,
    options: "-c timezone=UTC",
    types: plainTypes(),
  };
  return Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client(options);
      await client.connect();
      return client;
    }),
  );
}

/** Days and instants stay text: reading them is the server's work, not the driver's. */
function plainTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  for (const type of [pg.types.builtins.DATE, pg.types.builtins.TIMESTAMPTZ]) {
    types.setTypeParser(type, "text", (text: string) => text);
  }
  return types;
}

function asQuery({ text, values, name }: Statement) {
  return { text, values: [...values], ...(name === undefined ? {} : { name }) };
}

/** Statements of the recorded item as statements of another; only those that differ are made anew. */
function rewriting({ statements, item, marker }: Recording): (other: Item) => Statement[] {
  const texts = item.own.filter((own) => typeof own === "string");
  const known = new RegExp(
    [...new Set(texts)].map((text) => RegExp.escape(text)).join("|") || "(?!)",
    "g",
  );
  const made = new Set(
    statements.flatMap(({ values }) =>
      values.flatMap((value) => (typeof value === "string" ? (value.match(UUID_V7) ?? []) : [])),
    ),
  );
  const fresh = [...made].filter((id) => id > marker && !item.own.includes(id));
  const anew = new RegExp(fresh.map((id) => RegExp.escape(id)).join("|") || "(?!)", "g");
  return (other) => {
    const mapped = new Map(item.own.map((own, index) => [asKey(own), other.own[index]]));
    const ids = new Map(fresh.map((id) => [id, newId()]));
    const inText = (text: string) =>
      text
        .replace(known, (found) => String(mapped.get(found)))
        .replace(anew, (found) => ids.get(found) ?? found);
    const inValue = (value: unknown): unknown => {
      if (typeof value === "string") return inText(value);
      if (Array.isArray(value)) return value.map(inValue);
      return Buffer.isBuffer(value) ? (mapped.get(asKey(value)) ?? value) : value;
    };
    return statements.map(({ text, values, name }) => ({
      text: values.length === 0 ? inText(text) : text,
      values: values.map(inValue),
      name,
    }));
  };
}

function asKey(own: string | Buffer): string {
  return typeof own === "string" ? own : own.toString("hex");
}
