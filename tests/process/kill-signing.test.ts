import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { hold, query } from "#tests/process/embedded-holders.ts";
import { killEverything, type ServerProcess, startServer } from "#tests/process/server-process.ts";

/** A few on every run; KISALLI_KILLS=30 for the long one (some three minutes). */
const KILLS = Number(process.env.KISALLI_KILLS ?? 3);
/** The signature is saved within this, the paper made some time after it. */
const LONGEST_LIFE_MS = 1_800;
const PATIENCE_MS = 30_000;

let dataDir = "";
let server: ServerProcess | undefined;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "kisalli-signing-"));
  await chmod(folder, 0o755);
  dataDir = path.join(folder, "var");
});

afterAll(async () => {
  if (server) await killEverything(server, dataDir);
  await rm(path.dirname(dataDir), { recursive: true, force: true, maxRetries: 5 });
});

/** A last signature that was pressed; pressed again with the same key until it is answered. */
type Pressed = { readonly id: string; readonly body: object; readonly key: string };

test(
  `kill -9 between the last signature and its paper, ${KILLS} times: one completion, one paper, one letter a party`,
  async () => {
    const done: string[] = [];
    let life = startNext();
    const ground = await findGround(await life.ready());
    for (let kill = 0; kill < KILLS; kill += 1) {
      const address = await life.ready();
      const pressed = await signedButLast(address, ground);
      const answer = press(address, ground, pressed);
      await pause(Math.random() * LONGEST_LIFE_MS);
      if (kill % 2 === 0) await killEverything(life, dataDir);
      else await killAlone(life);
      await answer;
      life = startNext();
      await finished(await life.ready(), ground, pressed);
      done.push(pressed.id);
    }
    life.child.kill("SIGTERM");
    expect(await life.ended()).toMatchObject({ code: 0 });
    expect(await madeOf(done)).toEqual(done.map((id) => ({ id, ...ONCE })));
  },
  120_000 + KILLS * 30_000,
);

function startNext(): ServerProcess {
  server = startServer({ DATA_DIR: dataDir });
  return server;
}

/** The program without its database, which goes on with what was committed. */
async function killAlone(life: ServerProcess): Promise<void> {
  life.child.kill("SIGKILL");
  await life.ended();
}

type Ground = {
  /** The coordinator, who signs for the college. */
  readonly cookie: string;
  readonly personId: string;
  readonly placementId: string;
};

const People = z.object({ people: z.array(z.object({ personId: z.string(), role: z.string() })) });
const Placements = z.object({ rows: z.array(z.object({ placementId: z.string() })) });
const Sendable = z.object({
  rows: z.array(z.unknown()),
  missing: z.array(z.string()),
  choices: z.object({ needsEmployment: z.boolean() }),
});

/** A coordinator and a placement of theirs of which an agreement can be made. */
async function findGround(address: string): Promise<Ground> {
  const { people } = People.parse(await read(address, "/api/demo/people", ""));
  for (const { personId } of people.filter(({ role }) => role === "coordinator")) {
    const session = await post(`${address}/api/demo/sessions`, { personId }, {});
    const cookie = cookieOf(session);
    const list = await read(address, "/api/placements?state=before", cookie);
    for (const { placementId } of Placements.parse(list).rows) {
      const agreements = await read(address, `/api/placements/${placementId}/agreements`, cookie);
      const { rows, missing, choices } = Sendable.parse(agreements);
      const isReady = rows.length + missing.length === 0 && !choices.needsEmployment;
      if (isReady) return { cookie, personId, placementId };
    }
  }
  throw new Error("the demo has no placement that an agreement can be made of");
}

/** A new agreement with everything but the college's signature, whose code has come. */
async function signedButLast(address: string, ground: Ground): Promise<Pressed> {
  const id = randomUUID();
  const employer = {
    givenName: "Testi",
    familyName: "Työnantaja",
    email: "signer@example.org",
    phone: null,
    title: null,
    language: "fi",
  };
  await told(address, ground.cookie, `/api/placements/${ground.placementId}/agreements`, {
    id,
    language: "fi",
    providerSignerId: ground.personId,
    employer,
    guardian: null,
    employment: null,
  });
  const signer = await openLink(address, employer.email);
  const employers = await bodyOf(address, signer, id, "employer");
  await told(address, signer, `/api/agreements/${id}/signatures`, employers);
  return { id, body: await bodyOf(address, ground.cookie, id, "provider"), key: randomUUID() };
}

const Messages = z.object({
  messages: z.array(
    z.object({ to: z.string(), template: z.string(), subject: z.string(), body: z.string() }),
  ),
});

async function newestLetter(
  address: string,
  isIt: (one: { to: string; template: string }) => boolean,
) {
  const { messages } = Messages.parse(await read(address, "/api/demo/messages", ""));
  const letter = messages.find(isIt);
  if (letter === undefined) throw new Error("no such letter");
  return letter;
}

async function openLink(address: string, email: string): Promise<string> {
  const { body } = await newestLetter(
    address,
    ({ to, template }) => to === email && template === "agreement_sign",
  );
  const token = /\/l\/([\w-]+)/.exec(body)?.[1];
  return cookieOf(await post(`${address}/api/links/open`, { token, colleague: null }, {}));
}

async function bodyOf(address: string, cookie: string, id: string, party: string) {
  const page = z
    .object({ textHash: z.string() })
    .parse(await read(address, `/api/agreements/${id}`, cookie));
  await told(address, cookie, `/api/agreements/${id}/codes`, { party });
  const { subject } = await newestLetter(address, ({ template }) => template === "signing_code");
  return { party, textHash: page.textHash, code: /\d{6}/.exec(subject)?.[0], language: "fi" };
}

/** Undefined when the server went away before it answered. */
async function press(address: string, { cookie }: Ground, { id, body, key }: Pressed) {
  try {
    return await post(`${address}/api/agreements/${id}/signatures`, body, {
      cookie,
      "idempotency-key": key,
    });
  } catch {
    return undefined;
  }
}

const Finished = z.object({ state: z.string(), paper: z.unknown().nullable() });

/** Pressed again after the restart, then waited for until the paper is there. */
async function finished(address: string, ground: Ground, pressed: Pressed): Promise<void> {
  const again = await press(address, ground, pressed);
  expect(again?.status, `${await again?.text()}`).toBe(200);
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const page = await read(address, `/api/agreements/${pressed.id}`, ground.cookie);
    const { state, paper } = Finished.parse(page);
    expect(state).toBe("completed");
    if (paper !== null) return;
    await pause(100);
  }
  throw new Error(`agreement ${pressed.id} has no paper`);
}

function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

async function read(address: string, at: string, cookie: string): Promise<unknown> {
  return (await fetch(`${address}${at}`, { headers: { cookie } })).json();
}

async function told(address: string, cookie: string, at: string, body: object): Promise<void> {
  const answer = await post(`${address}${at}`, body, {
    cookie,
    "idempotency-key": randomUUID(),
  });
  expect(answer.status, `${at} ${await answer.text()}`).toBe(200);
}

function post(url: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** To the student, the employer and the college, one each. */
const ONCE = { completions: 1, signatures: 2, papers: 1, letters: 3, receivers: 3 };

const Made = z.object({
  id: z.string(),
  completions: z.number(),
  signatures: z.number(),
  papers: z.number(),
  letters: z.number(),
  receivers: z.number(),
});

/** What there is of each agreement, in the order in which they were signed. */
async function madeOf(ids: readonly string[]): Promise<z.infer<typeof Made>[]> {
  const holder = await hold(dataDir);
  const rows = await query(
    holder.url,
    `select id,
       (select count(*)::int from audit_event where subject_id = a.id and deed = 'agreement-completed') as completions,
       (select count(*)::int from agreement_signature where agreement_id = a.id) as signatures,
       (select count(*)::int from agreement_paper where agreement_id = a.id) as papers,
       (select count(*)::int from mail_message where agreement_id = a.id and template = 'agreement_done') as letters,
       (select count(distinct person_id)::int from mail_message where agreement_id = a.id and template = 'agreement_done') as receivers
     from agreement a order by number`,
  );
  await holder.stop();
  return rows.map((row) => Made.parse(row)).filter(({ id }) => ids.includes(id));
}
