import { Buffer } from "node:buffer";
import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { MAX_FILE_BYTES, MAX_PDF_PAGES } from "../file.ts";

let house: TestHouse;
let world: World;
let teacher: Caller;
let path: string;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  teacher = await house.as(world.teacher);
  path = `/api/placements/${world.placementId}/files`;
});
afterEach(() => house.close());

const AS_IS = { "content-type": "application/octet-stream" };
const upload = (bytes: Buffer, caller = teacher, name = "kypärät.png", headers = {}) =>
  caller.send("POST", `${path}?name=${encodeURIComponent(name)}`, bytes, { ...AS_IS, ...headers });
const photo = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: "#b5651d" } });
const stored = () => house.house.db.selectFrom("file").selectAll().execute();

async function pdf(pages: number, change: (made: PDFDocument) => void = () => undefined) {
  const made = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) made.addPage([200, 200]);
  change(made);
  return Buffer.from(await made.save());
}

/** A link on the page that does something when it is pressed. */
const acting =
  (kind: string) =>
  (made: PDFDocument): void => {
    const { context } = made;
    const act = context.obj({ S: kind, F: PDFString.of("http://evil.example") });
    const link = context.obj({ Type: "Annot", Subtype: "Link", Rect: [0, 0, 200, 200], A: act });
    made.getPage(0).node.set(PDFName.of("Annots"), context.obj([link]));
  };

describe("a photo", () => {
  test("is turned upright, made smaller, and loses place and device", async () => {
    const taken = await photo(3000, 1000)
      .withExif({ IFD0: { Make: "Kamera", Copyright: "salainen" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const answer = await upload(taken, teacher, "../../kypärät\r\n.exe.jpeg");
    expect(answer.statusCode).toBe(200);
    const seen = await teacher.get(`${path}/${answer.json().fileId}`);
    expect(seen.headers).toMatchObject({
      "content-type": "image/jpeg",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    });
    expect(seen.headers["content-disposition"]).not.toMatch(/[\r\n/]/);
    const kept = await sharp(seen.rawPayload).metadata();
    expect([kept.width, kept.height, kept.exif, kept.orientation]).toEqual([
      800,
      2400,
      undefined,
      undefined,
    ]);
  });

  test("a PNG is kept as a JPEG of the same size", async () => {
    await upload(await photo().png().toBuffer());
    expect(await stored()).toMatchObject([
      { media_type: "image/jpeg", width: 40, height: 20, name: "kypärät.jpg" },
    ]);
  });

  test("sent twice with one key is kept once", async () => {
    const bytes = await photo().png().toBuffer();
    const key = { "idempotency-key": crypto.randomUUID() };
    const sent = [];
    for (let time = 0; time < 2; time += 1) sent.push(await upload(bytes, teacher, "a.png", key));
    expect(sent[0]?.json()).toEqual(sent[1]?.json());
    expect(await stored()).toHaveLength(1);
  });
});

describe("what is not kept", () => {
  test.each<[string, number, () => Promise<Buffer>]>([
    ["file_kind", 422, async () => Buffer.from("<html><script>alert(1)</script></html>")],
    ["file_broken", 422, async () => (await photo().png().toBuffer()).subarray(0, 50)],
    ["file_broken", 422, async () => Buffer.from("%PDF-1.7 nothing more")],
    ["body_too_large", 413, async () => Buffer.alloc(11 * 1024 * 1024, 0xff)],
    ["pdf_too_long", 422, () => pdf(MAX_PDF_PAGES + 1)],
    ["pdf_active", 422, () => pdf(1, (made) => made.addJavaScript("go", "app.alert(1)"))],
    [
      "pdf_active",
      422,
      () =>
        pdf(1, ({ context, catalog }) => {
          const act = context.obj({ S: "Launch", F: PDFString.of("calc") });
          catalog.set(PDFName.of("Hidden"), context.obj([act]));
        }),
    ],
    ...["SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition"].map(
      (kind): [string, number, () => Promise<Buffer>] => [
        "pdf_active",
        422,
        () => pdf(1, acting(kind)),
      ],
    ),
  ])("%s", async (code, status, make) => {
    const answer = await upload(await make());
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(await stored()).toEqual([]);
  });

  test("a PDF over its own limit", async () => {
    const bytes = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(MAX_FILE_BYTES - 100)]);
    expect((await upload(bytes)).json().code).toBe("pdf_too_large");
  });
});

test("a plain PDF is kept as it came", async () => {
  const bytes = await pdf(2);
  const { fileId, pages } = (await upload(bytes, teacher, "todistus.pdf")).json();
  expect(pages).toBe(2);
  expect((await teacher.get(`${path}/${fileId}`)).rawPayload.equals(bytes)).toBe(true);
});

test("staff attach, the tutor reads, the student and others do not", async () => {
  const bytes = await photo().png().toBuffer();
  const { fileId } = (await upload(bytes, await house.as(world.coordinator))).json();
  const tutor = await house.as(world.tutor);
  expect((await tutor.get(`${path}/${fileId}`)).statusCode).toBe(200);
  expect((await upload(bytes, tutor)).statusCode).toBe(403);
  for (const person of [world.student, world.otherTeacher, world.otherCoordinator]) {
    expect((await (await house.as(person)).get(`${path}/${fileId}`)).statusCode).toBe(404);
  }
  expect((await upload(bytes, await house.as(world.otherTeacher))).statusCode).toBe(404);
  expect((await house.anyone.get(`${path}/${fileId}`)).statusCode).toBe(401);
});
