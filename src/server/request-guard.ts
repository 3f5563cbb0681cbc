import type { FastifyInstance, FastifyRequest } from "fastify";
import type { House } from "#server/house.ts";
import { EdgeRefusal } from "#server/problems.ts";

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Security headers, request ids, the CSRF check and a log line without addresses, names or tokens. */
export function guardRequests(app: FastifyInstance, house: House): void {
  const https = house.config.publicUrl?.startsWith("https:") ?? false;
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({
      "content-security-policy": CONTENT_SECURITY_POLICY,
      "x-content-type-options": "nosniff",
      // A personal link is a secret in the address: it is never told to anyone else.
      "referrer-policy": "no-referrer",
      "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-request-id": request.id,
      ...(https ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
    });
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    refuseCrossSite(request);
  });
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      "request",
    );
  });
}

/**
 * Cross-site request forgery: the cookie is SameSite=Lax, and a browser also tells where a write comes
 * from. A write from another site is refused; programs that are no browsers send neither header.
 */
function refuseCrossSite(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") throw crossSite();
  const { origin, host } = request.headers;
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host))
    throw crossSite();
}

function crossSite(): EdgeRefusal {
  return new EdgeRefusal(403, "cross_site");
}
