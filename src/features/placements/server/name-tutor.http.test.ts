import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;

beforeAll(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
});
afterAll(() => house.close());

const path = () => `/api/placements/${world.placementId}/tutor`;
const stranger = (email: string) => ({
  givenName: "Pia",
  familyName: "Laine",
  email,
  phone: null,
  title: null,
  language: "fi",
});

async function emailOf(personId: string): Promise<string> {
  const person = await house.house.db
    .selectFrom("person")
    .select("email")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  if (person.email === null) throw new Error("this person has no address");
  return person.email;
}

describe("naming a tutor by address", () => {
  test("refuses the placement's own student and teacher, and any other student", async () => {
    const teacher = await house.as(world.teacher);
    for (const taken of [world.student, world.teacher, world.otherStudent]) {
      const answer = await teacher.send("PUT", path(), stranger(await emailOf(taken)));
      expect([answer.statusCode, answer.json().code]).toEqual([422, "address_taken"]);
    }
    const page = (await teacher.get(`/api/placements/${world.placementId}`)).json();
    expect(page.tutor.id).toBe(world.tutor);
  });

  test("of a new person twice at once makes one person", async () => {
    const teacher = await house.as(world.teacher);
    const answers = await Promise.all(
      [1, 2].map(() => teacher.send("PUT", path(), stranger("pia.laine@example.org"))),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(new Set(answers.map((answer) => answer.json().tutorId)).size).toBe(1);
  });

  test.each([
    ["a line break", "Pia\n\nAvaa sivu"],
    ["an address", "https://evil.example/x"],
    ["a NUL", "Pia\u0000"],
  ])("refuses a name with %s", async (_what, givenName) => {
    const teacher = await house.as(world.teacher);
    const answer = await teacher.send("PUT", path(), {
      ...stranger("uusi@example.org"),
      givenName,
    });
    expect(answer.statusCode).toBe(400);
  });
});
