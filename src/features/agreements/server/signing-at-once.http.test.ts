import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, callerOf } from "#tests/support/test-house.ts";
import { type AgreementScene, LEILA, newestCode, openAgreementScene } from "../agreement-scene.ts";
import { finishLeftovers, finishWorker } from "./api.ts";

/** A few on every run; KISALLI_ROUNDS=50 for the long one (some half a minute). */
const ROUNDS = Number(process.env.KISALLI_ROUNDS ?? 5);

let scene: AgreementScene;

beforeAll(async () => {
  scene = await openAgreementScene();
  await scene.house.jobs.work("agreements.finish", finishWorker(scene.house));
});
afterAll(() => scene.close());

test(
  `the last signatures at once, each pressed twice, ${ROUNDS} rounds: one completion, one paper, one letter a party`,
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await scene.send();
      // Links and codes are counted by address: each round has its own.
      const from = `10.0.1.${round}`;
      const leila = await scene.byLetter(LEILA, from);
      const jari = callerOf(scene.app, { ...scene.coordinator.cookies }, from);
      const employer = await readyToSign(leila, id, "employer");
      const provider = await readyToSign(jari, id, "provider");
      const key = randomUUID();
      const answers = await Promise.all([
        leila.send("POST", employer.path, employer.body),
        leila.send("POST", employer.path, employer.body),
        jari.send("POST", provider.path, provider.body, { "idempotency-key": key }),
        jari.send("POST", provider.path, provider.body, { "idempotency-key": key }),
      ]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
      expect(answers[2]?.json()).toEqual(answers[3]?.json());
      // The worker of the queue and three servers that have just started, all at the same agreement.
      await Promise.all([1, 2, 3].map(() => finishLeftovers(scene.house)));
      expect(await madeOf(id)).toEqual(ONCE);
    }
  },
  10_000 + ROUNDS * 5_000,
);

async function readyToSign(caller: Caller, id: string, party: string) {
  const textHash = await scene.hashOf(caller, id);
  await caller.send("POST", `/api/agreements/${id}/codes`, { party });
  const code = await newestCode(scene.house, id);
  const body = { party, textHash, code, language: "fi" };
  return { path: `/api/agreements/${id}/signatures`, body };
}

const ONCE = {
  completions: 1,
  signatures: ["1 code", "2 code"],
  papers: 1,
  letters: ["eetu@example.org", "jari@example.org", LEILA],
};

async function madeOf(id: string) {
  const { db } = scene.house;
  const completed = await db
    .selectFrom("audit_event")
    .select("id")
    .where("deed", "=", "agreement-completed")
    .where("subject_id", "=", id)
    .execute();
  const signatures = await db
    .selectFrom("agreement_signature")
    .select(["position", "means"])
    .where("agreement_id", "=", id)
    .orderBy("position")
    .execute();
  const papers = await db
    .selectFrom("agreement_paper")
    .select("agreement_id")
    .where("agreement_id", "=", id)
    .execute();
  const letters = await db
    .selectFrom("mail_message")
    .select("to_address")
    .where("agreement_id", "=", id)
    .where("template", "=", "agreement_done")
    .orderBy("to_address")
    .execute();
  return {
    completions: completed.length,
    signatures: signatures.map(({ position, means }) => `${position} ${means}`),
    papers: papers.length,
    letters: letters.map(({ to_address }) => to_address),
  };
}
