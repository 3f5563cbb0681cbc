import { describe, expect, test } from "vitest";
import { listRegister, type PlaceFacts } from "./register-list.ts";

const TODAY = "2026-11-23";
const NOTHING: PlaceFacts = {
  id: "1",
  name: "Putki, Rantakatu",
  employerName: "Putki Oy",
  businessId: "2345678-0",
  municipality: "Imatra",
  fields: ["construction"],
  tutors: 0,
  papersUntil: null,
  contactedOn: null,
  outcome: null,
  decidedUntil: null,
  agreed: [],
  stays: [],
  byMunicipality: 1,
};
const agreed = (change: object = {}) => ({
  at: "1",
  field: "construction",
  from: "2026-11-01",
  until: "2026-12-31",
  places: 2,
  ...change,
});
const stay = { running: true, from: "2026-10-12", until: "2026-12-18" };

const list = (all: PlaceFacts[], filters: object = {}, covering: Set<string> | null = null) =>
  listRegister(all, { filters, today: TODAY, covering }, { offset: 0, limit: 50 });
const shown = (change: object, filters: object = {}) =>
  list([{ ...NOTHING, ...change }], filters).rows[0];

describe("room", () => {
  test.each<[string, object, object, { places: number; left: number }]>([
    ["nothing agreed", {}, {}, { places: 0, left: 0 }],
    ["all free", { agreed: [agreed()] }, {}, { places: 2, left: 2 }],
    ["one taken", { agreed: [agreed()], stays: [stay] }, {}, { places: 2, left: 1 }],
    [
      "more taken than agreed",
      { agreed: [agreed({ places: 1 })], stays: [stay, stay] },
      {},
      { places: 1, left: 0 },
    ],
    [
      "of a field: others' students take of all",
      { agreed: [agreed(), agreed({ field: "care", places: 1 })], stays: [stay, stay] },
      { field: "construction" },
      { places: 2, left: 1 },
    ],
    ["outside the period", { agreed: [agreed()] }, { from: "2027-01-01" }, { places: 0, left: 0 }],
    [
      "two agreed one after the other: the most of them",
      { agreed: [agreed(), agreed({ from: "2027-01-01", until: "2027-05-31", places: 3 })] },
      { from: TODAY, until: "2027-02-01" },
      { places: 3, left: 3 },
    ],
    [
      "at two that were merged: the sum",
      { agreed: [agreed(), agreed({ at: "2" })] },
      {},
      { places: 4, left: 4 },
    ],
    [
      "a stay that ended the day before",
      { agreed: [agreed()], stays: [stay] },
      { from: "2026-12-19" },
      { places: 2, left: 2 },
    ],
  ])("%s", (_name, change, filters, room) => {
    expect(shown(change, filters)).toMatchObject(room);
  });
});

describe("papers and decisions by the day", () => {
  test.each([
    [null, "none"],
    ["2026-11-22", "ended"],
    [TODAY, "valid"],
    ["infinity", "valid"],
  ] as const)("papers until %s are %s", (papersUntil, papers) => {
    expect(list([{ ...NOTHING, papersUntil }]).counts.papers).toEqual([
      { value: papers, count: 1 },
    ]);
  });

  test("papers without an end show no day", () => {
    expect(shown({ papersUntil: "infinity" })?.papersUntil).toBeNull();
  });

  test.each([
    [null, null, "none"],
    ["suitable", TODAY, "suitable"],
    ["suitable", "2026-11-22", "ended"],
    ["not_suitable", "2027-01-01", "not_suitable"],
  ] as const)("%s until %s stands as %s", (outcome, decidedUntil, standing) => {
    expect(shown({ outcome, decidedUntil })?.standing).toBe(standing);
  });
});

describe("filters", () => {
  const all = [
    { ...NOTHING, id: "1", contactedOn: "2026-11-20" },
    {
      ...NOTHING,
      id: "2",
      municipality: "Kotka",
      fields: ["care", "kitchen"],
      contactedOn: "2026-10-23",
    },
    { ...NOTHING, id: "3", name: "Äijälän keittiö", fields: [] },
  ];
  const ids = (filters: object, covering: Set<string> | null = null) =>
    list(all, filters, covering).rows.map(({ id }) => id);

  test.each([
    [{}, ["1", "2", "3"]],
    [{ find: "ÄIJÄLÄN" }, ["3"]],
    [{ find: "%" }, []],
    [{ find: "2345678-0" }, ["1", "2", "3"]],
    [{ field: "care" }, ["2"]],
    [{ place: "kotka" }, ["2"]],
    [{ contacted: 30 }, ["1"]],
    [{ contacted: -30 }, ["2", "3"]],
    [{ contacted: 31 }, ["1", "2"]],
    [{ sort: "contacted" }, ["3", "2", "1"]],
  ])("%j shows %j", (filters, expected) => {
    expect(ids(filters)).toEqual(expected);
  });

  test("a requirement shows where it is covered", () => {
    expect(ids({ requirement: "r" }, new Set(["2", "9"]))).toEqual(["2"]);
  });

  test("each filter is counted as if it alone were changed", () => {
    const { counts, total } = list(all, { field: "care", place: "Kotka" });
    expect(total).toBe(1);
    expect(counts.field).toEqual([
      { value: "care", count: 1 },
      { value: "kitchen", count: 1 },
    ]);
    expect(counts.place).toEqual([{ value: "Kotka", count: 1 }]);
    expect([counts.contacted, counts.notContacted]).toEqual([0, 1]);
  });
});
