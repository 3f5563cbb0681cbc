import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let address: string;

beforeAll(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  address = await house.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => house.close());

const topic = () => `placement:${world.placementId}`;
const touch = () =>
  house.house.db.transaction().execute((tx) => house.house.live.touch(tx, topic()));

async function listen(who: Caller): Promise<IncomingMessage> {
  const session = who.cookies.kisalli_session ?? "";
  const request = get(`${address}/api/live?topic=${topic()}`, {
    headers: { cookie: `kisalli_session=${session}` },
  });
  const [response]: IncomingMessage[] = await once(request, "response");
  if (response === undefined) throw new Error("no answer");
  response.setEncoding("utf8");
  return response;
}

async function textUntil(stream: IncomingMessage, wanted: string): Promise<string> {
  let text = "";
  for await (const part of stream) {
    text += String(part);
    if (text.includes(wanted)) break;
  }
  return text;
}

test("tells those who see the placement that something changed, and nothing else", async () => {
  const teacher = await house.as(world.teacher);
  const stream = await listen(teacher);
  const heard = textUntil(stream, "data:");
  await touch();
  expect(await heard).toContain(`data: ${topic()}`);
});

test("ends for a session that has ended, before the next event", async () => {
  const tutor = await house.as(world.tutor);
  const stream = await listen(tutor);
  await tutor.send("POST", "/api/sign-out");
  const heard = textUntil(stream, "data:");
  await touch();
  expect(await heard).not.toContain("data:");
});

test("is refused beyond twelve streams of one session", async () => {
  const student = await house.as(world.student);
  const streams = await Promise.all(Array.from({ length: 13 }, () => listen(student)));
  expect(streams.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
});

test("does not keep the server from stopping", async () => {
  const second = await openTestHouse();
  const own = await makeWorld(second.house);
  const at = await second.app.listen({ port: 0, host: "127.0.0.1" });
  const teacher = await second.as(own.teacher);
  const request = get(`${at}/api/live`, {
    headers: { cookie: `kisalli_session=${teacher.cookies.kisalli_session}` },
  });
  const [stream]: IncomingMessage[] = await once(request, "response");
  if (stream === undefined) throw new Error("no answer");
  const ended = textUntil(stream, "never said");
  await second.close();
  expect(await ended).toBe("retry: 3000\n\n");
});
