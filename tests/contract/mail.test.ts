import { once } from "node:events";
import { text } from "node:stream/consumers";
import { type ParsedMail, simpleParser } from "mailparser";
import ical from "node-ical";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { calendarWorker } from "#features/calendars/server/tell-calendars.ts";
import { newId } from "#server/clock.ts";
import { mailWorker, queueMail } from "#server/mail.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { callerOf, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

/** Mail for real: from a deed through the queue over SMTP to a receiver on this machine. */

const received: ParsedMail[] = [];
const sources: string[] = [];
let refusing: { responseCode: number; message: string } | null = null;
let receiver: SMTPServer;
let house: TestHouse;
let world: World;

beforeAll(async () => {
  receiver = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onMailFrom: (_address, _session, done) =>
      done(refusing && Object.assign(new Error(refusing.message), refusing)),
    onData: (stream, _session, done) => {
      void text(stream).then(async (source) => {
        sources.push(source);
        received.push(await simpleParser(source));
        done();
      }, done);
    },
  });
  const listening = receiver.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" ? address?.port : undefined;
  house = await openTestHouse({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  world = await makeWorld(house.house);
  await house.house.jobs.work("mail.send", mailWorker(house.house));
});
afterAll(async () => {
  await house.close();
  receiver.close();
});

const PATIENCE = { timeout: 20_000, interval: 100 };

const arrived = (to: string) =>
  vi.waitFor(() => {
    const mail = received.find((one) =>
      [one.to].flat().some((address) => address?.text.includes(to)),
    );
    if (mail === undefined) throw new Error(`nothing for ${to} yet`);
    return mail;
  }, PATIENCE);

describe("a letter", () => {
  test("with a sign-in code arrives in the language that was asked for, and its code opens the door", async () => {
    const browser = callerOf(house.app, {});
    await browser.send("POST", "/api/sign-in/codes", {
      email: "sanna@example.org",
      language: "sv",
    });
    const mail = await arrived("sanna@example.org");
    const code = /\b\d{6}\b/.exec(mail.text ?? "")?.[0];
    expect(mail.subject).toBe(`Kisällis kod: ${code}`);
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    const opened = await browser.send("POST", "/api/sign-in/sessions", { code });
    expect(opened.statusCode).toBe(200);
  });

  test("with a personal link leads the tutor in", async () => {
    const teacher = await house.as(world.teacher);
    await teacher.send("POST", `/api/placements/${world.placementId}/tutor/links`);
    const mail = await arrived("mika@example.org");
    const token = /\/l\/([\w-]{43})/.exec(mail.text ?? "")?.[1];
    const tutor = callerOf(house.app, {});
    const opened = await tutor.send("POST", "/api/links/open", { token, colleague: null });
    expect(opened.json().me.givenName).toBe("Mika");
  });

  test("with an invitation arrives as text, as a calendar's request and as a file, and its bytes are erased", async () => {
    const { placementId, providerId } = world;
    await house.house.db
      .insertInto("talk")
      .values({
        id: newId(),
        provider_id: providerId,
        placement_id: placementId,
        kind: "mid",
        planned_at: "2026-12-02T11:30:00Z",
        minutes: 45,
        place: "workplace",
      })
      .execute();
    await calendarWorker(house.house)({ placementId, providerId });
    const mail = await arrived("eetu@example.org");
    expect(mail.text).toContain("Välikeskustelu");
    const source = sources.find((one) => one.includes("eetu@example.org")) ?? "";
    expect(source).toMatch(/content-type: text\/calendar;[^\0]{0,60}method=REQUEST/i);
    const file = mail.attachments.find(({ filename }) => filename === "talk.ics");
    const [event] = Object.values(ical.sync.parseICS(file?.content.toString() ?? "")).filter(
      (one) => one?.type === "VEVENT",
    );
    expect(event?.start.toISOString()).toBe("2026-12-02T11:30:00.000Z");
    await vi.waitFor(async () => {
      const { rows } = await house.house.pool.query("select count(*)::int as n from mail_part");
      expect(rows[0]?.n).toBe(0);
    }, PATIENCE);
  });

  test("is not lost while the receiver is away, and is sent once when it is back", async () => {
    refusing = { responseCode: 451, message: "4.3.2 away" };
    await callerOf(house.app, {}).send("POST", "/api/sign-in/codes", {
      email: "jari@example.org",
      language: "fi",
    });
    const letter = () =>
      house.house.db
        .selectFrom("mail_message")
        .select(["id", "state", "tries", "error"])
        .where("to_address", "=", "jari@example.org")
        .executeTakeFirstOrThrow();
    await vi.waitFor(async () => expect((await letter()).tries).toBeGreaterThan(0), {
      timeout: 20_000,
    });
    expect((await letter()).state).toBe("queued");
    refusing = null;
    const send = mailWorker(house.house);
    const { id } = await letter();
    await send({ mailId: id });
    await send({ mailId: id });
    expect((await letter()).state).toBe("sent");
    const letters = received.filter((mail) =>
      [mail.to].flat().some((to) => to?.text.includes("jari@")),
    );
    expect(letters).toHaveLength(1);
  });

  test.each([
    ["550 5.1.1 no such user", { state: "failed", box_gone: true }],
    ["550 no such box", { state: "failed", box_gone: true }],
    ["552 5.2.2 mailbox full", { state: "failed", box_gone: false }],
    ["550 5.7.1 looks like spam", { state: "failed", box_gone: false }],
  ])("refused by %s says whether anybody reads there", async (reply, kept) => {
    const [code = "", ...words] = reply.split(" ");
    refusing = { responseCode: Number(code), message: words.join(" ") };
    const { house: own } = house;
    const to = `${newId()}@example.org`;
    await own.db.transaction().execute((tx) =>
      queueMail(own, tx, own.clock.now(), {
        ...{ providerId: null, personId: null, to, language: "fi" },
        ...{ template: "test", subject: "Koe", body: "Koe" },
      }),
    );
    await vi.waitFor(async () => {
      const letter = await own.db
        .selectFrom("mail_message")
        .select(["state", "box_gone"])
        .where("to_address", "=", to)
        .executeTakeFirstOrThrow();
      expect(letter).toEqual(kept);
    }, PATIENCE);
    refusing = null;
  });
});
