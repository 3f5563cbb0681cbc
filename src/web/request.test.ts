import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { route } from "#shared/route.contract.ts";
import { isPassing, Problem, Unreachable } from "./problem.ts";
import { addressOf, call } from "./request.ts";

const confirm = route({
  method: "POST",
  path: "/api/placements/{placementId}/weeks/{week}/confirmation",
  summary: "a sample",
  gate: "signedIn",
  params: z.object({ placementId: z.string(), week: z.string() }),
  body: z.object({ kind: z.literal("ok") }),
  answer: z.object({ done: z.literal(true) }),
});
const deed = {
  method: "POST",
  path: "/api/placements/{placementId}/weeks/{week}/confirmation",
  params: { placementId: "p 1", week: "2026-W47" },
  body: { kind: "ok" },
} as const;

function serverAnswers(answer: () => Promise<Response>) {
  const fetched = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(() => answer());
  vi.stubGlobal("fetch", fetched);
  return () => {
    const [address, init] = fetched.mock.lastCall ?? [];
    return { address, init, headers: new Headers(init?.headers) };
  };
}

afterEach(() => vi.unstubAllGlobals());

describe("an address", () => {
  it("takes its params into the path and its query behind it", () => {
    const address = addressOf(
      "/api/x/{id}",
      { id: "a/b" },
      { state: "running", find: "", no: null },
    );
    expect(address).toBe("/api/x/a%2Fb?state=running");
  });

  it("repeats a query name for each entry of a list", () => {
    expect(addressOf("/api/x", undefined, { topic: ["a", "b"] })).toBe("/api/x?topic=a&topic=b");
  });
});

describe("a call", () => {
  it("sends what the contract says, with a key and the version that was read", async () => {
    const sent = serverAnswers(async () => Response.json({ done: true }));
    await expect(call<typeof confirm>({ ...deed, version: 7 })).resolves.toEqual({ done: true });
    const { address, init, headers } = sent();
    expect(address).toBe("/api/placements/p%201/weeks/2026-W47/confirmation");
    expect(init?.body).toBe('{"kind":"ok"}');
    expect(headers.get("if-match")).toBe('"7"');
    expect(headers.get("idempotency-key")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("keeps the key it is given, so that a second try is the same deed", async () => {
    const sent = serverAnswers(async () => Response.json({ done: true }));
    await call<typeof confirm>({ ...deed, key: "6f1c4a52-0000-4000-8000-000000000001" });
    expect(sent().headers.get("idempotency-key")).toBe("6f1c4a52-0000-4000-8000-000000000001");
  });

  it("throws a refusal with its code, params and request number", async () => {
    const document = {
      type: "/problems/stale",
      status: 409,
      code: "stale",
      params: { version: 8 },
    };
    serverAnswers(async () =>
      Response.json(document, { status: 409, headers: { "x-request-id": "r-1" } }),
    );
    const problem = await call<typeof confirm>(deed).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 409, code: "stale", requestId: "r-1" });
    expect(problem).toHaveProperty("params", { version: 8 });
    expect(isPassing(problem)).toBe(false);
  });

  it("takes a page of a proxy in between for a stumble of the server", async () => {
    serverAnswers(async () => new Response("<h1>Bad gateway</h1>", { status: 502 }));
    const problem = await call<typeof confirm>(deed).catch((error: unknown) => error);
    expect(problem).toMatchObject({ status: 502, code: "internal" });
    expect(isPassing(problem)).toBe(true);
  });

  it("is unreachable when no answer comes, or only the beginning of one", async () => {
    serverAnswers(() => Promise.reject(new TypeError("Failed to fetch")));
    await expect(call<typeof confirm>(deed)).rejects.toBeInstanceOf(Unreachable);
    serverAnswers(async () => new Response('{"done":', { status: 200 }));
    await expect(call<typeof confirm>(deed)).rejects.toBeInstanceOf(Unreachable);
  });
});
