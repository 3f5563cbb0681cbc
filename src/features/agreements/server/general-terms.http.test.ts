import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LEILA } from "../agreement-scene.ts";
import {
  type FrameworkScene,
  openFrameworkScene,
  type ShownPage,
  sectionsOf,
} from "../framework-scene.ts";

let scene: FrameworkScene;

beforeEach(async () => {
  scene = await openFrameworkScene();
});
afterEach(() => scene.close());

describe("a placement's agreement", () => {
  test("refers to the one in force by number and hash, and is short; without one it holds everything", async () => {
    const whole = await scene.pageOf(await scene.send());
    expect(whole.refersTo).toBeNull();
    expect(sectionsOf(whole)).toContain("employer_duties");
    const [first] = (await scene.coordinator.get(scene.path)).json<{ rows: { id: string }[] }>()
      .rows;
    const withdrawal = { reason: "Tehdään puitesopimus ensin." };
    await scene.teacher.send("POST", `/api/agreements/${first?.id}/withdrawal`, withdrawal);
    const { id } = await scene.signedTerms();
    const preview = await scene.teacher.get(`${scene.path}/preview`);
    expect(preview.json()).toMatchObject({ refersTo: { id, number: 1 } });
    const short = await scene.pageOf(await scene.send());
    expect(short.refersTo).toEqual({ id, number: 1 });
    expect(sectionsOf(short)).toEqual([
      "parties",
      "general_terms",
      "hours",
      "objectives",
      "guidance",
      "insurance",
      "costs",
      "ending",
    ]);
    const terms = short.papers.fi.sections.find((one) => one.id === "general_terms");
    expect(terms?.blocks[0]?.text).toContain((await scene.pageOf(id)).textHash);
    expect(short.parties.filter(({ duty }) => duty === "signs").map(({ party }) => party)).toEqual([
      "employer",
      "provider",
    ]);
  });

  test("does not refer to one that is only sent, begins later, or is of the other basis", async () => {
    const sent = await scene.sendTerms();
    const refersTo = async () =>
      (await scene.teacher.get(`${scene.path}/preview`)).json<ShownPage>().refersTo;
    expect(await refersTo()).toBeNull();
    await scene.coordinator.send("POST", `/api/agreements/${sent}/withdrawal`, {
      reason: "Ei vielä",
    });
    await scene.signedTerms({ validFrom: "2026-12-01" });
    expect(await refersTo()).toBeNull();
    await scene.signedTerms({ covers: "apprenticeship" });
    expect(await refersTo()).toBeNull();
    await scene.signedTerms({ covers: "training_agreement", validFrom: "2026-11-30" });
    expect(await refersTo()).toMatchObject({ number: 4 });
  });

  test("corrected to begin before it holds all of its terms again", async () => {
    await scene.signedTerms({ validFrom: "2026-11-30" });
    const id = await scene.send();
    expect(sectionsOf(await scene.pageOf(id))).toContain("general_terms");
    const correction = {
      startsOn: "2026-11-27",
      endsOn: "2027-01-29",
      hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
      why: "Aloitetaan perjantaina.",
    };
    await scene.teacher.send("POST", `/api/agreements/${id}/corrections`, correction);
    const corrected = await scene.pageOf(id);
    expect(corrected.refersTo).toBeNull();
    expect(sectionsOf(corrected)).not.toContain("general_terms");
  });

  test("lets whoever reads it read the terms it refers to, without how people are reached", async () => {
    const { id } = await scene.signedTerms();
    const before = await scene.student.get(`/api/agreements/${id}`);
    expect(before.statusCode).toBe(404);
    const own = await scene.send();
    const leila = await scene.byLetter(LEILA);
    for (const caller of [scene.student, scene.tutor]) {
      const page = await scene.pageOf(id, caller);
      expect(page).toMatchObject({ mine: [], happened: [], standing: "in_force" });
      expect(page.parties.map(({ address }) => address)).toEqual([null, null]);
      const text = await caller.get(`/api/agreements/${id}/texts/1`);
      expect(text.statusCode).toBe(200);
      const ended = await scene.terminate(caller, id);
      expect(ended.statusCode).toBe(403);
    }
    // Her link was made to sign the placement's agreement.
    expect(await scene.pageOf(own, leila)).toMatchObject({ mine: ["employer"] });
    expect((await leila.get(`/api/agreements/${id}`)).statusCode).toBe(200);
    const stranger = await scene.as(scene.world.otherStudent);
    expect((await stranger.get(`/api/agreements/${id}`)).statusCode).toBe(404);
  });
});
