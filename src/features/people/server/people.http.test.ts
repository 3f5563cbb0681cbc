import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeLink } from "#features/people/server/api.ts";
import { newId } from "#server/clock.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import {
  callerOf,
  MONDAY_MORNING,
  openTestHouse,
  type TestHouse,
} from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;

beforeAll(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
});
afterAll(() => house.close());

const later = (minutes: number) =>
  Temporal.Instant.from(MONDAY_MORNING).add({ minutes }).toString();
const browser = () => callerOf(house.app, {});

async function codeSentTo(email: string): Promise<string> {
  const letter = await house.house.db
    .selectFrom("mail_message")
    .select("body")
    .where("to_address", "=", email)
    .where("template", "=", "sign_in_code")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return /\b\d{6}\b/.exec(letter.body ?? "")?.[0] ?? "";
}

const ask = (who: ReturnType<typeof browser>, email: string) =>
  who.send("POST", "/api/sign-in/codes", { email, language: "fi" });
const enter = (who: ReturnType<typeof browser>, code: string) =>
  who.send("POST", "/api/sign-in/sessions", { code });
const codeOf = (response: { json(): { code?: string } }) => response.json().code;

describe("a one-time code", () => {
  test("opens a session in the browser that asked, once", async () => {
    const mine = browser();
    expect((await ask(mine, "sanna@example.org")).statusCode).toBe(200);
    const code = await codeSentTo("sanna@example.org");
    expect(codeOf(await enter(browser(), code))).toBe("code_not_asked");
    const opened = await enter(mine, code);
    expect(opened.json().me.givenName).toBe("Sanna");
    expect((await mine.get("/api/me")).json().me.means).toBe("code");
    expect(codeOf(await enter(mine, code))).toBe("code_old");
  });

  test("is asked for with the same answer whether or not the address is known", async () => {
    const known = await ask(browser(), "henrik@example.org");
    const unknown = await ask(browser(), "heprik@example.org");
    expect(unknown.statusCode).toBe(known.statusCode);
    expect(Object.keys(unknown.json())).toEqual(Object.keys(known.json()));
  });

  test("closes after five wrong tries, also for the right digits", async () => {
    const mine = browser();
    await ask(mine, "jari@example.org");
    const code = await codeSentTo("jari@example.org");
    const wrong = code === "000000" ? "000001" : "000000";
    for (let left = 4; left >= 0; left -= 1) {
      const answer = await enter(mine, wrong);
      expect(answer.json()).toMatchObject({ code: "code_wrong", params: { triesLeft: left } });
    }
    expect(codeOf(await enter(mine, code))).toBe("code_used_up");
  });

  test("is too old after ten minutes", async () => {
    const mine = browser();
    await ask(mine, "anu@example.org");
    const code = await codeSentTo("anu@example.org");
    house.travel(later(10));
    expect(codeOf(await enter(mine, code))).toBe("code_old");
    house.travel(MONDAY_MORNING);
  });

  test("opens one session when its digits are sent twice at the same time", async () => {
    const mine = browser();
    await ask(mine, "pia@example.org");
    const code = await codeSentTo("pia@example.org");
    const answers = await Promise.all([enter(mine, code), enter(mine, code)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(expect.arrayContaining([200, 410]));
  });

  test("is sent to one browser three times in a quarter of an hour, asked at once too", async () => {
    const hasty = callerOf(house.app, {}, "127.0.0.9");
    await ask(hasty, "noora@example.org");
    const more = await Promise.all([1, 2, 3].map(() => ask(hasty, "noora@example.org")));
    expect(more.filter(({ statusCode }) => statusCode === 200)).toHaveLength(2);
    expect((await ask(browser(), "noora@example.org")).statusCode).toBe(200);
  });
});

async function freshLink(days = 30): Promise<string> {
  const { house: inside } = house;
  return inside.db.transaction().execute((tx) =>
    makeLink(tx, inside.clock.now(), {
      providerId: world.providerId,
      personId: world.tutor,
      placementId: world.placementId,
      expiresAt: inside.clock.now().add({ hours: 24 * days }),
      createdBy: world.teacher,
    }),
  );
}

describe("a personal link", () => {
  test("changes nothing when a mail scanner opens it with GET or HEAD", async () => {
    const token = await freshLink();
    const before = await house.house.db.selectFrom("session").select("id").execute();
    for (const method of ["GET", "HEAD"] as const) {
      await house.app.inject({ method, url: `/l/${token}` });
      const opened = await house.app.inject({ method, url: "/api/links/open" });
      expect(opened.statusCode).toBe(404);
    }
    expect(await house.house.db.selectFrom("session").select("id").execute()).toEqual(before);
  });

  test("opens only its placement, and only as tutor", async () => {
    const mine = browser();
    const opened = await mine.send("POST", "/api/links/open", {
      token: await freshLink(),
      colleague: null,
    });
    expect(opened.json().me).toMatchObject({
      givenName: "Mika",
      means: "link",
      onlyPlacementId: world.placementId,
    });
    expect((await mine.get(`/api/placements/${world.placementId}`)).statusCode).toBe(200);
    expect((await mine.get(`/api/placements/${world.otherPlacementId}`)).statusCode).toBe(404);
    expect((await mine.get("/api/board")).statusCode).toBe(403);
  });

  test("does not show the student's number or address", async () => {
    const mine = browser();
    await mine.send("POST", "/api/links/open", { token: await freshLink(), colleague: null });
    const page = await mine.get(`/api/placements/${world.placementId}`);
    expect(page.json().student).toMatchObject({ phone: null, email: null, underage: false });
    expect(page.body).not.toContain("eetu@example.org");
  });

  test("forwarded to a colleague keeps the colleague's name on what is done", async () => {
    const mine = browser();
    await mine.send("POST", "/api/links/open", { token: await freshLink(), colleague: "Pia Salo" });
    const noted = await mine.send("POST", `/api/placements/${world.placementId}/talks`, {
      kind: "mid",
      heldOn: "2026-11-20",
      note: "Sujuu.",
    });
    expect(noted.statusCode).toBe(200);
    const event = await house.house.db
      .selectFrom("audit_event")
      .selectAll()
      .where("deed", "=", "note-talk")
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ person_id: world.tutor, acting_name: "Pia Salo", means: "link" });
  });

  test.each([
    ["unknown", async () => "x".repeat(43), 404, "link_unknown"],
    ["expired", async () => freshLink(-1), 410, "link_expired"],
  ])("that is %s says so", async (_name, token, status, code) => {
    const answer = await browser().send("POST", "/api/links/look", { token: await token() });
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
  });

  test("revoked ends the sessions it has opened", async () => {
    const mine = browser();
    const token = await freshLink();
    await mine.send("POST", "/api/links/open", { token, colleague: null });
    await house.house.db
      .updateTable("personal_link")
      .set({ revoked_at: MONDAY_MORNING })
      .where("revoked_at", "is", null)
      .execute();
    expect((await mine.get("/api/me")).json().me).toBeNull();
    expect(
      codeOf(await browser().send("POST", "/api/links/open", { token, colleague: null })),
    ).toBe("link_revoked");
  });

  test("expired sends a fresh one to the address on file and shows only its mask", async () => {
    const answer = await browser().send("POST", "/api/links/renew", { token: await freshLink(-1) });
    expect(answer.json()).toEqual({ sentTo: "mi•••@example.org" });
    const again = await browser().send("POST", "/api/links/renew", { token: await freshLink(-1) });
    expect(again.statusCode).toBe(429);
  });
});

describe("a write", () => {
  test("from another site is refused", async () => {
    const teacher = await house.as(world.teacher);
    const answer = await teacher.send(
      "PUT",
      "/api/me/language",
      { language: "sv" },
      { origin: "https://evil.example" },
    );
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, "cross_site"]);
  });

  test("without an Idempotency-Key is refused, with the same key is done once", async () => {
    const teacher = await house.as(world.teacher);
    const without = await teacher.send(
      "PUT",
      "/api/me/language",
      { language: "sv" },
      { "idempotency-key": "" },
    );
    expect(codeOf(without)).toBe("idempotency_key");
    const key = { "idempotency-key": newId() };
    await teacher.send("PUT", "/api/me/language", { language: "sv" }, key);
    const replay = await teacher.send("PUT", "/api/me/language", { language: "sv" }, key);
    expect(replay.headers["idempotency-replayed"]).toBe("true");
    const reused = await teacher.send("PUT", "/api/me/language", { language: "en" }, key);
    expect(codeOf(reused)).toBe("idempotency_key_reused");
    const events = await house.house.db
      .selectFrom("audit_event")
      .select("id")
      .where("deed", "=", "choose-language")
      .execute();
    expect(events).toHaveLength(1);
  });
});
