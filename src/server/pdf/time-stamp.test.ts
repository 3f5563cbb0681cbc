import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeSealedPaper } from "#features/agreements/sealed-paper-scene.ts";
import { verifyPaper } from "#features/agreements/verify-paper.ts";
import { timeStampsFrom } from "./time-stamp.ts";

const SETTINGS = `
[tsa]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[ext]
extendedKeyUsage = critical,timeStamping
`;

const OPENSSL = spawnSync("openssl", ["version"]).error === undefined;

let folder = "";
let server: Server | undefined;
const openssl = (...words: string[]) =>
  execFileSync("openssl", words, { cwd: folder, stdio: "pipe" });

beforeAll(() => {
  if (!OPENSSL) return;
  folder = mkdtempSync(path.join(tmpdir(), "kisalli-tsa-"));
  writeFileSync(path.join(folder, "tsa.cnf"), SETTINGS);
  writeFileSync(path.join(folder, "serial"), "01");
  openssl(
    ...["req", "-x509", "-nodes", "-newkey", "rsa:2048", "-keyout", "tsa.key", "-out", "tsa.crt"],
    ...["-subj", "/CN=Own time", "-days", "30"],
    ...["-addext", "extendedKeyUsage=critical,timeStamping"],
  );
});
afterAll(() => {
  if (folder !== "") rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** What a true server answers to this request. */
function stampOf(request: Buffer): Buffer {
  writeFileSync(path.join(folder, "request.tsq"), request);
  openssl(
    ...["ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", "request.tsq"],
    ...["-signer", "tsa.crt", "-inkey", "tsa.key", "-out", "answer.tsr"],
  );
  return readFileSync(path.join(folder, "answer.tsr"));
}

function listen(answer: RequestListener): Promise<string> {
  const opened = createServer(answer);
  server = opened;
  return new Promise((resolve) => {
    opened.listen(0, "127.0.0.1", () => {
      const address = opened.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`);
    });
  });
}

function answering(make: (request: Buffer) => Buffer, status = 200): Promise<string> {
  return listen((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => response.writeHead(status).end(make(Buffer.concat(parts))));
  });
}

const sealWith = async (url: string) =>
  verifyPaper(await makeSealedPaper({ timeStamp: timeStampsFrom(url) }));
const WITHOUT = { verdict: "whole", seal: { timeStamped: false } };

describe.skipIf(!OPENSSL)(`a time stamp${OPENSSL ? "" : " (skipped: no openssl)"}`, () => {
  test("of a true server is in the seal and holds", async () => {
    const verdict = await sealWith(await answering(stampOf));
    expect(verdict).toMatchObject({ verdict: "whole", seal: { timeStamped: true } });
  });

  test("of something else is not taken", async () => {
    const other = (request: Buffer) => {
      const altered = Buffer.from(request);
      const digest = altered.indexOf(Buffer.from([0x04, 0x20])) + 2;
      altered[digest] = (altered[digest] ?? 0) ^ 0xff;
      return stampOf(altered);
    };
    expect(await sealWith(await answering(other))).toMatchObject(WITHOUT);
  });

  test("with a signature that does not hold is not taken", async () => {
    const forged = (request: Buffer) => {
      const answer = stampOf(request);
      answer[answer.length - 1] = (answer.at(-1) ?? 0) ^ 0xff;
      return answer;
    };
    expect(await sealWith(await answering(forged))).toMatchObject(WITHOUT);
  });

  test.each<[string, (request: Buffer) => Buffer, number]>([
    ["that is no time stamp", () => Buffer.from("hello"), 200],
    ["without end", () => Buffer.alloc(1_000_000), 200],
    ["of a server in trouble", stampOf, 500],
  ])("%s is not taken", async (_name, make, status) => {
    expect(await sealWith(await answering(make, status))).toMatchObject(WITHOUT);
  });

  test("is not waited for longer than five seconds", async () => {
    const url = await listen(() => undefined);
    const before = performance.now();
    expect(await sealWith(url)).toMatchObject(WITHOUT);
    expect(performance.now() - before).toBeLessThan(9_000);
  }, 15_000);
});
