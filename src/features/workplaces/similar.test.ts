import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Comparable,
  compare,
  findSimilar,
  likeness,
  plainName,
  plainStreet,
} from "./similar.ts";

function place(id: string, change: Partial<Comparable> = {}): Comparable {
  return {
    id,
    name: "Sähkö-Timonen",
    businessId: "1234567-1",
    street: "Teollisuuskatu 8",
    municipality: "Lappeenranta",
    ...change,
  };
}

test.each([
  ["Sähkö-Timonen Oy, halli", "sähkö timonen halli"],
  ["AB Elektro", "elektro"],
  ["Oy", ""],
])("%s is compared as %s", (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

test.each([
  ["Teollisuuskatu 8 B", "teollisuusk. 8b"],
  ["Hamngatan 3", "Hamng. 3 C"],
])("%s is the door of %s", (left, right) => {
  expect(plainStreet(left, "Turku")).toBe(plainStreet(right, " turku"));
});

describe("two records", () => {
  test.each([
    ["the same ID and door", {}, true],
    [
      "the same ID, alike, no street known",
      { street: null, name: "Sähkö Timonen Oy, halli" },
      true,
    ],
    ["the same ID at two doors", { street: "Rantatie 1" }, false],
    ["another ID, the same name and town", { businessId: "2345678-0", street: null }, true],
    [
      "another ID and town",
      { businessId: "2345678-0", street: null, municipality: "Kotka" },
      false,
    ],
    ["the neighbour in the same house", { businessId: "2345678-0", name: "Kahvila Leila" }, false],
  ])("%s", (_, change, found) => {
    expect(compare(place("a"), place("b", change)) !== null).toBe(found);
  });

  test("are compared the same from both sides", () => {
    const names = fc.constantFrom("Sähkö-Timonen", "Sähkö Timonen Oy", "Kahvila Leila", "");
    const any = fc.record({
      name: names,
      businessId: fc.constantFrom("1", "2"),
      street: fc.option(fc.constantFrom("Katu 1", "Katu 2"), { nil: null }),
      municipality: fc.constantFrom("Kotka", "Turku"),
    });
    fc.assert(
      fc.property(any, any, (left, right) => {
        const [a, b] = [place("a", left), place("b", right)];
        expect(compare(a, b)).toEqual(compare(b, a));
      }),
    );
  });
});

test("a name is wholly like itself and not at all like nothing", () => {
  expect([likeness("Putki Oy", "PUTKI"), likeness("Putki", ""), likeness("", "")]).toEqual([
    100, 0, 0,
  ]);
});

test("each pair is named once, the most certain first", () => {
  const all = [
    place("a"),
    place("b"),
    place("c", { businessId: "2345678-0", street: null }),
    place("d", { name: "Kahvila Leila", businessId: "7654321-2", street: "Rantatie 1" }),
  ];
  const pairs = findSimilar(all);
  expect(pairs[0]).toMatchObject({ leftId: "a", rightId: "b", sameBusinessId: true });
  expect(pairs).toHaveLength(3);
});
