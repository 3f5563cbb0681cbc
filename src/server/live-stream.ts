import type { FastifyInstance } from "fastify";
import { asApp, type Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { EdgeRefusal } from "#server/problems.ts";
import { readActor } from "#server/session.ts";
import { type Actor, providersOf } from "#shared/actor.ts";

const HEARTBEAT_MS = 25_000;
const MOST_TOPICS = 60;

/** Whether somebody may hear of a topic; the features answer. */
export type CanSeeTopic = (tx: Tx, actor: Actor, topic: string) => Promise<boolean>;

/**
 * GET /api/live?topic=placement:ID&topic=... : server-sent events, one "changed" with the topic each time a
 * deed on it has been committed. No content travels here; the page reads again what it may see.
 */
export function mountLive(app: FastifyInstance, house: House, canSeeTopic: CanSeeTopic): void {
  app.get("/api/live", { schema: { hide: true } }, async (request, reply) => {
    const actor = await readActor(house, request);
    if (actor === null) throw new EdgeRefusal(401, "not_signed_in");
    const asked = topicsOf(request.query).slice(0, MOST_TOPICS);
    const sight = { personId: actor.personId, providerIds: providersOf(actor) };
    const topics = await asApp(house.db, sight, async (tx) => {
      const seen = await Promise.all(asked.map((topic) => canSeeTopic(tx, actor, topic)));
      return new Set(asked.filter((_topic, index) => seen[index]));
    });
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    raw.write("retry: 3000\n\n");
    const stop = house.live.listen(topics, (topic) =>
      raw.write(`event: changed\ndata: ${topic}\n\n`),
    );
    const beat = setInterval(() => raw.write(": still here\n\n"), HEARTBEAT_MS);
    request.raw.on("close", () => {
      stop();
      clearInterval(beat);
      raw.end();
    });
  });
}

function topicsOf(query: unknown): string[] {
  if (typeof query !== "object" || query === null || !("topic" in query)) return [];
  const { topic } = query;
  const list = Array.isArray(topic) ? topic : [topic];
  return list.filter((entry) => typeof entry === "string");
}
