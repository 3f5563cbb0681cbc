import { afterEach, beforeEach, expect, test } from "vitest";
import { type AgreementScene, LEILA, openAgreementScene } from "../agreement-scene.ts";

let scene: AgreementScene;

beforeEach(async () => {
  scene = await openAgreementScene();
});
afterEach(() => scene.close());

const setState = (state: string) =>
  scene.house.db
    .updateTable("placement")
    .set({ state })
    .where("id", "=", scene.world.placementId)
    .execute();

const move = (to: string, ending: object | null) =>
  scene.teacher.send("POST", `/api/placements/${scene.world.placementId}/moves`, {
    to,
    reason: "Työt loppuivat.",
    ending,
  });

const ending = (heard: string[], ground = "place_lost") => ({
  ground,
  heardOn: "2026-11-20",
  heard,
  onProbation: false,
});

test("ended early: both were heard, everyone the agreement binds gets one letter, what was signed is readable", async () => {
  const id = await scene.send();
  const leila = await scene.byLetter(LEILA);
  await scene.signs(leila, id, "employer");
  await scene.signs(scene.coordinator, id, "provider");
  await setState("running");
  const one = await move("terminated", ending(["student"]));
  expect(one.json()).toMatchObject({ code: "hearing_missing" });
  const both = ending(["workplace", "student"]);
  const twice = await Promise.all([move("terminated", both), move("terminated", both)]);
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  const told = await scene.house.db
    .selectFrom("mail_message")
    .select("to_address")
    .where("template", "=", "ended_early")
    .orderBy("to_address")
    .execute();
  expect(told.map(({ to_address }) => to_address)).toEqual([
    "eetu@example.org",
    "jari@example.org",
    LEILA,
    "mika@example.org",
  ]);
  const page = await leila.get(`/api/agreements/${id}`);
  expect(page.json()).toMatchObject({
    state: "completed",
    endedEarly: { ground: "place_lost", heardOn: "2026-11-20", heard: ["student", "workplace"] },
  });
  expect((await leila.get(`/api/agreements/${id}/texts/1`)).statusCode).toBe(200);
});

test("joint consent is the hearing; a placement that is cancelled takes back what is out", async () => {
  const id = await scene.send();
  const leila = await scene.byLetter(LEILA);
  expect((await move("cancelled", null)).statusCode).toBe(200);
  const page = await leila.get(`/api/agreements/${id}`);
  expect(page.json()).toMatchObject({ state: "withdrawn", endedEarly: null });
  const late = await scene.signs(leila, id, "employer");
  expect(late.json()).toMatchObject({ code: "agreement_closed" });
  const placement = await scene.teacher.get(`/api/placements/${scene.world.placementId}`);
  expect(placement.json()).toMatchObject({ state: "cancelled" });
  await setState("running");
  const consent = await move("terminated", ending([], "joint_consent"));
  expect(consent.statusCode).toBe(200);
});
