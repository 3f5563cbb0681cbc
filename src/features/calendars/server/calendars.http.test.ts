import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openScene, type Scene } from "#features/plans/server/plan-scene.ts";
import { calendarWorker } from "./tell-calendars.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const MOVED = "2027-01-05T11:30:00Z";
const movedTalk = () =>
  scene.content().talks.map((talk) => (talk.kind === "mid" ? { ...talk, at: MOVED } : talk));

const payload = () => ({
  placementId: scene.world.placementId,
  providerId: scene.world.providerId,
});
/** A moment later. */
const tell = () => calendarWorker(scene.house)(payload());

/** Every calendar part in the outbox, oldest first. */
async function sent() {
  const rows = await scene.house.db
    .selectFrom("mail_part")
    .innerJoin("mail_message", "mail_message.id", "mail_part.mail_id")
    .select(["to_address", "subject", "language", "media_type", "bytes", "mail_message.id"])
    .where("kind", "=", "alternative")
    .orderBy("mail_message.id")
    .execute();
  return rows.map(({ bytes, ...row }) => {
    const calendar = new ICAL.Component(ICAL.parse(bytes.toString()));
    const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
    return {
      ...row,
      text: bytes.toString(),
      method: calendar.getFirstPropertyValue("method"),
      uid: event.uid,
      sequence: event.sequence,
    };
  });
}

const told = (all: Awaited<ReturnType<typeof sent>>) =>
  all
    .map(({ to_address, method, sequence }) => `${to_address} ${String(method)} ${sequence}`)
    .toSorted();
const three = (words: string) =>
  ["eetu", "mika", "sanna"].map((name) => `${name}@example.org ${words}`);

describe("an invitation", () => {
  beforeEach(async () => {
    await scene.write(scene.teacher, 0);
    await tell();
  });

  test("goes to student, tutor and teacher, one a talk, in the language of each", async () => {
    const all = await sent();
    expect(told(all)).toEqual([...three("REQUEST 0"), ...three("REQUEST 0")].toSorted());
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(2);
    expect(all[0]?.media_type).toBe("text/calendar; charset=utf-8; method=REQUEST");
  });

  test("names the receiver alone as attendee, so that no address of another is told", async () => {
    for (const { text, to_address } of await sent()) {
      const addresses = text.replaceAll("\r\n ", "").match(/[\w.]+@example\.org/g) ?? [];
      expect([...new Set(addresses)].toSorted()).toEqual(
        [to_address, "kisalli@example.org"].toSorted(),
      );
    }
  });

  test("is not sent again by the same job, a second job or two at once", async () => {
    const before = (await sent()).length;
    await Promise.all([tell(), tell(), tell()]);
    expect((await sent()).length).toBe(before);
  });

  test("is not sent for an edit that left the talk as it was", async () => {
    const before = (await sent()).length;
    await scene.write(scene.teacher, 1, { travel: "Juna" });
    await tell();
    expect((await sent()).length).toBe(before);
  });

  test("is changed with the same id and a higher sequence, and only for the talk that moved", async () => {
    const before = await sent();
    await scene.write(scene.teacher, 1, { talks: movedTalk() });
    await tell();
    const after = (await sent()).slice(before.length);
    expect(told(after)).toEqual(three("REQUEST 1"));
    expect(before.map(({ uid }) => uid)).toContain(after[0]?.uid);
    expect(new Set(after.map(({ uid }) => uid)).size).toBe(1);
  });

  test("tells several changes within a moment in one letter each", async () => {
    const before = (await sent()).length;
    await scene.write(scene.teacher, 1, { talks: movedTalk() });
    const video = movedTalk().map((talk) => ({ ...talk, place: "phone" as const }));
    await scene.write(scene.teacher, 2, { talks: video });
    await tell();
    expect(told((await sent()).slice(before))).toEqual(
      [...three("REQUEST 1"), ...three("REQUEST 1")].toSorted(),
    );
  });

  test("of a talk that came and went within a moment is never sent", async () => {
    const before = (await sent()).length;
    const more = { kind: "other" as const, at: MOVED, minutes: 30, place: null };
    await scene.write(scene.teacher, 1, { talks: [...scene.content().talks, more] });
    await scene.write(scene.teacher, 2, {});
    await tell();
    expect((await sent()).length).toBe(before);
  });

  test("of a further talk keeps its id when the talk is moved", async () => {
    const more = (at: string) => ({ kind: "other" as const, at, minutes: 30, place: null });
    const { talks } = scene.content();
    await scene.write(scene.teacher, 1, { talks: [...talks, more(MOVED)] });
    await tell();
    const first = (await sent()).at(-1);
    await scene.write(scene.teacher, 2, { talks: [...talks, more("2027-01-06T11:30:00Z")] });
    await tell();
    const last = (await sent()).at(-1);
    expect([last?.uid, last?.method, last?.sequence]).toEqual([first?.uid, "REQUEST", 1]);
  });

  test("is cancelled when the talk is dropped", async () => {
    const before = (await sent()).length;
    const [start] = scene.content().talks;
    await scene.write(scene.teacher, 1, { talks: start ? [start] : [] });
    await tell();
    const after = (await sent()).slice(before);
    expect(told(after)).toEqual(three("CANCEL 1"));
    expect(after[0]?.text).toContain("STATUS:CANCELLED");
  });

  test("is cancelled with the placement", async () => {
    const before = (await sent()).length;
    const moved = await scene.teacher.send(
      "POST",
      `/api/placements/${scene.world.placementId}/moves`,
      { to: "cancelled", reason: "Muuttui", ending: null },
    );
    expect(moved.statusCode).toBe(200);
    await tell();
    expect(told((await sent()).slice(before))).toEqual(
      [...three("CANCEL 1"), ...three("CANCEL 1")].toSorted(),
    );
  });

  test("goes to another tutor when one is named, and the former one's is cancelled", async () => {
    const before = (await sent()).length;
    await scene.teacher.send("PUT", `/api/placements/${scene.world.placementId}/tutor`, {
      tutorId: scene.world.colleague,
    });
    await tell();
    expect(told((await sent()).slice(before))).toEqual([
      "mika@example.org CANCEL 1",
      "mika@example.org CANCEL 1",
      "pia@example.org REQUEST 1",
      "pia@example.org REQUEST 1",
    ]);
  });

  test("is queued by the deed itself, and not by a deed that was refused", async () => {
    const jobs = async () => {
      const { rows } = await scene.house.pool.query(
        "select count(*)::int as n from pgboss.job where name = 'calendar.tell'",
      );
      return rows[0]?.n;
    };
    const before = await jobs();
    await scene.write(scene.teacher, 0, { talks: movedTalk() });
    expect(await jobs()).toBe(before);
    await scene.write(scene.teacher, 1, { talks: movedTalk() });
    expect(await jobs()).toBe(before + 1);
  });
});

describe("a talk's own file", () => {
  test("is the invitation's appointment, for the people of the placement only", async () => {
    await scene.write(scene.teacher, 0);
    await tell();
    const { openTalks } = (await scene.student.get(scene.path)).json();
    const path = `/api/placements/${scene.world.placementId}/talks/${openTalks[0].id}/calendar`;
    const file = await scene.student.get(path);
    expect(file.headers["content-type"]).toContain("text/calendar");
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(file.body)).getFirstSubcomponent("vevent") ?? undefined,
    );
    expect((await sent()).map(({ uid }) => uid)).toContain(event.uid);
    const stranger = await scene.as(scene.world.otherTeacher);
    expect((await stranger.get(path)).statusCode).toBe(404);
    expect((await scene.anyone.get(path)).statusCode).toBe(401);
  });
});

describe("a calendar feed", () => {
  const FEED = "/api/me/calendar-feed";
  const secret = (letter: string) => letter.repeat(43);
  const read = (letter: string) =>
    scene.anyone.get(`/api/calendar-feeds/${secret(letter)}/kisalli.ics`);
  const make = (letter: string, showsNames = false) =>
    scene.tutor.send("POST", FEED, { token: secret(letter), showsNames });

  beforeEach(async () => {
    await scene.write(scene.teacher, 0, {
      demonstrations: [
        {
          id: "0199dddd-0000-7000-8000-000000000000",
          work: "Kylpyhuoneen putket",
          startsOn: "2027-01-11",
          endsOn: "2027-01-13",
          place: null,
          requirementIds: scene.content().objectives.map((one) => one.requirementId),
          schoolAssessor: "Sanna",
          workAssessor: "Mika",
        },
      ],
    });
  });

  test("tells the person's own talks and demonstrations, without anybody's name", async () => {
    await make("a");
    const feed = await read("a");
    expect(feed.statusCode).toBe(200);
    expect(feed.body.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(feed.body).not.toMatch(/Eetu|Sanna|Mika|Kylpyhuone/);
    expect(feed.body).toContain("Putki");
  });

  test("tells first names once its owner has chosen so", async () => {
    await make("a");
    await scene.tutor.send("PUT", FEED, { showsNames: true });
    expect((await read("a")).body).toContain("Eetu");
  });

  test("ends with its secret: a new one, or none, closes the old address", async () => {
    await make("a");
    await make("b");
    expect([(await read("a")).statusCode, (await read("b")).statusCode]).toEqual([404, 200]);
    await scene.tutor.send("DELETE", FEED);
    expect((await read("b")).statusCode).toBe(404);
    expect((await scene.tutor.get(FEED)).json().feed).toBe(null);
  });

  test("is a person's own: another's secret is refused, and nothing of it is kept but a hash", async () => {
    await make("a");
    const taken = await scene.teacher.send("POST", FEED, { token: secret("a"), showsNames: false });
    expect([taken.statusCode, taken.json().code]).toEqual([409, "secret_taken"]);
    const { rows } = await scene.house.pool.query(
      "select count(*)::int as n from calendar_feed f where f::text like $1",
      [`%${secret("a")}%`],
    );
    expect(rows[0]?.n).toBe(0);
  });

  test("does not open through a personal link, which is for one placement", async () => {
    const link = await scene.byLink(null);
    const refused = await link.send("POST", FEED, { token: secret("c"), showsNames: false });
    expect([refused.statusCode, refused.json().params]).toEqual([403, { reason: "code_needed" }]);
    expect((await link.get(FEED)).json().abilities.keep.allowed).toBe(false);
  });

  test("leaves out a placement that was called off", async () => {
    await make("a");
    await scene.house.db
      .updateTable("placement")
      .set({ state: "cancelled", state_reason: "muuttui" })
      .where("id", "=", scene.world.placementId)
      .execute();
    expect((await read("a")).body).not.toContain("BEGIN:VEVENT");
  });
});
