import { z } from "zod";
import { LANGUAGES } from "./language.ts";
import type { LookPage } from "./look.ts";
import { parseWeek } from "./week.ts";

/**
 * Who may call a route at all. Finer gates (visibility in SQL, policy, state) are the deed's;
 * a test walks every route as every role at two providers against what is declared here.
 * - public: anyone, also without a session
 * - signedIn: any session, also one opened by a personal link
 * - staff: teacher, coordinator, provider admin or desk adviser, not by personal link
 * - { role }: one of these roles at some provider
 */
export type Gate = "public" | "signedIn" | "staff" | { readonly roles: readonly string[] };

export type Method = "GET" | "POST" | "PUT" | "DELETE";

export type RouteContract = {
  readonly method: Method;
  /** In OpenAPI's form: /api/placements/{placementId} */
  readonly path: string;
  readonly summary: string;
  readonly gate: Gate;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** Expected refusals beyond the common ones, code to HTTP status. */
  readonly refusals?: Readonly<Record<string, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429>>;
  /** Largest body in bytes; 64 kB unless said. */
  readonly bodyLimit?: number;
  /** A page of the placement in `params`: that somebody opened it is noted for its parties to see. */
  readonly look?: LookPage;
  /** Calls a minute from one address; the general limit unless said. */
  readonly perMinute?: number;
};

/** Declares a route; the object is the contract for server, web client, tests and OpenAPI. */
export function route<const C extends RouteContract>(contract: C): C {
  return contract;
}

export const id = z.uuid().meta({ description: "UUID" });
export const day = z.iso.date().meta({ description: "A day in the provider's zone, 2026-11-23" });
export const instant = z.string().meta({ description: "An instant in UTC, 2026-11-23T07:00:00Z" });
export const week = z
  .string()
  .refine((text) => parseWeek(text) !== undefined)
  .meta({ description: "An ISO 8601 week, 2026-W47" });
/** Text a person types. PostgreSQL keeps no NUL and no half of a surrogate pair; both are refused by name. */
export function typed(longest: number) {
  return storable(longest).min(1);
}
/** The same where nothing is an answer too: a word to search for. */
export function storable(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .refine((text) => text.isWellFormed() && !text.includes("\u0000"), "characters");
}
/** What somebody is called: letters of any language, and what stands between them. No lines, no addresses. */
export const personName = typed(80).regex(/^[\p{L}\p{M}\p{N} .,'’()-]+$/u);
export const language = z.enum(LANGUAGES);
export const localisedText = z.object({
  fi: z.string().optional(),
  sv: z.string().optional(),
  en: z.string().optional(),
});
export const ability = z.discriminatedUnion("allowed", [
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), reason: z.string() }),
]);

/** RFC 9457 problem document. `code` and `params` are for machines and sentences; there is no prose. */
export const problem = z.object({
  type: z.string(),
  status: z.int(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  issues: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;

/** The answer of a deed that has nothing more to say. */
export const done = z.object({ done: z.literal(true) });
