import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { AuditRecord } from "#server/audit.ts";
import type { Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import type { Mail } from "#server/mail.ts";
import type { Actor } from "#shared/actor.ts";
import type { Outcome, Refusal } from "#shared/outcome.ts";
import type { RouteContract } from "#shared/route.contract.ts";

type Part<C, K extends string> = C extends { readonly [key in K]: z.ZodType<infer T> }
  ? T
  : undefined;
export type Input<C extends RouteContract> = {
  readonly params: Part<C, "params">;
  readonly query: Part<C, "query">;
  readonly body: Part<C, "body">;
};
export type Answer<C extends RouteContract> = z.input<C["answer"]>;

/** Refusal codes every route may give: not visible, not allowed, and changed since it was read. */
export const COMMON_REFUSALS = { not_found: 404, forbidden: 403, stale: 409 } as const;

export type RefusalOf<C extends RouteContract> = Refusal<
  | keyof typeof COMMON_REFUSALS
  | (C["refusals"] extends Record<infer Code extends string, number> ? Code : never)
>;

/** What a view may use: one read-only transaction with the reader's sight. */
export type ViewContext = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly at: Temporal.Instant;
  readonly house: House;
};

/** What a deed may use besides: all of it is committed with the deed or not at all. */
export type DeedContext = ViewContext & {
  /** The version the caller saw (If-Match), or null when none was sent. */
  readonly seenVersion: number | null;
  audit(record: AuditRecord): Promise<void>;
  mail(message: Mail): Promise<void>;
  /** Tells others who look at `topic` (for example "placement:<id>") to read it again. */
  touch(topic: string): Promise<void>;
};

export type EdgeContext = {
  readonly house: House;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly actor: Actor | null;
  readonly at: Temporal.Instant;
};

export type Route =
  | { readonly kind: "view"; readonly contract: RouteContract; readonly run: Run<ViewContext> }
  | { readonly kind: "deed"; readonly contract: RouteContract; readonly run: Run<DeedContext> }
  | { readonly kind: "edge"; readonly contract: RouteContract; readonly run: Run<EdgeContext> };

type AnyInput = { params: unknown; query: unknown; body: unknown };
type Run<Context> = (context: Context, input: AnyInput) => Promise<Outcome<unknown, Refusal>>;
type Work<Context, C extends RouteContract> = (
  context: Context,
  input: Input<C>,
) => Promise<Outcome<Answer<C>, RefusalOf<C>>>;

/** A read. Visibility is the query's duty: what the actor may not see is `not_found`. */
export function view<C extends RouteContract>(contract: C, run: Work<ViewContext, C>): Route {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- mount.ts parses the input with this contract
  return { kind: "view", contract, run: run as Run<ViewContext> };
}

/** A write: one transaction, one audit row at least, replayed by its Idempotency-Key instead of done twice. */
export function deed<C extends RouteContract>(contract: C, run: Work<DeedContext, C>): Route {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- mount.ts parses the input with this contract
  return { kind: "deed", contract, run: run as Run<DeedContext> };
}

/** A route before or beside an actor (sign-in, links, files); it opens its own transactions. */
export function edge<C extends RouteContract>(contract: C, run: Work<EdgeContext, C>): Route {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- mount.ts parses the input with this contract
  return { kind: "edge", contract, run: run as Run<EdgeContext> };
}
