import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type AgreementScene,
  bodyFor,
  LEILA,
  newestCode,
  openAgreementScene,
} from "../agreement-scene.ts";

let scene: AgreementScene;

beforeEach(async () => {
  scene = await openAgreementScene();
});
afterEach(() => scene.close());

const stateOf = async (id: string) => {
  const answer = await scene.coordinator.get(`/api/agreements/${id}`);
  return answer.json<{ state: string }>().state;
};

describe("an agreement is sent", () => {
  test("with the newest plan frozen in three languages, and everyone it binds is asked", async () => {
    const id = await scene.send();
    const page = await scene.coordinator.get(`/api/agreements/${id}`);
    expect(page.json()).toMatchObject({
      state: "out",
      number: 1,
      startsOn: "2026-11-30",
      endsOn: "2027-01-29",
      papers: { fi: { language: "fi" }, sv: { language: "sv" }, en: { language: "en" } },
    });
    const parties = page.json<{ parties: { party: string; duty: string; turn: boolean }[] }>()
      .parties;
    expect(parties.map(({ party, duty }) => `${party} ${duty}`)).toEqual([
      "student acknowledges",
      "employer signs",
      "provider signs",
    ]);
    const to = (await scene.letters()).map((letter) => letter.to_address);
    expect(to.toSorted()).toEqual(["eetu@example.org", "jari@example.org", LEILA]);
    const placement = await scene.teacher.get(`/api/placements/${scene.world.placementId}`);
    expect(placement.json()).toMatchObject({ state: "agreement_out" });
  });

  test("not while another one is out, and once however often it is pressed", async () => {
    const id = randomUUID();
    const body = bodyFor(scene.world, id);
    const both = await Promise.all([
      scene.teacher.send("POST", scene.path, body),
      scene.teacher.send("POST", scene.path, body),
    ]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const another = await scene.teacher.send(
      "POST",
      scene.path,
      bodyFor(scene.world, randomUUID()),
    );
    expect(another.json()).toMatchObject({ code: "agreement_out_already" });
    const list = await scene.teacher.get(scene.path);
    expect(list.json<{ rows: unknown[] }>().rows).toHaveLength(1);
  });

  test("by nobody but the teacher and the coordinators", async () => {
    for (const caller of [scene.student, scene.tutor]) {
      const answer = await caller.send("POST", scene.path, bodyFor(scene.world, randomUUID()));
      expect(answer.statusCode).toBe(403);
    }
    const other = await scene.as(scene.world.otherTeacher);
    const answer = await other.send("POST", scene.path, bodyFor(scene.world, randomUUID()));
    expect(answer.statusCode).toBe(404);
  });

  test("to nobody whose address belongs to the school", async () => {
    const employer = { ...bodyFor(scene.world, "").employer, email: "sanna@example.org" };
    const body = { ...bodyFor(scene.world, randomUUID()), employer };
    const answer = await scene.teacher.send("POST", scene.path, body);
    expect(answer.json()).toMatchObject({ code: "address_taken" });
  });
});

describe("an agreement is signed", () => {
  test("by each with a code of their own; the last one completes it", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    expect((await scene.signs(leila, id, "employer")).json()).toMatchObject({ state: "out" });
    expect(await stateOf(id)).toBe("out");
    const last = await scene.signs(scene.coordinator, id, "provider");
    expect(last.json()).toEqual({ state: "completed", already: false });
    expect(await stateOf(id)).toBe("completed");
    const read = await scene.student.send("POST", `/api/agreements/${id}/signatures`, {
      party: "student",
      textHash: await scene.hashOf(scene.student, id),
      code: null,
      language: "fi",
    });
    expect(read.json()).toEqual({ state: "completed", already: false });
  });

  test("only as the person who is the party", async () => {
    const id = await scene.send();
    const hash = await scene.hashOf(scene.teacher, id);
    for (const caller of [scene.teacher, scene.student, scene.tutor]) {
      const asked = await caller.send("POST", `/api/agreements/${id}/codes`, { party: "employer" });
      expect(asked.statusCode).toBe(403);
      const body = { party: "employer", textHash: hash, code: "000000", language: "fi" };
      const signed = await caller.send("POST", `/api/agreements/${id}/signatures`, body);
      expect(signed.statusCode).toBe(403);
    }
  });

  test("a colleague with the forwarded link does not sign in the owner's name", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    await scene.house.db
      .updateTable("session")
      .set({ acting_name: "Pia" })
      .where("means", "=", "link")
      .execute();
    const asked = await leila.send("POST", `/api/agreements/${id}/codes`, { party: "employer" });
    expect(asked.json()).toMatchObject({ code: "forbidden", params: { reason: "colleague" } });
  });

  test("a code is tried five times; the sixth is too late even when it is right", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    const textHash = await scene.hashOf(leila, id);
    await leila.send("POST", `/api/agreements/${id}/codes`, { party: "employer" });
    const right = await newestCode(scene.house, id);
    const wrong = right === "000000" ? "000001" : "000000";
    const attempt = (code: string) =>
      leila.send("POST", `/api/agreements/${id}/signatures`, {
        party: "employer",
        textHash,
        code,
        language: "fi",
      });
    const left: number[] = [];
    for (let time = 1; time <= 5; time += 1) {
      const answer = await attempt(wrong);
      expect(answer.json()).toMatchObject({ code: "code_wrong" });
      left.push(answer.json<{ params: { triesLeft: number } }>().params.triesLeft);
    }
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect((await attempt(right)).json()).toMatchObject({ code: "code_used_up" });
    expect(await stateOf(id)).toBe("out");
  });

  test("not with a code of another person, another browser, another agreement or the day before", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    const elsewhere = await scene.byLetter(LEILA);
    const textHash = await scene.hashOf(leila, id);
    const sign = (caller: typeof leila, party: string, code: string) =>
      caller.send("POST", `/api/agreements/${id}/signatures`, {
        party,
        textHash,
        code,
        language: "fi",
      });
    await leila.send("POST", `/api/agreements/${id}/codes`, { party: "employer" });
    const leilas = await newestCode(scene.house, id);
    expect((await sign(scene.coordinator, "provider", leilas)).json()).toMatchObject({
      code: "code_not_asked",
    });
    expect((await sign(elsewhere, "employer", leilas)).json()).toMatchObject({
      code: "code_not_asked",
    });
    scene.travel("2026-11-23T06:11:00Z");
    expect((await sign(leila, "employer", leilas)).json()).toMatchObject({ code: "code_old" });
    scene.travel("2026-11-22T06:00:00Z");
    expect((await sign(leila, "employer", leilas)).json()).toMatchObject({ code: "code_old" });
  });
});

describe("a text that changes before all have signed", () => {
  const correction = (endsOn: string) => ({
    startsOn: "2026-11-30",
    endsOn,
    hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
    why: "Kahvila on kiinni tammikuussa.",
  });

  test("the employer corrects the last day: everyone is asked anew, the former text stays", async () => {
    const id = await scene.send();
    await scene.signs(scene.coordinator, id, "provider");
    const leila = await scene.byLetter(LEILA);
    const former = await scene.hashOf(leila, id);
    const corrected = await leila.send(
      "POST",
      `/api/agreements/${id}/corrections`,
      correction("2026-12-31"),
    );
    expect(corrected.json()).toMatchObject({ revision: 2 });
    const page = (await scene.coordinator.get(`/api/agreements/${id}`)).json<{
      endsOn: string;
      parties: { signature: unknown }[];
      earlier: { revision: number; textHash: string }[];
    }>();
    expect(page.endsOn).toBe("2026-12-31");
    expect(page.parties.every(({ signature }) => signature === null)).toBe(true);
    expect(page.earlier).toMatchObject([{ revision: 1, textHash: former }]);
    const old = await leila.get(`/api/agreements/${id}/texts/1`);
    expect(old.json()).toMatchObject({ revision: 1, textHash: former });
  });

  test("who signs what they no longer see is told what changed, and nothing is signed", async () => {
    const id = await scene.send();
    const leila = await scene.byLetter(LEILA);
    const seen = await scene.hashOf(leila, id);
    await leila.send("POST", `/api/agreements/${id}/codes`, { party: "employer" });
    const code = await newestCode(scene.house, id);
    await scene.teacher.send("POST", `/api/agreements/${id}/corrections`, correction("2027-01-15"));
    const body = { party: "employer", textHash: seen, code, language: "sv" };
    const answer = await leila.send("POST", `/api/agreements/${id}/signatures`, body);
    expect(answer.statusCode).toBe(409);
    const { code: refusal, params } = answer.json<{
      code: string;
      params: { sections: { heading: string; before: unknown; after: unknown }[] };
    }>();
    expect(refusal).toBe("text_changed");
    expect(params.sections.length).toBeGreaterThan(0);
    expect(JSON.stringify(params.sections)).toContain("15.1.2027");
    // In the language they read, whatever the agreement's own.
    expect(params.sections.map(({ heading }) => heading)).toContain("Tid och arbetstid");
    expect(await stateOf(id)).toBe("out");
  });

  test("two corrections at once: the second is told that somebody was faster", async () => {
    const id = await scene.send();
    const post = (endsOn: string) =>
      scene.teacher.send("POST", `/api/agreements/${id}/corrections`, correction(endsOn), {
        "if-match": '"1"',
      });
    const both = await Promise.all([post("2027-01-15"), post("2027-01-22")]);
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test("a last day before the first is refused with the day", async () => {
    const id = await scene.send();
    const answer = await scene.teacher.send(
      "POST",
      `/api/agreements/${id}/corrections`,
      correction("2026-11-01"),
    );
    expect(answer.json()).toMatchObject({
      code: "ends_before_start",
      params: { startsOn: "2026-11-30" },
    });
  });
});
