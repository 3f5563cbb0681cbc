import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Caller } from "#tests/support/test-house.ts";
import {
  type AgreementScene,
  bodyFor,
  LEILA,
  newestCode,
  openAgreementScene,
} from "../agreement-scene.ts";
import { verifyPaper } from "../verify-paper.ts";
import { finishAgreement } from "./finish-agreement.ts";

const MASKED = "+358\u00A0•••\u00A0567";
let scene: AgreementScene;

beforeEach(async () => {
  scene = await openAgreementScene();
});
afterEach(() => scene.close());

describe("an agreement that is not signed", () => {
  test("withdrawn: the link says so, nothing is signed, the next one is found", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    const textHash = await scene.hashOf(leila, id);
    await leila.send("POST", `/api/agreements/${id}/codes`, { party: "employer" });
    const code = await newestCode(scene.house, id);
    await scene.teacher.send("POST", `/api/agreements/${id}/withdrawal`, {
      reason: "Tunnit väärin",
    });
    const late = await leila.send("POST", `/api/agreements/${id}/signatures`, {
      party: "employer",
      textHash,
      code,
      language: "fi",
    });
    expect(late.json()).toMatchObject({ code: "agreement_closed" });
    const next = await scene.send();
    const page = await leila.get(`/api/agreements/${id}`);
    expect(page.json()).toMatchObject({
      state: "withdrawn",
      closed: { reason: "Tunnit väärin" },
      next,
    });
  });

  test("declined by a signer with a reason; the placement is planned again", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    const body = { party: "employer", reason: "Emme ehdi ohjata." };
    const declined = await leila.send("POST", `/api/agreements/${id}/refusal`, body);
    expect(declined.json()).toEqual({ done: true });
    const placement = await scene.teacher.get(`/api/placements/${scene.world.placementId}`);
    expect(placement.json()).toMatchObject({ state: "planning" });
    const told = (await scene.letters()).filter(
      ({ template }) => template === "agreement_declined",
    );
    expect(told.some(({ body: words }) => words?.includes("Emme ehdi ohjata."))).toBe(true);
  });

  test("the student, the tutor and strangers neither withdraw nor decline", async () => {
    const id = await scene.send();
    for (const caller of [scene.student, scene.tutor]) {
      const answer = await caller.send("POST", `/api/agreements/${id}/withdrawal`, { reason: "x" });
      expect(answer.statusCode).toBe(403);
      const no = await caller.send("POST", `/api/agreements/${id}/refusal`, {
        party: "employer",
        reason: "x",
      });
      expect(no.statusCode).toBe(403);
    }
    const other = await scene.as(scene.world.otherCoordinator);
    const answer = await other.send("POST", `/api/agreements/${id}/withdrawal`, { reason: "x" });
    expect(answer.statusCode).toBe(404);
  });
});

async function channelsTo(to: string): Promise<string[]> {
  const rows = await scene.house.db
    .selectFrom("mail_message")
    .select("channel")
    .where("to_address", "=", to)
    .execute();
  return rows.map(({ channel }) => channel);
}

describe("reaching the one who is missing", () => {
  test("one reminder a day, whoever sends it", async () => {
    const id = await scene.send();
    const path = `/api/agreements/${id}/parties/employer/reminders`;
    expect((await scene.student.send("POST", path)).json()).toMatchObject({ code: "too_soon" });
    scene.travel("2026-11-24T07:00:00Z");
    const both = await Promise.all([
      scene.student.send("POST", path),
      scene.teacher.send("POST", path),
    ]);
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 429]);
  });

  test("the address of one who has never been in is repaired: the old link ends, the letter goes to the new one", async () => {
    const id = await scene.send();
    const letter = (await scene.letters()).find(({ to_address }) => to_address === LEILA);
    const old = /\/l\/([\w-]+)/.exec(letter?.body ?? "")?.[1] ?? "";
    const body = { email: "leila.uusi@example.org", phone: null, known: "called" };
    const path = `/api/agreements/${id}/parties/employer/address`;
    expect((await scene.student.send("PUT", path, body)).statusCode).toBe(403);
    expect((await scene.teacher.send("PUT", path, body)).json()).toMatchObject({
      waitsUntil: null,
    });
    const opened = await scene.teacher.send("POST", "/api/links/look", { token: old });
    expect(opened.json().code).toBe("link_revoked");
    const leila = await scene.byLetter("leila.uusi@example.org");
    expect((await scene.signs(leila, id, "employer")).json()).toMatchObject({ already: false });
  });

  test("by phone alone: the letter and the code are text messages, and the signature keeps the number masked", async () => {
    const id = await scene.send();
    const old = await scene.byLetter(LEILA);
    await scene.house.db
      .updateTable("mail_message")
      .set({ state: "failed", box_gone: true })
      .execute();
    const path = `/api/agreements/${id}/parties/employer/address`;
    const put = (phone: string) =>
      scene.teacher.send("PUT", path, { email: null, phone, known: "called" });
    expect((await put("09 1234 567")).json()).toMatchObject({ code: "phone_wrong" });
    expect((await put("040 123 4567")).json()).toEqual({ sentTo: MASKED, waitsUntil: null });
    expect((await old.get(`/api/agreements/${id}`)).statusCode).toBe(401);
    const leila = await scene.byLetter("+358401234567");
    expect((await scene.signs(leila, id, "employer")).json()).toMatchObject({ already: false });
    const page = await scene.student.get(`/api/agreements/${id}`);
    expect(page.json().parties).toContainEqual(
      expect.objectContaining({
        party: "employer",
        address: MASKED,
        mobile: null,
        signature: expect.objectContaining({ means: "code", sentTo: MASKED }),
      }),
    );
    expect(page.body).not.toContain("401234567");
    expect(await channelsTo("+358401234567")).toEqual(["sms", "sms"]);
  });

  test("by box and phone: the code goes where the signer asks for it", async () => {
    const id = await scene.send();
    const path = `/api/agreements/${id}/parties/employer/address`;
    await scene.teacher.send("PUT", path, {
      email: LEILA,
      phone: "+46 70 123 45 67",
      known: "told",
    });
    const leila = await scene.byLetter(LEILA);
    const ask = (way: string | null) =>
      leila.send("POST", `/api/agreements/${id}/codes`, { party: "employer", way });
    expect((await ask(null)).json()).toMatchObject({ sentTo: "le•••@example.org" });
    expect((await ask("sms")).json()).toMatchObject({ sentTo: "+46\u00A0•••\u00A0567" });
    expect(await channelsTo("+46701234567")).toEqual(["sms"]);
  });

  test("the address of one who has been in waits for the old one: nobody else gets their link or code", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    const body = { email: "evil@example.org", phone: null, known: "called" };
    const path = `/api/agreements/${id}/parties/employer/address`;
    const answer = await scene.teacher.send("PUT", path, body);
    expect(answer.json().waitsUntil).not.toBeNull();
    const sent = await scene.house.db
      .selectFrom("mail_message")
      .select(["to_address", "template"])
      .execute();
    expect(sent.filter(({ to_address }) => to_address === "evil@example.org")).toEqual([]);
    expect(sent).toContainEqual({ to_address: LEILA, template: "address_asked" });
    expect((await scene.signs(leila, id, "employer")).json()).toMatchObject({ already: false });
  });

  test("nobody's way in is taken over by typing an address", async () => {
    const id = await scene.send();
    const put = (party: string, email: string) =>
      scene.teacher.send("PUT", `/api/agreements/${id}/parties/${party}/address`, {
        email,
        phone: null,
        known: "told",
      });
    expect((await put("employer", "jari@example.org")).json()).toMatchObject({
      code: "address_taken",
    });
    expect((await put("student", "uusi@example.org")).json()).toMatchObject({
      code: "own_account",
    });
    expect((await put("provider", "uusi@example.org")).json()).toMatchObject({
      code: "own_account",
    });
  });

  test("a deputy signs by a mandate that is kept", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    const body = { deputy: { personId: scene.world.colleague }, known: "called" };
    const path = `/api/agreements/${id}/parties/employer/deputy`;
    expect((await scene.teacher.send("PUT", path, body)).statusCode).toBe(200);
    expect((await leila.get(`/api/agreements/${id}`)).statusCode).toBe(401);
    const pia = await scene.byLetter("pia@example.org");
    expect((await scene.signs(pia, id, "employer")).json()).toMatchObject({ already: false });
    const page = await scene.coordinator.get(`/api/agreements/${id}`);
    const employer = page
      .json<{ parties: { party: string; mandate: unknown }[] }>()
      .parties.find(({ party }) => party === "employer");
    const mandate = { from: "Leila Karjalainen", notedBy: "Sanna Testinen", known: "called" };
    expect(employer).toMatchObject({ mandate });
    await scene.signs(scene.coordinator, id, "provider");
    await finishAgreement(scene.house, { providerId: scene.world.providerId, agreementId: id });
    const paper = await scene.coordinator.get(`/api/agreements/${id}/paper`);
    expect(await verifyPaper(paper.rawPayload)).toMatchObject({
      verdict: "whole",
      evidence: { signatures: [{ personName: "Pia Testinen", mandate }, { party: "provider" }] },
    });
  });
});

describe("a link to sign opens one agreement", () => {
  test("and no placement, no other agreement, no list of another's", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    expect((await leila.get(`/api/agreements/${id}`)).statusCode).toBe(200);
    expect((await leila.get(`/api/placements/${scene.world.placementId}`)).statusCode).toBe(404);
    expect((await leila.get(scene.path)).statusCode).toBe(404);
    const mine = await leila.get("/api/agreements");
    expect(mine.json<{ rows: { id: string }[] }>().rows.map((row) => row.id)).toEqual([id]);
    const page = (await leila.get(`/api/agreements/${id}`)).body;
    expect(page).not.toContain("eetu@example.org");
    expect(page).not.toContain("jari@example.org");
  });
});

test("the phone of the one who is waited for is told to the desk and to nobody else", async () => {
  const phone = "+358401234567";
  const { employer } = bodyFor(scene.world, "");
  const id = await scene.send({ employer: { ...employer, phone } });
  const seenBy = async (caller: Caller) => {
    const page = (await caller.get(`/api/agreements/${id}`)).json<{
      parties: { party: string; phone: string | null }[];
    }>();
    return page.parties.find(({ party }) => party === "employer")?.phone ?? null;
  };
  expect(await seenBy(scene.teacher)).toBe(phone);
  for (const other of [scene.student, scene.tutor, await scene.byLetter(LEILA)]) {
    expect(await seenBy(other)).toBeNull();
  }
});
