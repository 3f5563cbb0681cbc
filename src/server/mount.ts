import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { recordDeed } from "#server/audit.ts";
import { asApp, type Tx } from "#server/database/database.ts";
import { COMMON_REFUSALS, type DeedContext, type Route } from "#server/deed.ts";
import type { House } from "#server/house.ts";
import { dropKey, keepAnswer, takeKey } from "#server/idempotency.ts";
import type { Looks } from "#server/looks.ts";
import { queueMail } from "#server/mail.ts";
import { EdgeRefusal, sendProblem } from "#server/problems.ts";
import { readActor } from "#server/session.ts";
import { type Actor, providersOf } from "#shared/actor.ts";
import type { Outcome } from "#shared/outcome.ts";
import { problem, type RouteContract } from "#shared/route.contract.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Puts one route on the server: gate, validation, transaction and refusal mapping are the same for all. */
export function mountRoute(app: FastifyInstance, house: House, looks: Looks, route: Route): void {
  const { contract } = route;
  app.route({
    method: contract.method,
    url: contract.path.replace(/\{(\w+)\}/g, ":$1"),
    schema: routeSchema(contract),
    ...(contract.bodyLimit === undefined ? {} : { bodyLimit: contract.bodyLimit }),
    ...(contract.perMinute === undefined
      ? {}
      : {
          config: {
            rateLimit: { max: contract.perMinute, timeWindow: 60_000, keyGenerator: addressOf },
          },
        }),
    handler: async (request, reply) => {
      const actor = await readActor(house, request);
      const answered = await answer(house, route, request, reply, actor);
      if (reply.statusCode < 400) noteLook(looks, contract, actor, request, reply);
      return answered;
    },
  });
}

/** Routes that open doors are counted by address: a caller without a session has nothing else. */
function addressOf(request: FastifyRequest): string {
  return request.ip;
}

function routeSchema(contract: RouteContract) {
  const statuses = Object.values({ ...COMMON_REFUSALS, ...contract.refusals, malformed: 400 });
  const refusals = Object.fromEntries([...new Set(statuses)].map((status) => [status, problem]));
  return {
    summary: contract.summary,
    tags: [contract.path.split("/")[2] ?? "api"],
    ...(contract.params ? { params: contract.params } : {}),
    ...(contract.query ? { querystring: contract.query } : {}),
    ...(contract.body ? { body: contract.body } : {}),
    response: { 200: contract.answer, ...refusals } satisfies Record<number, z.ZodType>,
  };
}

/** Once the answer has gone: who reads waits for nothing. */
function noteLook(
  looks: Looks,
  { look }: RouteContract,
  actor: Actor | null,
  { params }: FastifyRequest,
  reply: FastifyReply,
): void {
  if (look === undefined || actor === null) return;
  const { placementId } = z.object({ placementId: z.string() }).parse(params);
  reply.raw.once("finish", () => looks.note({ actor, placementId, page: look }));
}

async function answer(
  house: House,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | null,
) {
  passGate(route.contract, actor);
  const input = { params: request.params, query: request.query, body: request.body };
  const at = house.clock.now();
  const outcome =
    route.kind === "edge"
      ? await route.run({ house, request, reply, actor, at }, input)
      : route.kind === "view"
        ? await asApp(house.db, sightOf(known(actor)), (tx) =>
            route.run({ tx, actor: known(actor), at, house }, input),
          )
        : await doDeed(house, route, request, reply, known(actor), at, input);
  return sendOutcome(route.contract, reply, outcome);
}

function passGate({ gate }: RouteContract, actor: Actor | null): void {
  if (gate === "public") return;
  const { means, ...someone } = known(actor);
  if (gate === "signedIn") return;
  const wanted =
    gate === "staff" ? ["teacher", "coordinator", "provider_admin", "desk_adviser"] : gate.roles;
  const holds = someone.memberships.some(({ role }) => wanted.includes(role));
  if (!holds || means === "link") throw new EdgeRefusal(403, "forbidden", { reason: "role" });
}

function known(actor: Actor | null): Actor {
  if (actor === null) throw new EdgeRefusal(401, "not_signed_in");
  return actor;
}

function sightOf(actor: Actor) {
  return { personId: actor.personId, providerIds: providersOf(actor) };
}

type Input = { params: unknown; query: unknown; body: unknown };

/** Carries a refusal out of a transaction so that everything in it is rolled back. */
class RolledBack extends Error {
  readonly outcome: Outcome<unknown>;

  constructor(outcome: Outcome<unknown>) {
    super("rolled back");
    this.outcome = outcome;
  }
}

async function doDeed(
  house: House,
  route: Extract<Route, { kind: "deed" }>,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  at: Temporal.Instant,
  input: Input,
): Promise<Outcome<unknown>> {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || !UUID.test(key)) throw new EdgeRefusal(400, "idempotency_key");
  const call = { personId: actor.personId, key, route: routeOf(request, actor), body: input.body };
  const once = () =>
    asApp(house.db, sightOf(actor), async (tx) => {
      const replay = await takeKey(tx, call);
      if (replay.kind === "other_body") throw new EdgeRefusal(422, "idempotency_key_reused");
      if (replay.kind === "again") {
        reply.header("idempotency-replayed", "true");
        return { ok: true, value: replay.answer } as const;
      }
      const outcome = await route.run(deedContext(house, tx, request, actor, at), input);
      if (!outcome.ok && outcome.keeps) {
        await dropKey(tx, call);
        return outcome;
      }
      if (!outcome.ok) throw new RolledBack(outcome);
      await keepAnswer(tx, call, outcome.value);
      return outcome;
    });
  return onceMore(once).catch((error: unknown) => {
    if (error instanceof RolledBack) return error.outcome;
    throw error;
  });
}

/** A link's key is its own: what the person did elsewhere with the same key is not told through it. */
function routeOf({ method, url }: FastifyRequest, actor: Actor): string {
  const { onlyPlacementId, onlyWorkplaceId, onlyAgreementId } = actor;
  return [method, url, onlyPlacementId, onlyWorkplaceId, onlyAgreementId]
    .filter((part) => part !== null)
    .join(" ");
}

function deedContext(
  house: House,
  tx: Tx,
  request: FastifyRequest,
  actor: Actor,
  at: Temporal.Instant,
): DeedContext {
  const ifMatch = /^"?(\d+)"?$/.exec(request.headers["if-match"] ?? "");
  return {
    tx,
    actor,
    at,
    house,
    seenVersion: ifMatch ? Number(ifMatch[1]) : null,
    audit: (record) => recordDeed(tx, actor, at, record),
    mail: (mail) => queueMail(house, tx, at, mail),
    touch: (topic) => house.live.touch(tx, topic),
  };
}

/**
 * PostgreSQL ends one of two deadlocked transactions; that one was not at fault and may try again. So may one whose
 * row points to what another has taken away meanwhile (23503): it then sees that it is gone.
 */
async function onceMore<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "40P01" || code === "40001" || code === "23503") return run();
    throw error;
  }
}

function sendOutcome(contract: RouteContract, reply: FastifyReply, outcome: Outcome<unknown>) {
  if (outcome.ok) {
    if (hasVersion(outcome.value)) reply.header("etag", `"${outcome.value.version}"`);
    return outcome.value;
  }
  const { code, params } = outcome.refusal;
  const statuses: Record<string, number | undefined> = { ...COMMON_REFUSALS, ...contract.refusals };
  const status = statuses[code];
  if (status === undefined)
    throw new Error(`${contract.path} does not declare its refusal ${code}`);
  return sendProblem(reply, status, code, params ? { params: { ...params } } : {});
}

function hasVersion(value: unknown): value is { version: number } {
  return (
    typeof value === "object" &&
    value !== null &&
    "version" in value &&
    typeof value.version === "number"
  );
}
