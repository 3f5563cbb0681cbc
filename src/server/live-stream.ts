import type { FastifyInstance, FastifyReply } from "fastify";
import { asApp, type Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { EdgeRefusal } from "#server/problems.ts";
import { readActor } from "#server/session.ts";
import { type Actor, providersOf } from "#shared/actor.ts";

const HEARTBEAT_MS = 25_000;
const MOST_TOPICS = 60;
/** Tabs of one browser. */
const MOST_STREAMS = 12;

/** Whether somebody may hear of a topic; the features answer. */
export type CanSeeTopic = (tx: Tx, actor: Actor, topic: string) => Promise<boolean>;

/**
 * GET /api/live?topic=placement:ID&topic=... : server-sent events, one "changed" with the topic each time a
 * deed on it has been committed. No content travels here; the page reads again what it may see. Before each
 * event the session and the right to the topic are looked at again: a revoked link hears nothing more.
 */
export function mountLive(app: FastifyInstance, house: House, canSeeTopic: CanSeeTopic): void {
  const streams = new Map<string, Set<() => void>>();
  app.addHook("preClose", async () => {
    for (const open of streams.values()) for (const end of open) end();
  });
  app.get("/api/live", { schema: { hide: true } }, async (request, reply) => {
    const actor = await readActor(house, request);
    if (actor === null) throw new EdgeRefusal(401, "not_signed_in");
    const asked = topicsOf(request.query).slice(0, MOST_TOPICS);
    const topics = await seenTopics(house, actor, asked, canSeeTopic);
    const mine = streams.get(actor.sessionId) ?? new Set();
    if (mine.size >= MOST_STREAMS) throw new EdgeRefusal(429, "too_many_requests");
    const maySay = async (topic: string | null): Promise<boolean | null> => {
      const still = await readActor(house, request);
      if (still === null) return null;
      return topic === null || (await seenTopics(house, still, [topic], canSeeTopic)).has(topic);
    };
    const end = openStream(house, reply, topics, maySay);
    streams.set(actor.sessionId, mine.add(end));
    request.raw.on("close", () => {
      end();
      mine.delete(end);
      if (mine.size === 0) streams.delete(actor.sessionId);
    });
  });
}

/** Sends until the returned function is called; `maySay` is null when the session is over. */
function openStream(
  house: House,
  reply: FastifyReply,
  topics: ReadonlySet<string>,
  maySay: (topic: string | null) => Promise<boolean | null>,
): () => void {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) raw.setHeader(name, value);
  }
  raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  raw.write("retry: 3000\n\n");
  const say = async (words: string, topic: string | null): Promise<void> => {
    const may = await maySay(topic).catch((error: unknown) => {
      house.log.warn({ err: error }, "live stream");
      return null;
    });
    if (may === null) end();
    else if (may) raw.write(words);
  };
  const stop = house.live.listen(
    topics,
    (topic) => void say(`event: changed\ndata: ${topic}\n\n`, topic),
  );
  const beat = setInterval(() => void say(": still here\n\n", null), HEARTBEAT_MS);
  const end = (): void => {
    stop();
    clearInterval(beat);
    raw.end();
  };
  return end;
}

async function seenTopics(
  house: House,
  actor: Actor,
  asked: readonly string[],
  canSeeTopic: CanSeeTopic,
): Promise<ReadonlySet<string>> {
  const sight = { personId: actor.personId, providerIds: providersOf(actor) };
  return asApp(house.db, sight, async (tx) => {
    const seen = await Promise.all(asked.map((topic) => canSeeTopic(tx, actor, topic)));
    return new Set(asked.filter((_topic, index) => seen[index]));
  });
}

function topicsOf(query: unknown): string[] {
  if (typeof query !== "object" || query === null || !("topic" in query)) return [];
  const { topic } = query;
  const list = Array.isArray(topic) ? topic : [topic];
  return list.filter((entry) => typeof entry === "string");
}
