import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openScene, type Scene } from "./plan-scene.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

describe("who may", () => {
  test("a coordinator reads and does not write or agree", async () => {
    const refused = await scene.write(scene.coordinator, 0);
    expect([refused.statusCode, refused.json().params]).toEqual([403, { reason: "role" }]);
    await scene.write(scene.teacher, 0);
    expect((await scene.mark(scene.coordinator, 1)).statusCode).toBe(403);
    const { abilities } = (await scene.coordinator.get(scene.path)).json();
    expect(abilities.edit).toEqual({ allowed: false, reason: "role" });
  });

  test("strangers do not see that there is a plan", async () => {
    const { otherTeacher, otherCoordinator, otherStudent, admin, colleague } = scene.world;
    for (const person of [otherTeacher, otherCoordinator, otherStudent, admin, colleague]) {
      const stranger = await scene.as(person);
      const answers = [
        await stranger.get(scene.path),
        await scene.write(stranger, 0),
        await scene.mark(stranger, 1),
      ];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
    }
  });

  test("nobody writes or agrees once the placement is over", async () => {
    await scene.write(scene.teacher, 0);
    for (const state of ["ended", "closed", "cancelled"]) {
      await scene.house.db
        .updateTable("placement")
        .set({ state, state_reason: "muuttui" })
        .where("id", "=", scene.world.placementId)
        .execute();
      expect((await scene.write(scene.teacher, 1, { travel: "Juna" })).json().code).toBe(
        "placement_over",
      );
      expect((await scene.mark(scene.student, 1)).json().code).toBe("placement_over");
      expect((await scene.student.get(scene.path)).json().abilities.mark.allowed).toBe(false);
    }
  });
});
