import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { asApp } from "#server/database/database.ts";
import { weekOf } from "#shared/week.ts";
import { callerOf } from "#tests/support/test-house.ts";
import { sendDueWeeks } from "./api.ts";
import { dayBody, openScene, type Scene } from "./logbook-scene.ts";
import { claimSending } from "./week.queries.ts";

const WEEK = "2026-W47";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
  await scene.write("2026-11-16");
});
afterEach(() => scene.close());

const send = (caller: Scene["student"], week = WEEK) =>
  caller.send("POST", `${scene.week(week)}/sending`);

describe("the student sends the week", () => {
  test("and the tutor gets a personal link in their language that opens this week", async () => {
    await scene.house.db
      .updateTable("person")
      .set({ language: "sv" })
      .where("id", "=", scene.world.tutor)
      .execute();
    expect((await send(scene.student)).json()).toEqual({
      sentAt: "2026-11-23T06:00:00Z",
      sendAgainFrom: "2026-11-24T06:00:00Z",
      mailed: true,
    });
    const [mail] = await scene.mails();
    expect(mail).toMatchObject({
      to: "mika@example.org",
      template: "week_sent",
      subject: "Vecka 47 väntar på dig: Eetu Testinen",
    });
    const token = /\/l\/([\w-]+)/.exec(mail?.body ?? "")?.[1];
    const browser = callerOf(scene.app, {});
    expect(
      (await browser.send("POST", "/api/links/open", { token, colleague: null })).statusCode,
    ).toBe(200);
    expect((await browser.get(scene.week(WEEK))).json().abilities.confirm).toEqual({
      allowed: true,
    });
  });

  test("again within a day it changes nothing, after a day it is a reminder", async () => {
    await send(scene.student);
    scene.travel("2026-11-23T20:00:00Z");
    expect((await send(scene.student)).json()).toMatchObject({
      mailed: false,
      sentAt: "2026-11-23T06:00:00Z",
    });
    expect(await scene.mails()).toHaveLength(1);
    scene.travel("2026-11-24T06:00:00Z");
    expect((await send(scene.student)).json()).toEqual({
      sentAt: "2026-11-23T06:00:00Z",
      sendAgainFrom: "2026-11-25T06:00:00Z",
      mailed: true,
    });
    expect(await scene.mails()).toHaveLength(2);
  });

  test("pressed twice at once, one letter goes out", async () => {
    const answers = await Promise.all([
      send(scene.student),
      send(scene.student),
      send(scene.student),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(await scene.mails()).toHaveLength(1);
  });

  test("nobody else does, and not an empty week nor one without a tutor to write to", async () => {
    for (const caller of [scene.tutor, scene.teacher, scene.coordinator]) {
      expect((await send(caller)).statusCode).toBe(403);
    }
    expect((await send(await scene.as(scene.world.otherStudent))).statusCode).toBe(404);
    expect((await send(scene.student, "2026-W46")).json().code).toBe("nothing_written");
    await scene.house.db
      .updateTable("person")
      .set({ email: null })
      .where("id", "=", scene.world.tutor)
      .execute();
    expect((await send(scene.student)).json().code).toBe("no_address");
    expect((await scene.student.get(scene.week(WEEK))).json().sentAt).toBe(null);
  });
});

/** Starts both and lets them go on when both stand before the placement: neither knows of the other then. */
function whilePlacementIsHeld<T extends [Promise<unknown>, Promise<unknown>]>(start: () => T) {
  return scene.house.db
    .transaction()
    .execute(async (tx) => {
      await tx
        .selectFrom("placement")
        .select("id")
        .where("id", "=", scene.world.placementId)
        .forUpdate()
        .execute();
      const started = start();
      await vi.waitFor(async () => {
        const { rows } = await scene.house.pool.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        expect(rows).toHaveLength(2);
      }, 5_000);
      return { started };
    })
    .then(({ started }) => Promise.all(started));
}

describe("on Friday afternoon", () => {
  const FRIDAY = "2026-11-27T12:30:00Z";

  test("weeks with entries go by themselves, one letter for all the tutor's students, once", async () => {
    const other = await scene.as(scene.world.otherStudent);
    scene.travel("2026-11-24T10:00:00Z");
    await scene.write("2026-11-24");
    await other.send(
      "PUT",
      `/api/placements/${scene.world.otherPlacementId}/days/2026-11-24`,
      dayBody("2026-11-24"),
    );
    scene.travel("2026-11-27T12:29:00Z");
    await sendDueWeeks(scene.house);
    expect(await scene.mails()).toEqual([]);
    scene.travel(FRIDAY);
    await Promise.all([sendDueWeeks(scene.house), sendDueWeeks(scene.house)]);
    await sendDueWeeks(scene.house);
    const mails = await scene.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toContain("Eetu Testinen");
    expect(mails[0]?.body).toContain("Noora Testinen");
    expect(mails[0]?.body.match(/\/l\//g)).toHaveLength(2);
    expect((await scene.student.get(scene.week("2026-W48"))).json().sentAt).toBe(FRIDAY);
    expect((await scene.audits()).at(-1)).toMatchObject({ deed: "send-week", means: "calendar" });
  });

  test("the student's own press at that moment makes no second letter", async () => {
    scene.travel("2026-11-24T10:00:00Z");
    await scene.write("2026-11-24");
    scene.travel(FRIDAY);
    const [, press] = await whilePlacementIsHeld(() => [
      sendDueWeeks(scene.house),
      send(scene.student, "2026-W48"),
    ]);
    expect(press.json().sentAt).toBe(FRIDAY);
    expect(await scene.mails()).toHaveLength(1);
    expect((await scene.audits()).filter(({ deed }) => deed === "send-week")).toHaveLength(1);
  });

  test("one of two sendings that saw the week the same claims it, whatever their clocks say", async () => {
    const placement = { provider_id: scene.world.providerId, id: scene.world.placementId };
    const sight = { personId: null, providerIds: [scene.world.providerId] };
    const week = weekOf(Temporal.PlainDate.from("2026-11-27"));
    const claim = (at: string, seen: string | null) =>
      asApp(scene.house.db, sight, (tx) => claimSending(tx, placement, week, { at, seen }));
    const later = "2026-11-27T12:31:00Z";
    const first = await Promise.all([claim(FRIDAY, null), claim(later, null)]);
    expect(first.filter(Boolean)).toHaveLength(1);
    const { sentAt } = (await scene.student.get(scene.week("2026-W48"))).json();
    const again = await Promise.all([
      claim("2026-11-27T12:32:00Z", sentAt),
      claim("2026-11-27T12:33:00Z", sentAt),
    ]);
    expect(again.filter(Boolean)).toHaveLength(1);
  });

  test("not the weeks that are empty, or that a letter or a confirmation has seen whole", async () => {
    scene.travel("2026-11-25T10:00:00Z");
    await scene.write("2026-11-25");
    await send(scene.student, "2026-W48");
    scene.travel(FRIDAY);
    await sendDueWeeks(scene.house);
    expect(await scene.mails()).toHaveLength(1);
  });

  test("a week that was sent or confirmed early goes with the days that came after", async () => {
    scene.travel("2026-11-23T10:00:00Z");
    await scene.write("2026-11-23");
    await scene.tutor.send("POST", `${scene.week("2026-W48")}/confirmation`, {
      kind: "ok",
      remark: null,
      cards: [],
    });
    scene.travel("2026-11-26T10:00:00Z");
    await scene.write("2026-11-26");
    scene.travel(FRIDAY);
    await sendDueWeeks(scene.house);
    expect(await scene.mails()).toHaveLength(1);
    scene.travel("2026-11-27T13:10:00Z");
    await scene.write("2026-11-27");
    scene.travel("2026-11-27T13:15:00Z");
    await sendDueWeeks(scene.house);
    const letters = (await scene.mails()).filter(({ template }) => template === "week_sent");
    expect(letters).toHaveLength(1);
  });
});
