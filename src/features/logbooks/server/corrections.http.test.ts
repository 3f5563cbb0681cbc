import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dayBody, openScene, type Scene } from "./logbook-scene.ts";

const WEEK = "2026-W47";
const OK = { kind: "ok", remark: null, cards: [] };

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
  await scene.write("2026-11-16", { minutes: 450, tasks: [{ taskId: scene.world.taskIds[0] }] });
  await scene.write("2026-11-18", { minutes: 0, absence: "illness" });
});
afterEach(() => scene.close());

const confirm = (caller: Scene["tutor"], body: object = OK, week = WEEK) =>
  caller.send("POST", `${scene.week(week)}/confirmation`, body);

describe("after a confirmation", () => {
  test("hours stay, a text for all is told to both once a day, a private one to nobody", async () => {
    await confirm(scene.tutor);
    const path = scene.day("2026-11-16");
    const { entry } = (await scene.student.get(path)).json();
    const edit = (change: object, version: number) =>
      scene.student.send(
        "PUT",
        path,
        { ...dayBody("2026-11-16"), entryId: entry.entryId, tasks: entry.tasks, ...change },
        { "if-match": `"${version}"` },
      );
    expect((await edit({ minutes: 400 }, 1)).json().code).toBe("week_confirmed");
    expect(
      (await edit({ paragraphs: [{ audience: "private", text: "Vain minä" }] }, 1)).statusCode,
    ).toBe(200);
    expect(await scene.mails()).toEqual([]);
    await edit({ paragraphs: [{ audience: "all", text: "Kaikille" }] }, 2);
    const told = (await scene.mails()).map(({ to, template }) => `${template} ${to}`);
    expect(told.toSorted()).toEqual([
      "week_changed mika@example.org",
      "week_changed sanna@example.org",
    ]);
    await edit({ paragraphs: [{ audience: "all", text: "Kaikille taas" }] }, 3);
    expect(await scene.mails()).toHaveLength(2);
    expect((await scene.tutor.get(scene.week(WEEK))).json().confirmation.kind).toBe("ok");
  });

  test("with exceptions the student corrects the hours and the tutor confirms again", async () => {
    const exceptions = [{ day: "2026-11-16", text: "Olit täällä 6 tuntia" }];
    await confirm(scene.tutor, { ...OK, kind: "exceptions", exceptions });
    const page = (await scene.student.get(scene.week(WEEK))).json();
    expect(page.days[0].exception).toBe("Olit täällä 6 tuntia");
    expect(page.marks[1].state).toBe("disagrees");
    const { entry } = (await scene.student.get(scene.day("2026-11-16"))).json();
    scene.travel("2026-11-23T07:00:00Z");
    await scene.student.send(
      "PUT",
      scene.day("2026-11-16"),
      { ...dayBody("2026-11-16"), entryId: entry.entryId, minutes: 360 },
      { "if-match": '"1"' },
    );
    expect((await scene.tutor.get(scene.week(WEEK))).json()).toMatchObject({
      confirmation: { lookAgain: "corrected" },
      abilities: { confirm: { allowed: true } },
    });
    expect((await confirm(scene.tutor)).json()).toMatchObject({
      already: false,
      confirmation: { kind: "ok", exceptions: [] },
    });
  });

  test("a day written later is open, and the tutor is asked once more for it", async () => {
    await confirm(scene.tutor);
    scene.travel("2026-11-23T10:00:00Z");
    expect((await scene.write("2026-11-20", { minutes: 300 })).statusCode).toBe(200);
    const page = (await scene.tutor.get(scene.week(WEEK))).json();
    expect(page.confirmation).toMatchObject({ kind: "ok", lookAgain: "new_day" });
    expect(page.marks.map(({ state }: { state: string }) => state)).toEqual([
      "done",
      "turn",
      "open",
    ]);
    const day = async (on: string) => (await scene.student.get(scene.day(on))).json().hoursLocked;
    expect([await day("2026-11-16"), await day("2026-11-20")]).toEqual([true, false]);
    expect((await confirm(scene.tutor)).json().already).toBe(false);
    expect(await day("2026-11-20")).toBe(true);
  });

  test("in the middle of a week nobody is written to for each day: Friday's letter brings them", async () => {
    await scene.write("2026-11-23");
    await confirm(scene.tutor, OK, "2026-W48");
    scene.travel("2026-11-24T14:00:00Z");
    await scene.write("2026-11-24");
    expect(await scene.mails()).toEqual([]);
  });
});
