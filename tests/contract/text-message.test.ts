import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { mailWorker, queueMail } from "#server/mail.ts";
import { openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

/** Text messages for real: through the outbox over HTTP to a gateway on this machine. */

type Received = { authorization: string | undefined; body: unknown };
let received: Received[];
let status: number;
let gateway: Server;
let house: TestHouse;

beforeEach(async () => {
  received = [];
  status = 202;
  gateway = createServer((request, response) => {
    void json(request).then((body) => {
      received.push({ authorization: request.headers.authorization, body });
      response.writeHead(status).end();
    });
  }).listen(0, "127.0.0.1");
  await once(gateway, "listening");
  const address = gateway.address();
  const port = typeof address === "object" ? address?.port : undefined;
  house = await openTestHouse({ SMS_URL: `http://127.0.0.1:${port}/send`, SMS_TOKEN: "token" });
});
afterEach(async () => {
  await house.close();
  gateway.close();
});

async function queued(): Promise<string> {
  const { house: own } = house;
  await own.db.transaction().execute((tx) =>
    queueMail(own, tx, own.clock.now(), {
      channel: "sms",
      providerId: null,
      personId: null,
      to: "+358401234567",
      language: "fi",
      template: "signing_code",
      subject: "Koodi",
      body: "Kisälli: koodi 123456",
    }),
  );
  const { id } = await own.db.selectFrom("mail_message").select("id").executeTakeFirstOrThrow();
  return id;
}

const kept = (id: string) =>
  house.house.db
    .selectFrom("mail_message")
    .select(["state", "tries", "body"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

test("goes to the gateway once, with its number, words and reference", async () => {
  const id = await queued();
  const send = mailWorker(house.house);
  await send({ mailId: id });
  await send({ mailId: id });
  const body = { to: "+358401234567", text: "Kisälli: koodi 123456", reference: id };
  expect(received).toEqual([{ authorization: "Bearer token", body }]);
  expect(await kept(id)).toMatchObject({ state: "sent" });
});

test("is tried again while the gateway is away, and given up when it refuses the message", async () => {
  const id = await queued();
  const send = mailWorker(house.house);
  status = 503;
  await expect(send({ mailId: id })).rejects.toThrow("503");
  expect(await kept(id)).toMatchObject({ state: "queued", tries: 1 });
  status = 422;
  await send({ mailId: id });
  expect(await kept(id)).toMatchObject({ state: "failed", tries: 2 });
});

test("that nothing can carry has failed at once, and is not said to be sent", async () => {
  const id = await queued();
  const config = { ...house.house.config, mode: "production", smsUrl: undefined } as const;
  await mailWorker({ ...house.house, config })({ mailId: id });
  expect(await kept(id)).toMatchObject({ state: "failed" });
  await mailWorker(house.house)({ mailId: newId() });
  expect(received).toEqual([]);
});
