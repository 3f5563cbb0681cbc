import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { type AgreementScene, LEILA, openAgreementScene } from "../agreement-scene.ts";
import { verifyPaper } from "../verify-paper.ts";
import { finishLeftovers, finishWorker } from "./api.ts";
import { evidencePages } from "./evidence-pages.ts";

let scene: AgreementScene;
let silent: Server | undefined;

afterEach(async () => {
  silent?.closeAllConnections();
  silent?.close();
  await scene.close();
});

async function signed(): Promise<string> {
  const id = await scene.send();
  await scene.signs(await scene.byLetter(LEILA), id, "employer");
  const last = await scene.signs(scene.coordinator, id, "provider");
  expect(last.json()).toMatchObject({ state: "completed" });
  return id;
}

const pageOf = async (id: string) =>
  (await scene.coordinator.get(`/api/agreements/${id}`)).json<{
    state: string;
    completedAt: string;
    paper: { timeStamped: boolean } | null;
    parties: { signature: { at: string } | null }[];
  }>();

const copies = async () =>
  (await scene.letters()).filter(({ template }) => template === "agreement_done").length;

test("the seal has run out: signed all the same, nothing half made, finished when there is another", async () => {
  scene = await openAgreementScene();
  const { house, world } = scene;
  await finishWorker(house)({ providerId: world.providerId, agreementId: await signed() });
  const setSeal = (until: string) =>
    house.db
      .updateTable("provider_seal")
      .set({ valid_from: "2020-01-01T00:00:00Z", valid_until: until })
      .execute();
  await setSeal("2026-11-23T05:59:00Z");
  const before = await copies();
  const id = await signed();
  const finish = finishWorker(house)({ providerId: world.providerId, agreementId: id });
  await expect(finish).rejects.toThrow("valid until");
  await finishLeftovers(house);
  expect(await pageOf(id)).toMatchObject({ state: "completed", paper: null });
  expect(await copies()).toBe(before);
  await setSeal("2036-11-23T06:00:00Z");
  await finishLeftovers(house);
  expect(await pageOf(id)).toMatchObject({ paper: { timeStamped: false } });
  expect(await copies()).toBe(before + 3);
});

test("the time-stamp server is silent: sealed without after seconds, and the page says so", async () => {
  silent = createServer(() => undefined);
  await once(silent.listen(0, "127.0.0.1"), "listening");
  const bound = silent.address();
  const port = typeof bound === "object" ? bound?.port : undefined;
  scene = await openAgreementScene({ TIME_STAMP_URL: `http://127.0.0.1:${port}/` });
  const id = await signed();
  await finishLeftovers(scene.house);
  expect(await pageOf(id)).toMatchObject({ paper: { timeStamped: false } });
  expect(await copies()).toBe(3);
});

test("while the time-stamp server is silent, whoever reads, signs or makes the same paper waits for nothing", async () => {
  let asked = 0;
  let letGo: (() => void)[] = [];
  silent = createServer((_request, response) => {
    asked += 1;
    letGo.push(() => response.writeHead(503).end());
  });
  await once(silent.listen(0, "127.0.0.1"), "listening");
  const bound = silent.address();
  const port = typeof bound === "object" ? bound?.port : undefined;
  scene = await openAgreementScene({ TIME_STAMP_URL: `http://127.0.0.1:${port}/` });
  const id = await signed();
  const making = [1, 2].map(() => finishLeftovers(scene.house));
  await expect.poll(() => asked, { timeout: 4_000 }).toBe(2);
  expect(await pageOf(id)).toMatchObject({ state: "completed", paper: null });
  const textHash = await scene.hashOf(scene.student, id);
  const read = { party: "student", textHash, code: null, language: "fi" };
  const own = await scene.student.send("POST", `/api/agreements/${id}/signatures`, read);
  expect(own.json()).toMatchObject({ state: "completed", already: false });
  // Still silent: nothing of the above was let through by an answer.
  expect(await pageOf(id)).toMatchObject({ paper: null });
  for (const go of letGo) go();
  letGo = [];
  await Promise.all(making);
  expect(await pageOf(id)).toMatchObject({ paper: { timeStamped: false } });
  expect(await copies()).toBe(3);
});

test("a name in letters that no font has: sealed with their codes, and the evidence says so", async () => {
  scene = await openAgreementScene();
  await scene.house.db
    .updateTable("person")
    .set({ given_name: "李明" })
    .where("id", "=", scene.world.student)
    .execute();
  const id = await signed();
  await finishLeftovers(scene.house);
  const paper = await scene.coordinator.get(`/api/agreements/${id}/paper`);
  const verdict = await verifyPaper(paper.rawPayload);
  expect(verdict).toMatchObject({ verdict: "whole" });
  const evidence = verdict.verdict === "not_ours" ? null : verdict.evidence;
  if (evidence === null) throw new Error("no evidence");
  expect(JSON.stringify(evidence.text)).toContain("李明");
  const pages = evidencePages(evidence, { timeZone: "Europe/Helsinki", verify: "/verify" });
  expect(pages.at(-1)).toMatchObject({ id: "letters" });
  expect(JSON.stringify(pages.at(-1))).toContain("U+674E, U+660E");
});

test("the clock is set back between two signatures: the second is not earlier, a new code is the one that counts", async () => {
  scene = await openAgreementScene();
  const id = await scene.send();
  await scene.signs(await scene.byLetter(LEILA), id, "employer");
  await scene.coordinator.send("POST", `/api/agreements/${id}/codes`, { party: "provider" });
  scene.travel("2026-11-23T05:00:00Z");
  const last = await scene.signs(scene.coordinator, id, "provider");
  expect(last.json()).toMatchObject({ state: "completed" });
  const { parties, completedAt } = await pageOf(id);
  const times = parties.flatMap(({ signature }) => (signature === null ? [] : [signature.at]));
  const instants = [...times, completedAt].map((time) => Temporal.Instant.from(time).toString());
  expect(instants).toEqual(Array.from({ length: 3 }, () => "2026-11-23T06:00:00Z"));
});
