import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Caller, callerOf } from "#tests/support/test-house.ts";
import {
  type AgreementScene,
  bodyFor,
  LEILA,
  newestCode,
  openAgreementScene,
} from "../agreement-scene.ts";
import { endGuardianships } from "./end-guardianships.ts";
import { finishAgreement } from "./finish-agreement.ts";

/** Who holds a link, an address or a right that is not meant for this, and what they get with it. */

let scene: AgreementScene;

beforeEach(async () => {
  scene = await openAgreementScene();
});
afterEach(() => scene.close());

const PIRJO = "pirjo@example.org";
const repair = (caller: Caller, id: string, email: string) =>
  caller.send("PUT", `/api/agreements/${id}/parties/employer/address`, {
    email,
    phone: null,
    known: "called",
  });
const deputy = (caller: Caller, id: string, known = "signer") =>
  caller.send("PUT", `/api/agreements/${id}/parties/employer/deputy`, {
    deputy: { personId: scene.world.colleague },
    known,
  });

/** The link of the newest letter to this address, opened by a colleague who says their own name. */
async function byForwardedLink(address: string): Promise<Caller> {
  const { body } = await scene.house.db
    .selectFrom("mail_message")
    .select("body")
    .where("to_address", "=", address)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const token = /\/l\/([\w-]+)/.exec(body ?? "")?.[1];
  const caller = callerOf(scene.app, {});
  await caller.send("POST", "/api/links/open", { token, colleague: "Pia Putkinen" });
  return caller;
}

async function idOf(email: string): Promise<string> {
  const { id } = await scene.house.db
    .selectFrom("person")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  return id;
}

describe("a forwarded link", () => {
  test("lets a colleague neither decline nor name a deputy in the signer's stead", async () => {
    const id = await scene.send();
    const pia = await byForwardedLink(LEILA);
    expect((await pia.get(`/api/agreements/${id}`)).statusCode).toBe(200);
    const no = await pia.send("POST", `/api/agreements/${id}/refusal`, {
      party: "employer",
      reason: "Emme halua.",
    });
    expect(no.json()).toMatchObject({ code: "forbidden", params: { reason: "colleague" } });
    expect((await deputy(pia, id)).json()).toMatchObject({ code: "forbidden" });
  });

  test("gives the signature away to nobody: a mandate needs the signer's own address or the college", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    expect((await deputy(leila, id)).json()).toMatchObject({
      code: "forbidden",
      params: { reason: "code_needed" },
    });
    expect((await deputy(scene.teacher, id)).json()).toMatchObject({
      code: "forbidden",
      params: { reason: "not_your_part" },
    });
    const byCode = await scene.as(await idOf(LEILA));
    expect((await deputy(byCode, id)).statusCode).toBe(200);
  });
});

describe("an address", () => {
  test("that opens another college's doors too is not repaired from here", async () => {
    const id = await scene.send({ employer: { personId: scene.world.tutor } });
    expect((await repair(scene.teacher, id, "teacher.own@example.org")).json()).toMatchObject({
      code: "address_leads_elsewhere",
    });
  });

  test("of who signs at another college is not repaired from here", async () => {
    const id = await scene.send();
    await signsElsewhere(await idOf(LEILA));
    expect((await repair(scene.teacher, id, "teacher.own@example.org")).json()).toMatchObject({
      code: "address_leads_elsewhere",
    });
  });

  test("that letters came back from opens nothing once it is repaired", async () => {
    const id = await scene.send();
    const byCode = await scene.as(await idOf(LEILA));
    expect((await byCode.get(`/api/agreements/${id}`)).statusCode).toBe(200);
    const token = "x".repeat(43);
    await byCode.send("POST", "/api/me/calendar-feed", { token, showsNames: true });
    const feed = `/api/calendar-feeds/${token}/kisalli.ics`;
    expect((await scene.anyone.get(feed)).statusCode).toBe(200);
    await scene.house.db
      .updateTable("mail_message")
      .set({ state: "failed", box_gone: true })
      .execute();
    const repaired = await repair(scene.teacher, id, "leila.oikea@example.org");
    expect(repaired.json()).toMatchObject({ waitsUntil: null });
    expect((await byCode.get(`/api/agreements/${id}`)).statusCode).toBe(401);
    expect((await scene.anyone.get(feed)).statusCode).toBe(404);
  });

  test("by which nobody has been in is repaired at once, and whoever reads it is told", async () => {
    const id = await scene.send();
    const { body } = await scene.house.db
      .selectFrom("mail_message")
      .select("body")
      .where("to_address", "=", LEILA)
      .executeTakeFirstOrThrow();
    const repaired = await repair(scene.teacher, id, "leila.oikea@example.org");
    expect(repaired.json()).toMatchObject({ waitsUntil: null });
    const token = /\/l\/([\w-]+)/.exec(body ?? "")?.[1];
    const opened = await callerOf(scene.app, {}).send("POST", "/api/links/open", {
      token,
      colleague: null,
    });
    expect(opened.json()).toMatchObject({ code: "link_revoked" });
    const told = await scene.house.db
      .selectFrom("mail_message")
      .select(["to_address", "body"])
      .where("template", "=", "address_changed")
      .execute();
    expect(told.map(({ to_address }) => to_address)).toEqual([LEILA]);
    expect(told[0]?.body).not.toContain("leila.oikea");
    expect(told[0]?.body).not.toMatch(/\/l\//);
  });
});

/** The same person has been asked to sign at the other college. */
async function signsElsewhere(personId: string): Promise<void> {
  const { otherProviderId, otherPlacementId, otherTeacher } = scene.world;
  const keys = { provider_id: otherProviderId, agreement_id: randomUUID() };
  await scene.house.db
    .insertInto("agreement")
    .values({
      provider_id: otherProviderId,
      id: keys.agreement_id,
      placement_id: otherPlacementId,
      number: 1,
      kind: "agreement",
      basis: "training_agreement",
      language: "fi",
      signing_order: "any",
      state: "out",
      sent_by: otherTeacher,
      sent_at: "2026-11-23T06:00:00Z",
    })
    .execute();
  await scene.house.db
    .insertInto("agreement_party")
    .values({ ...keys, party: "employer", duty: "signs", person_id: personId })
    .execute();
}

describe("a one-time code", () => {
  test("is guessed at most five times however many tries come at once", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    const textHash = await scene.hashOf(leila, id);
    await leila.send("POST", `/api/agreements/${id}/codes`, { party: "employer" });
    const right = await newestCode(scene.house, id);
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        callerOf(scene.app, { ...leila.cookies }, `10.1.0.${n}`).send(
          "POST",
          `/api/agreements/${id}/signatures`,
          {
            party: "employer",
            textHash,
            code: right === "000000" ? "000001" : "000000",
            language: "fi",
          },
        ),
      ),
    );
    const said = tries.map((answer) => answer.json<{ code: string }>().code);
    expect(said.filter((code) => code === "code_wrong")).toHaveLength(5);
    expect(said.filter((code) => code === "code_used_up")).toHaveLength(15);
  });

  test("is not guessed by asking for one after another for a day", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    const ask = async (address: string) => {
      const asker = callerOf(scene.app, { ...leila.cookies }, address);
      const body = { party: "employer" };
      const answer = await asker.send("POST", `/api/agreements/${id}/codes`, body);
      return answer.json<{ code?: string }>().code ?? "sent";
    };
    const said: string[] = [];
    for (const [hour, times] of [
      ["06:00", 6],
      ["09:00", 6],
      ["23:59", 1],
    ] as const) {
      scene.travel(`2026-11-23T${hour}:00Z`);
      for (let time = 0; time < times; time += 1) said.push(await ask(`10.2.${times}.${time}`));
    }
    const five = Array.from({ length: 5 }, () => "sent");
    const today = "too_many_codes_today";
    expect(said).toEqual([...five, "too_many_codes", ...five, today, today]);
    scene.travel("2026-11-24T09:01:00Z");
    expect(await ask("10.2.0.0")).toBe("sent");
  });
});

describe("a guardian", () => {
  const sendWithGuardian = async () => {
    await scene.house.db
      .updateTable("person")
      .set({ born_on: "2009-01-15" })
      .where("id", "=", scene.world.student)
      .execute();
    const guardian = { ...bodyFor(scene.world, "").employer, givenName: "Pirjo", email: PIRJO };
    return scene.send({ guardian });
  };

  test("reads the agreement of a child, and nothing any more once the child is of age", async () => {
    const id = await sendWithGuardian();
    const pirjo = await scene.byLetter(PIRJO);
    const byCode = await scene.as(await idOf(PIRJO));
    expect((await pirjo.get(`/api/agreements/${id}`)).statusCode).toBe(200);
    scene.travel("2027-01-14T08:00:00Z");
    await endGuardianships(scene.house);
    expect((await byCode.get(`/api/agreements/${id}`)).statusCode).toBe(200);
    scene.travel("2027-01-15T08:00:00Z");
    await endGuardianships(scene.house);
    expect((await pirjo.get(`/api/agreements/${id}`)).statusCode).not.toBe(200);
    expect((await byCode.get(`/api/agreements/${id}`)).statusCode).toBe(404);
    expect((await byCode.get("/api/agreements")).json()).toEqual({ rows: [] });
  });

  test("is neither waited for nor written to once the child is of age", async () => {
    const id = await sendWithGuardian();
    await scene.house.db
      .updateTable("agreement_party")
      .set({ duty: "signs" })
      .where("party", "=", "guardian")
      .execute();
    scene.travel("2027-01-15T08:00:00Z");
    await endGuardianships(scene.house);
    const list = await scene.teacher.get(scene.path);
    expect(list.body).not.toContain('"guardian","name"');
    await scene.signs(await scene.byLetter(LEILA), id, "employer");
    const last = await scene.signs(scene.coordinator, id, "provider");
    expect(last.json()).toMatchObject({ state: "completed" });
    const before = (await scene.letters()).filter(({ to_address }) => to_address === PIRJO).length;
    await finishAgreement(scene.house, { providerId: scene.world.providerId, agreementId: id });
    const after = await scene.letters();
    expect(after.some(({ template }) => template === "agreement_done")).toBe(true);
    expect(after.filter(({ to_address }) => to_address === PIRJO)).toHaveLength(before);
  });
});

test("an id that is another college's agreement's is refused by its code", async () => {
  await signsElsewhere(scene.world.colleague);
  const { id } = await scene.house.db
    .selectFrom("agreement")
    .select("id")
    .executeTakeFirstOrThrow();
  const answer = await scene.teacher.send("POST", scene.path, bodyFor(scene.world, id));
  expect(answer.json()).toMatchObject({ status: 409, code: "id_taken" });
});
