import { once } from "node:events";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  type AgreementScene,
  bodyFor,
  openAgreementScene,
} from "#features/agreements/agreement-scene.ts";
import { mailWorker, queueLeftLetters } from "#server/mail.ts";

/** Letters about agreements for real: boxes that do not exist, and servers that ask to come again. */

const NO_BOX = "leila.wrong@example.org";
const BUSY = "leila.busy@example.org";
const REPAIRED = "leila.right@example.org";
const PATIENCE = { timeout: 20_000, interval: 50 };

const received: ParsedMail[] = [];
let refusals = 0;
let isBusy = true;
let receiver: SMTPServer;
let scene: AgreementScene;

beforeAll(async () => {
  receiver = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => {
      const code = address === NO_BOX ? 550 : address === BUSY && isBusy ? 451 : null;
      if (code === null) return done();
      refusals += 1;
      done(Object.assign(new Error("no such box, or not now"), { responseCode: code }));
    },
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });
  await once(receiver.listen(0, "127.0.0.1"), "listening");
  const bound = receiver.server.address();
  const port = typeof bound === "object" ? bound?.port : undefined;
  scene = await openAgreementScene({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  await scene.house.jobs.work("mail.send", mailWorker(scene.house));
});
afterAll(async () => {
  await scene.close();
  receiver.close();
});

const employerAt = (email: string) => ({
  employer: { ...bodyFor(scene.world, "").employer, email },
});

async function employerOf(id: string) {
  const answer = await scene.teacher.get(`/api/agreements/${id}`);
  const { parties } = answer.json<{ parties: { party: string; bounced: boolean }[] }>();
  return parties.find(({ party }) => party === "employer");
}

const lettersTo = (address: string) =>
  received.filter(({ to }) => [to].flat().some((one) => one?.text.includes(address)));

const arrived = (address: string) =>
  vi.waitFor(() => expect(lettersTo(address)).toHaveLength(1), PATIENCE);

describe("a letter to sign", () => {
  test("to a box that does not exist: the page says so, and the repaired address gets it", async () => {
    const id = await scene.send(employerAt(NO_BOX));
    await vi.waitFor(async () => expect((await employerOf(id))?.bounced).toBe(true), PATIENCE);
    const tried = refusals;
    scene.travel("2026-11-23T06:05:00Z");
    const repaired = await scene.teacher.send(
      "PUT",
      `/api/agreements/${id}/parties/employer/address`,
      { email: REPAIRED, phone: null, known: "called" },
    );
    expect(repaired.statusCode).toBe(200);
    await arrived(REPAIRED);
    expect(lettersTo(REPAIRED)[0]?.text).toMatch(/\/l\/[\w-]{43}/);
    await vi.waitFor(async () => expect((await employerOf(id))?.bounced).toBe(false), PATIENCE);
    // A box that does not exist is asked once, not eight times.
    expect([tried, refusals]).toEqual([1, 1]);
    await scene.teacher.send("POST", `/api/agreements/${id}/withdrawal`, { reason: "Uusi tulee" });
  });

  test("to a server that asks to come again: tried again, not called bounced, sent once", async () => {
    const id = await scene.send(employerAt(BUSY));
    await vi.waitFor(() => expect(refusals).toBeGreaterThan(2), PATIENCE);
    expect((await employerOf(id))?.bounced).toBe(false);
    isBusy = false;
    await arrived(BUSY);
    await scene.teacher.send("POST", `/api/agreements/${id}/withdrawal`, { reason: "Uusi tulee" });
  });

  test("whose job was given up while the server was away all night: found in the outbox and sent", async () => {
    const tried = refusals;
    isBusy = true;
    const id = await scene.send(employerAt(BUSY));
    await vi.waitFor(() => expect(refusals).toBeGreaterThan(tried), PATIENCE);
    await scene.house.pool.query("delete from pgboss.job where name = 'mail.send'");
    isBusy = false;
    scene.travel("2026-11-23T16:00:00Z");
    await queueLeftLetters(scene.house);
    await vi.waitFor(() => expect(lettersTo(BUSY)).toHaveLength(2), PATIENCE);
    await scene.teacher.send("POST", `/api/agreements/${id}/withdrawal`, { reason: "Uusi tulee" });
  });

  test("that could not be sent for three days has come back: the page says so", async () => {
    isBusy = true;
    const tried = refusals;
    const id = await scene.send(employerAt(BUSY));
    await vi.waitFor(() => expect(refusals).toBeGreaterThan(tried), PATIENCE);
    scene.travel("2026-11-26T17:00:00Z");
    await queueLeftLetters(scene.house);
    expect((await employerOf(id))?.bounced).toBe(true);
  });
});
