import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import forge from "node-forge";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type AgreementScene,
  LEILA,
  openAgreementScene,
} from "#features/agreements/agreement-scene.ts";
import { finishAgreement } from "#features/agreements/server/finish-agreement.ts";
import { verifyPaper } from "#features/agreements/verify-paper.ts";
import { asApp } from "#server/database/database.ts";
import type { Caller } from "#tests/support/test-house.ts";
import { SealExpired, sealKeyOf } from "./api.ts";
import { makeSealKey } from "./make-key.ts";

const PASSWORD = "harmaa kivi 7";
const OPENSSL = spawnSync("openssl", ["version"]).error === undefined;
let folder = "";
const made = new Map<string, string>();

const openssl = (...words: string[]) => execFileSync("openssl", words, { cwd: folder });

/** A self-signed certificate of today and its key as one file. */
function selfSigned(name: string, key: readonly string[]) {
  openssl(
    ...["req", "-x509", "-nodes", "-newkey", ...key, "-keyout", `${name}.key`],
    ...["-out", `${name}.crt`, "-subj", "/O=Saimaanranta/CN=Seal", "-days", "3650"],
  );
  pack(name, ["-inkey", `${name}.key`, "-in", `${name}.crt`]);
}

/** Ten years valid from this day on. */
async function tenYearsFrom(name: string, day: string, more: readonly string[] = []) {
  const owner = { name: "Saimaanranta", businessId: "1234567-1" };
  const { privateKey, certificates } = await makeSealKey(
    owner,
    Temporal.Instant.from(`${day}T00:00Z`),
  );
  const pem = (word: string, der: Buffer) =>
    `-----BEGIN ${word}-----\n${der.toString("base64").replaceAll(/.{64}(?!$)/g, "$&\n")}\n-----END ${word}-----\n`;
  writeFileSync(path.join(folder, `${name}.key`), pem("PRIVATE KEY", privateKey));
  const [own = Buffer.alloc(0)] = certificates;
  writeFileSync(path.join(folder, `${name}.crt`), pem("CERTIFICATE", own));
  pack(name, ["-inkey", `${name}.key`, "-in", `${name}.crt`, ...more]);
}

/** OpenSSL refuses to make such a file. */
function mixed(
  name: string,
  keyOf: string,
  certificateOf: string,
  change: (key: forge.pki.rsa.PrivateKey) => void = () => undefined,
) {
  const text = (file: string) => readFileSync(path.join(folder, file), "utf8");
  const key = forge.pki.privateKeyFromPem(text(`${keyOf}.key`));
  change(key);
  const certificate = forge.pki.certificateFromPem(text(`${certificateOf}.crt`));
  const file = forge.pkcs12.toPkcs12Asn1(key, [certificate], PASSWORD);
  made.set(name, Buffer.from(forge.asn1.toDer(file).getBytes(), "latin1").toString("base64"));
}

function pack(name: string, words: string[]) {
  openssl("pkcs12", "-export", ...words, "-passout", `pass:${PASSWORD}`, "-out", `${name}.p12`);
  made.set(name, readFileSync(path.join(folder, `${name}.p12`)).toString("base64"));
}

beforeAll(async () => {
  if (!OPENSSL) return;
  folder = mkdtempSync(path.join(tmpdir(), "kisalli-p12-"));
  await tenYearsFrom("good", "2024-01-01");
  await tenYearsFrom("legacy", "2024-01-01", ["-legacy"]);
  await tenYearsFrom("expired", "2012-01-01");
  await tenYearsFrom("early", "2030-01-01");
  selfSigned("weak", ["rsa:1024"]);
  selfSigned("curve", ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]);
  mixed("other", "good", "legacy");
  mixed("broken", "good", "good", (key) => {
    key.dP = key.dP.add(key.e);
    key.d = key.d.add(key.e);
  });
  pack("keyless", ["-nokeys", "-in", "good.crt"]);
  pack("nameless", ["-nocerts", "-inkey", "good.key"]);
  made.set("text", Buffer.from("no key at all").toString("base64"));
  made.set("large", Buffer.alloc(33 * 1024).toString("base64"));
});
afterAll(() => {
  if (folder !== "") rmSync(folder, { recursive: true, force: true });
});

let scene: AgreementScene;
let admin: Caller;
let seals = "";

beforeEach(async () => {
  scene = await openAgreementScene();
  admin = await scene.as(scene.world.admin);
  seals = `/api/providers/${scene.world.providerId}/seals`;
});
afterEach(() => scene.close());

const bring = (name: string, password = PASSWORD) =>
  admin.send("POST", `${seals}/own`, { file: made.get(name), password });
type Seals = { seals: { state: string; origin: string; fingerprint: string }[]; waiting: number };
const read = async () => (await admin.get(seals)).json<Seals>();
const sight = () => ({ personId: null, providerIds: [scene.world.providerId] });

async function complete(): Promise<string> {
  const id = await scene.send();
  await scene.signs(await scene.byLetter(LEILA), id, "employer");
  await scene.signs(scene.coordinator, id, "provider");
  return id;
}

describe.skipIf(!OPENSSL)(`an own seal${OPENSSL ? "" : " (skipped: no openssl)"}`, () => {
  test.each(["good", "legacy"])(
    "a good file (%s) is put into use and seals a whole paper",
    async (name) => {
      expect((await bring(name)).statusCode).toBe(200);
      expect(await read()).toMatchObject({ seals: [{ state: "in_use", origin: "brought" }] });
      expect((await bring(name)).json()).toMatchObject({ code: "seal_in_use" });
      const id = await complete();
      await finishAgreement(scene.house, { providerId: scene.world.providerId, agreementId: id });
      const paper = await scene.coordinator.get(`/api/agreements/${id}/paper`);
      const { fingerprint } = (await read()).seals[0] ?? { fingerprint: "" };
      expect(await verifyPaper(paper.rawPayload)).toMatchObject({
        verdict: "whole",
        seal: { fingerprint, subject: "O=Saimaanranta, serialNumber=1234567-1, CN=Saimaanranta" },
      });
    },
  );

  test.each([
    ["weak", "seal_key_weak"],
    ["curve", "seal_key_unsupported"],
    ["keyless", "seal_no_key"],
    ["nameless", "seal_no_certificate"],
    ["other", "seal_key_other"],
    ["broken", "seal_key_other"],
    ["expired", "seal_not_valid"],
    ["early", "seal_not_valid"],
    ["text", "seal_not_p12"],
    ["large", "seal_too_large"],
  ])("a file that is %s is refused as %s, and nothing is kept", async (name, code) => {
    expect((await bring(name)).json()).toMatchObject({ code });
    expect((await read()).seals).toEqual([]);
  });

  test("a wrong password is told as such", async () => {
    for (const wrong of ["", "harmaa kivi 8"]) {
      expect((await bring("good", wrong)).json()).toMatchObject({ code: "seal_password_wrong" });
    }
  });

  test("neither key nor password is in an answer or the audit", async () => {
    const answer = await bring("good");
    const audit = await scene.house.db.selectFrom("audit_event").selectAll().execute();
    const deeds = audit.filter(({ deed }) => deed === "bring-seal");
    expect(deeds).toHaveLength(1);
    const seen = JSON.stringify([answer.body, await read(), deeds]);
    const key = readFileSync(path.join(folder, "good.key"), "utf8").split("\n")[2] ?? "";
    for (const secret of [PASSWORD, key, "locked"]) expect(seen).not.toContain(secret);
  });

  test("is nobody's but the administrator's", async () => {
    for (const caller of [scene.student, scene.teacher, scene.coordinator]) {
      expect((await caller.get(seals)).statusCode).toBe(403);
      expect((await caller.send("POST", seals)).statusCode).toBe(403);
    }
  });
});

describe("the seal in use", () => {
  test("two at once who need the first key make one", async () => {
    const { house, world } = scene;
    const keys = await Promise.all(
      [1, 2].map(() =>
        asApp(house.db, sight(), (tx) => sealKeyOf(house, tx, world.providerId, house.clock.now())),
      ),
    );
    expect(keys[0]?.privateKey.equals(keys[1]?.privateKey ?? Buffer.alloc(0))).toBe(true);
    expect((await read()).seals).toHaveLength(1);
  });

  test("that has expired makes no paper; the page says why, and a new one makes it", async () => {
    const { house, world } = scene;
    await asApp(house.db, sight(), (tx) =>
      sealKeyOf(house, tx, world.providerId, Temporal.Instant.from("2010-01-01T00:00:00Z")),
    );
    const id = await complete();
    const place = { providerId: world.providerId, agreementId: id };
    await expect(finishAgreement(house, place)).rejects.toThrow(SealExpired);
    expect(await read()).toMatchObject({ seals: [{ state: "expired" }], waiting: 1 });
    const waits = await scene.coordinator.get(`/api/agreements/${id}`);
    expect(waits.json()).toMatchObject({ paper: null, paperWaits: "seal_expired" });
    expect((await admin.send("POST", seals)).statusCode).toBe(200);
    await finishAgreement(house, place);
    const there = await scene.coordinator.get(`/api/agreements/${id}`);
    expect(there.json()).toMatchObject({ paper: { timeStamped: false }, paperWaits: null });
    expect((await read()).seals.map(({ state }) => state)).toEqual(["in_use", "retired"]);
  });

  test("opens with no other secret than the one it was locked with", async () => {
    const { house, world } = scene;
    const at = house.clock.now();
    await asApp(house.db, sight(), (tx) => sealKeyOf(house, tx, world.providerId, at));
    const config = { ...house.config, secret: "another secret of thirty-two signs" };
    const other = asApp(house.db, sight(), (tx) =>
      sealKeyOf({ ...house, config }, tx, world.providerId, at),
    );
    await expect(other).rejects.toThrow(/KISALLI_SECRET/);
  });
});
