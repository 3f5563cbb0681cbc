import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Caller, callerOf } from "#tests/support/test-house.ts";
import { LEILA, newestCode } from "../agreement-scene.ts";
import { type FrameworkScene, openFrameworkScene, sectionsOf } from "../framework-scene.ts";
import { finishLeftovers } from "./api.ts";

let scene: FrameworkScene;

beforeEach(async () => {
  scene = await openFrameworkScene();
});
afterEach(() => scene.close());

describe("a framework agreement is sent", () => {
  test("worded for these days, to both of its signers, and no placement is touched by it", async () => {
    const query = "covers=both&validFrom=2026-11-01&validUntil=2028-10-31";
    const preview = await scene.coordinator.get(`${scene.frameworksPath}/preview?${query}`);
    const id = await scene.sendTerms();
    const page = await scene.pageOf(id);
    expect(page).toMatchObject({
      kind: "framework_agreement",
      number: 1,
      state: "out",
      standing: "out",
      employerName: "Putki Oy",
      startsOn: "2026-11-01",
      endsOn: "2028-10-31",
      bases: ["training_agreement", "apprenticeship"],
    });
    expect(page.papers).toEqual(preview.json());
    expect(page.parties.map(({ party, duty }) => `${party} ${duty}`)).toEqual([
      "employer signs",
      "provider signs",
    ]);
    const letters = await scene.letters();
    expect(letters.map(({ to_address }) => to_address)).toEqual([LEILA]);
    expect(letters[0]?.body).toContain("puitesopimuksen");
    const placement = await scene.teacher.get(`/api/placements/${scene.world.placementId}`);
    expect(placement.json()).toMatchObject({ state: "planning" });
  });

  test("once however often it is pressed, and one at a time", async () => {
    const body = scene.bodyOf();
    const answers = await Promise.all([
      scene.coordinator.send("POST", scene.frameworksPath, body),
      scene.coordinator.send("POST", scene.frameworksPath, body),
      scene.coordinator.send("POST", scene.frameworksPath, scene.bodyOf()),
    ]);
    expect(await scene.listOf()).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 409)).not.toEqual([]);
  });

  test("with days that can be", async () => {
    const refused = async (change: object) =>
      (await scene.coordinator.send("POST", scene.frameworksPath, scene.bodyOf(change))).json<{
        code: string;
      }>().code;
    expect(await refused({ validUntil: "2026-10-31" })).toBe("ends_before_start");
    expect(await refused({ validFrom: "2026-01-01", validUntil: "2026-11-22" })).toBe(
      "validity_past",
    );
    expect(await refused({ validUntil: "2031-11-02" })).toBe("validity_too_long");
    const providerSignerId = scene.world.teacher;
    expect(await refused({ providerSignerId })).toBe("unknown_choice");
  });

  test("by coordinators and administrators; the others of the college read it, nobody else does", async () => {
    const byTeacher = await scene.teacher.send("POST", scene.frameworksPath, scene.bodyOf());
    expect(byTeacher.statusCode).toBe(403);
    const admin = await scene.as(scene.world.admin);
    const body = scene.bodyOf();
    expect((await admin.send("POST", scene.frameworksPath, body)).statusCode).toBe(200);
    expect(await scene.listOf(scene.teacher)).toMatchObject([{ id: body.id, number: 1 }]);
    expect((await scene.teacher.get(`/api/agreements/${body.id}`)).statusCode).toBe(200);
    const other = await scene.as(scene.world.otherCoordinator);
    expect(await scene.listOf(other)).toEqual([]);
    for (const caller of [other, scene.student, scene.tutor]) {
      expect((await caller.get(`/api/agreements/${body.id}`)).statusCode).toBe(404);
      const withdrawal = { reason: "Ei meidän." };
      const path = `/api/agreements/${body.id}/withdrawal`;
      expect((await caller.send("POST", path, withdrawal)).statusCode).toBe(404);
    }
  });

  test("and each college has its own with the same employer", async () => {
    await scene.sendTerms();
    const { otherCoordinator } = scene.world;
    const other = await scene.as(otherCoordinator);
    const employer = { ...scene.bodyOf().employer, email: "pekka@example.org" };
    const body = scene.bodyOf({ providerSignerId: otherCoordinator, employer });
    expect((await other.send("POST", scene.frameworksPath, body)).statusCode).toBe(200);
    expect(await scene.listOf(other)).toMatchObject([{ id: body.id, number: 1 }]);
    expect(await scene.listOf()).toHaveLength(1);
  });
});

describe("it is signed", () => {
  test("by the same code, chain and paper as any agreement; the signer's own list has it", async () => {
    const { id, leila } = await scene.signedTerms();
    await finishLeftovers(scene.house);
    expect(await scene.pageOf(id)).toMatchObject({
      standing: "in_force",
      paper: { timeStamped: false },
    });
    const paper = await leila.get(`/api/agreements/${id}/paper`);
    expect(paper.headers["content-type"]).toBe("application/pdf");
    const mine = await leila.get("/api/agreements");
    expect(mine.json()).toMatchObject({
      rows: [{ id, kind: "framework_agreement", studentName: null, employerName: "Putki Oy" }],
    });
    const copies = (await scene.letters()).filter(({ template }) => template === "agreement_done");
    expect(copies.map(({ to_address }) => to_address).toSorted()).toEqual([
      "jari@example.org",
      LEILA,
    ]);
    expect(copies[0]?.body).toContain("Puitesopimus on liitteenä");
  });

  test("by both at once, each pressed twice: one completion, one paper", async () => {
    const id = await scene.sendTerms();
    const leila = await scene.byLetter(LEILA);
    const jari = callerOf(scene.app, { ...scene.coordinator.cookies });
    const employer = await readyToSign(leila, id, "employer");
    const provider = await readyToSign(jari, id, "provider");
    const signatures = `/api/agreements/${id}/signatures`;
    const answers = await Promise.all([
      leila.send("POST", signatures, employer),
      jari.send("POST", signatures, provider),
      leila.send("POST", signatures, employer),
      jari.send("POST", signatures, provider),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    await Promise.all([1, 2, 3].map(() => finishLeftovers(scene.house)));
    const { db } = scene.house;
    const papers = await db.selectFrom("agreement_paper").select("agreement_id").execute();
    expect(papers).toEqual([{ agreement_id: id }]);
    const { happened } = await scene.pageOf(id);
    expect(happened.filter(({ deed }) => deed === "agreement-completed")).toHaveLength(1);
  });

  test("or declined, or withdrawn, or by a deputy; it is corrected by nobody", async () => {
    const declined = await scene.sendTerms();
    const leila = await scene.byLetter(LEILA);
    const refusal = { party: "employer", reason: "Emme ota opiskelijoita." };
    await leila.send("POST", `/api/agreements/${declined}/refusal`, refusal);
    expect(await scene.pageOf(declined)).toMatchObject({ state: "declined", standing: "declined" });
    const withdrawn = await scene.sendTerms();
    const correction = {
      startsOn: "2026-11-30",
      endsOn: "2027-01-29",
      hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
      why: "Ei tässä",
    };
    const corrected = await scene.coordinator.send(
      "POST",
      `/api/agreements/${withdrawn}/corrections`,
      correction,
    );
    expect(corrected.json()).toMatchObject({
      status: 403,
      params: { reason: "framework_agreement" },
    });
    await scene.coordinator.send("POST", `/api/agreements/${withdrawn}/withdrawal`, {
      reason: "Väärä päivä",
    });
    const id = await scene.sendTerms();
    const deputy = { ...scene.bodyOf().employer, givenName: "Olli", email: "olli@example.org" };
    const named = await scene.coordinator.send(
      "PUT",
      `/api/agreements/${id}/parties/employer/deputy`,
      { deputy, known: "called" },
    );
    expect(named.statusCode).toBe(200);
    await scene.signs(scene.coordinator, id, "provider");
    const last = await scene.signs(await scene.byLetter("olli@example.org"), id, "employer");
    expect(last.json()).toMatchObject({ state: "completed" });
    expect((await scene.listOf()).map(({ number, standing }) => `${number} ${standing}`)).toEqual([
      "3 in_force",
      "2 withdrawn",
      "1 declined",
    ]);
  });
});

async function readyToSign(caller: Caller, id: string, party: string) {
  const textHash = await scene.hashOf(caller, id);
  await caller.send("POST", `/api/agreements/${id}/codes`, { party });
  const code = await newestCode(scene.house, id);
  return { party, textHash, code, language: "fi" };
}

describe("it ends early", () => {
  test("by the employer: later agreements hold everything, those signed keep what they signed", async () => {
    const { id, leila } = await scene.signedTerms();
    const own = await scene.send();
    const before = await scene.pageOf(own);
    expect((await scene.terminate(leila, id)).statusCode).toBe(200);
    expect((await scene.terminate(leila, id)).statusCode).toBe(200);
    expect(await scene.pageOf(id)).toMatchObject({
      standing: "ends_soon",
      terminated: { party: "employer", lastDay: "2026-11-23", reason: "Omistaja vaihtuu." },
    });
    expect((await scene.pageOf(id, scene.student)).terminated).toMatchObject({ reason: null });
    const letters = (await scene.letters()).filter(
      ({ template }) => template === "agreement_terminated",
    );
    expect(letters.map(({ to_address }) => to_address)).toEqual(["jari@example.org"]);
    expect(letters[0]?.body).toContain("23.11.2026");
    const after = await scene.pageOf(own);
    expect(after.textHash).toBe(before.textHash);
    expect(after.refersTo).toEqual({ id, number: 1 });
    await scene.teacher.send("POST", `/api/agreements/${own}/withdrawal`, {
      reason: "Uusi teksti",
    });
    const later = await scene.pageOf(await scene.send());
    expect(later.refersTo).toBeNull();
    expect(sectionsOf(later)).toContain("employer_duties");
    scene.travel("2026-11-24T08:00:00Z");
    expect(await scene.pageOf(id)).toMatchObject({ standing: "terminated" });
  });

  test("by the college on a day to come; not by a teacher, not in the past, not twice otherwise", async () => {
    const { id } = await scene.signedTerms();
    expect((await scene.terminate(scene.teacher, id)).statusCode).toBe(403);
    const other = await scene.as(scene.world.otherCoordinator);
    expect((await scene.terminate(other, id)).statusCode).toBe(404);
    const code = async (...words: [string, string?]) =>
      (await scene.terminate(scene.coordinator, id, ...words)).json<{ code?: string }>().code;
    expect(await code("2026-11-22")).toBe("day_past");
    expect(await code("2028-11-01")).toBe("ends_after_validity");
    expect(await code("2026-11-30")).toBeUndefined();
    expect(await code("2026-12-15")).toBe("agreement_closed");
    const preview = await scene.teacher.get(`${scene.path}/preview`);
    expect(preview.json()).toMatchObject({ refersTo: { id } });
  });

  test("only when it is signed, and no placement's agreement ends like that", async () => {
    expect(
      (await scene.terminate(scene.coordinator, await scene.sendTerms())).json(),
    ).toMatchObject({
      code: "agreement_closed",
    });
    expect((await scene.terminate(scene.coordinator, await scene.send())).statusCode).toBe(404);
  });

  test("of two words at once one holds", async () => {
    const { id, leila } = await scene.signedTerms();
    const answers = await Promise.all([
      scene.terminate(leila, id, "2026-11-30", "Tauko"),
      scene.terminate(scene.coordinator, id, "2026-12-31", "Uusi teksti"),
    ]);
    expect(answers.map(({ statusCode }) => `${statusCode}`).toSorted()).toEqual(["200", "409"]);
    const { happened } = await scene.pageOf(id);
    const ends = happened.filter(({ deed }) => deed === "terminate-framework-agreement");
    expect(ends).toHaveLength(1);
  });
});
