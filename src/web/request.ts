import type { z } from "zod";
import type { Problem as ProblemDocument, RouteContract } from "#shared/route.contract.ts";
import { newKey } from "./new-key.ts";
import { Problem, Unreachable } from "./problem.ts";
import { bringSentences } from "./problem-text.ts";

type Part<C, K extends string> = C extends { readonly [key in K]: infer T extends z.ZodType }
  ? { readonly [key in K]: z.input<T> }
  : unknown;

/** What a caller says: the contract's own method and path, and whatever the contract asks for. */
export type Call<C extends RouteContract> = {
  readonly method: C["method"];
  readonly path: C["path"];
} & Part<C, "params"> &
  Part<C, "query"> &
  Part<C, "body"> &
  CallExtras;

type CallExtras = {
  /** The version that was read; the server refuses with `stale` when somebody was faster. */
  readonly version?: number | undefined;
  /** Idempotency-Key: the same for every try of one intended deed. */
  readonly key?: string | undefined;
  /** A file, sent as it is instead of a JSON body. */
  readonly upload?: FormData | Blob | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The same question, asked before the page's code had come (ahead.js). */
  readonly asked?: Promise<Response> | undefined;
};

export type AnswerOf<C extends RouteContract> = z.output<C["answer"]>;

/**
 * Calls a route as its contract says: `call<typeof confirmWeek>({ method: "POST", path: ... })`.
 * The contract is a type only, so no schema reaches the browser. Throws Problem or Unreachable.
 */
export async function call<C extends RouteContract>(request: Call<C>): Promise<AnswerOf<C>> {
  const { method, path, params, query, body, version, key, upload, signal, asked }: LooseCall =
    request;
  const headers = new Headers({ accept: "application/json" });
  if (method !== "GET") headers.set("idempotency-key", key ?? newKey());
  if (version !== undefined) headers.set("if-match", `"${version}"`);
  if (body !== undefined) headers.set("content-type", "application/json");
  const payload = upload ?? (body === undefined ? null : JSON.stringify(body));
  const response = await send(asked, addressOf(path, params, query), {
    method,
    headers,
    body: payload,
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) {
    await bringSentences();
    throw await problemOf(response);
  }
  return response.json().catch((cause: unknown) => {
    throw signal?.aborted ? cause : new Unreachable("cut off", { cause });
  });
}

type LooseCall = CallExtras & {
  readonly method: string;
  readonly path: string;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
};

/** "/api/placements/{placementId}?state=running"; an empty value is left out of the query. */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const filled = entriesOf(params).reduce(
    (address, [name, value]) => address.replace(`{${name}}`, encodeURIComponent(String(value))),
    path,
  );
  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== "") search.append(name, String(one));
    }
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

async function send(
  asked: Promise<Response> | undefined,
  address: string,
  init: RequestInit,
): Promise<Response> {
  try {
    return await (asked ?? fetch(address, { ...init, credentials: "same-origin" }));
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Unreachable("unreachable", { cause });
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get("x-request-id") ?? undefined;
  const document: unknown = await response.json().catch(() => undefined);
  if (isProblem(document)) return new Problem(document, requestId);
  const code = response.status === 503 ? "busy" : "internal";
  return new Problem({ type: `/problems/${code}`, status: response.status, code }, requestId);
}

function isProblem(document: unknown): document is ProblemDocument {
  return (
    typeof document === "object" &&
    document !== null &&
    "code" in document &&
    typeof document.code === "string" &&
    "status" in document &&
    typeof document.status === "number"
  );
}
