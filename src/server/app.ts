import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from "fastify-type-provider-zod";
import { agreementRoutes } from "#features/agreements/server/agreements.routes.ts";
import { auditRoutes } from "#features/audit/server/audit.routes.ts";
import { calendarRoutes } from "#features/calendars/server/calendar.routes.ts";
import { cardRoutes } from "#features/cards/server/cards.routes.ts";
import { checklistRoutes } from "#features/checklists/server/checklist.routes.ts";
import { clearanceRoutes } from "#features/clearances/server/clearances.routes.ts";
import { demoRoutes } from "#features/demo/server/demo.routes.ts";
import { fileRoutes } from "#features/files/server/file.routes.ts";
import { frameworkRoutes } from "#features/frameworks/server/framework.routes.ts";
import { inductionRoutes } from "#features/induction/server/induction.routes.ts";
import { logbookRoutes } from "#features/logbooks/server/logbook.routes.ts";
import { peopleRoutes } from "#features/people/server/people.routes.ts";
import { canSeeTopic } from "#features/placements/server/api.ts";
import { placementRoutes } from "#features/placements/server/placement.routes.ts";
import { planRoutes } from "#features/plans/server/plan.routes.ts";
import { ruleRoutes } from "#features/rules/server/rules.routes.ts";
import { safetyRoutes } from "#features/safety/server/safety.routes.ts";
import { sealRoutes } from "#features/seals/server/seals.routes.ts";
import { suitabilityRoutes } from "#features/suitability/server/suitability.routes.ts";
import { workplaceRoutes } from "#features/workplaces/server/workplace.routes.ts";
import type { Route } from "#server/deed.ts";
import { mountHealth } from "#server/health.ts";
import type { House } from "#server/house.ts";
import { mountLive } from "#server/live-stream.ts";
import { lookKeeper } from "#server/looks.ts";
import { mountRoute } from "#server/mount.ts";
import { mountPages } from "#server/pages.ts";
import { handleError, sendProblem } from "#server/problems.ts";
import { guardRequests } from "#server/request-guard.ts";
import { knownSession } from "#server/session.ts";

/** Every route of the product; a test walks them as every role at two providers. */
export const ROUTES: readonly Route[] = [
  ...peopleRoutes,
  ...frameworkRoutes,
  ...workplaceRoutes,
  ...suitabilityRoutes,
  ...ruleRoutes,
  ...clearanceRoutes,
  ...safetyRoutes,
  ...inductionRoutes,
  ...placementRoutes,
  ...planRoutes,
  ...cardRoutes,
  ...logbookRoutes,
  ...fileRoutes,
  ...checklistRoutes,
  ...agreementRoutes,
  ...sealRoutes,
  ...auditRoutes,
  ...calendarRoutes,
];

/** Builds the server without listening: tests call it with `inject`, main.ts listens. */
export async function buildApp(house: House): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: house.log,
    genReqId: () => randomUUID(),
    bodyLimit: 64 * 1024,
    trustProxy: (_address, hop) => hop < house.config.trustedProxies,
    requestTimeout: 60_000,
    routerOptions: { ignoreTrailingSlash: true },
    logController: new LogController({ disableRequestLogging: true }),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  await app.register(cookie);
  await app.register(rateLimit, {
    max: house.config.requestsPerMinute,
    timeWindow: 60_000,
    // A school sits behind one address: its people are counted each by their own session.
    keyGenerator: (request) => knownSession(request) ?? request.ip,
  });
  await app.register(swagger, { openapi: OPENAPI, transform: jsonSchemaTransform });
  guardRequests(app, house);
  app.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer" },
    async (_: unknown, file: unknown) => file,
  );
  const looks = lookKeeper(house);
  app.addHook("onClose", () => looks.settled());
  const demo = house.config.mode === "demo" ? demoRoutes : [];
  await app.register(async (api) => {
    for (const route of [...ROUTES, ...demo]) mountRoute(api, house, looks, route);
    mountLive(api, house, canSeeTopic);
  });
  mountHealth(app, house);
  await mountPages(app, house);
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 404, "not_found"));
  return app;
}

const OPENAPI = {
  openapi: "3.1.0",
  info: {
    title: "Kisälli",
    version: "1",
    description:
      "Work-based learning shared by student, workplace tutor and teacher. Writes take an Idempotency-Key " +
      "(UUID); edits of something versioned take If-Match with its version. Refusals are RFC 9457 problems with a stable code.",
  },
};
