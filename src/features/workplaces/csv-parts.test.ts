import { describe, expect, test } from "vitest";
import { dayOf, paperKind } from "./csv-parts.ts";
import { type Present, planImport } from "./csv-plan.ts";
import { columnOf, judgeRow, type Values } from "./csv-row.ts";

const FIELDS = new Map([
  ["electrical", "electrical"],
  ["sähköala", "electrical"],
  ["kitchen", "kitchen"],
]);
const GOOD: Values = {
  name: "Putki, halli",
  businessId: "1234567-1",
  municipality: "Imatra",
  fields: "sähköala",
};
const SPRING: Values = { places: "2", capacityFrom: "1.1.2027", capacityUntil: "31.5.2027" };
const AGREED = { field: "electrical", from: "2027-01-01", until: "2027-05-31", places: 2 };

const judge = (change: Values, row = 14) => judgeRow(row, { ...GOOD, ...change }, FIELDS);
const right = (change: Values, row = 14) => {
  const { workplace } = judge(change, row);
  if (workplace === null) throw new Error("the row is right");
  return workplace;
};

test.each([
  ["Sovitut paikat", "places"],
  ["Paikkojen ala", "capacityField"],
  ["Paikat alkaen", "capacityFrom"],
  ["Platser till", "capacityUntil"],
  ["Document", "paperKind"],
  ["Asiakirja asti", "paperUntil"],
  ["Asiakirjat voimassa", null],
  ["Paikkoja nyt", null],
])("the heading %s is %s", (heading, column) => {
  expect(columnOf(heading)).toBe(column);
});

test.each([
  ["2027-05-31", "2027-05-31"],
  ["31.5.2027", "2027-05-31"],
  ["31. 5. 2027", "2027-05-31"],
  ["31.2.2027", null],
  ["5/31/2027", null],
  ["keväällä", null],
])("the day %s is %s", (value, day) => {
  expect(dayOf(value)).toBe(day);
});

test.each([
  ["insurance", "insurance"],
  ["Riskien arviointi", "risk_assessment"],
  ["tillstånd", "permit"],
  ["passi", null],
])("the paper %s is %s", (word, kind) => {
  expect(paperKind(word)).toBe(kind);
});

test("places are of the row's only field unless another is named", () => {
  expect(right(SPRING).capacity).toEqual([AGREED]);
  expect(right({ ...SPRING, capacityField: "kitchen" }).capacity[0]?.field).toBe("kitchen");
});

describe("a wrong value is named with its remedy", () => {
  test.each<[Values, string, string, string | null]>([
    [{ ...SPRING, places: "kaksi" }, "places", "places_form", null],
    [{ ...SPRING, places: "2 kpl" }, "places", "places_form", "2"],
    [{ ...SPRING, places: "0" }, "places", "places_form", null],
    [{ ...SPRING, capacityUntil: "31.2.2027" }, "capacityUntil", "day_form", "2027-02-28"],
    [{ ...SPRING, capacityUntil: "" }, "capacityUntil", "empty", null],
    [{ ...SPRING, places: "" }, "places", "empty", null],
    [{ ...SPRING, fields: "" }, "capacityField", "empty", null],
    [{ ...SPRING, capacityField: "taikuus" }, "capacityField", "unknown_field", null],
    [{ ...SPRING, capacityUntil: "31.12.2026" }, "capacityUntil", "ends_before_start", null],
    [{ ...SPRING, capacityUntil: "1.6.2031" }, "capacityUntil", "capacity_too_long", "2030-01-01"],
    [{ paperKind: "passi" }, "paperKind", "unknown_paper", null],
    [{ paperUntil: "31.5.2027" }, "paperKind", "empty", null],
  ])("%j", (change, column, fault, suggestion) => {
    const { workplace, faults } = judge(change);
    expect(workplace).toBeNull();
    expect(faults).toEqual([expect.objectContaining({ row: 14, column, fault, suggestion })]);
  });
});

describe("the plan", () => {
  const first = right({ ...SPRING, paperKind: "vakuutus", paperUntil: "30.6.2027" });
  const present: Present = { ...first, id: "a", employerName: "Putki" };

  test("a workplace may stand in several rows with other places and papers", () => {
    const autumn = right({ ...SPRING, capacityFrom: "1.8.2027", capacityUntil: "31.12.2027" }, 15);
    const permit = right({ paperKind: "lupa" }, 16);
    const { added, repeated } = planImport([first, autumn, permit], []);
    expect(repeated).toEqual([]);
    expect(added).toHaveLength(1);
    expect(added[0]?.capacity.map(({ from }) => from)).toEqual(["2027-01-01", "2027-08-01"]);
    expect(added[0]?.papers.map(({ kind }) => kind)).toEqual(["insurance", "permit"]);
  });

  test("what is there already changes nothing", () => {
    expect(planImport([first], [present])).toMatchObject({ unchanged: 1, changed: [] });
  });

  test("another number of the same period changes it, other days over it are named", () => {
    const more = right({ ...SPRING, places: "3" });
    expect(planImport([more], [present]).changed).toMatchObject([{ columns: ["places"] }]);
    const over = right({ ...SPRING, capacityFrom: "1.5.2027", capacityUntil: "31.12.2027" });
    expect(planImport([over], [present]).repeated).toMatchObject([
      { row: 14, column: "capacityFrom", fault: "capacity_overlaps" },
    ]);
  });

  test("two rows of one file with different numbers for the same days contradict each other", () => {
    const other = right({ ...SPRING, places: "3" }, 15);
    expect(planImport([first, other], []).repeated).toMatchObject([
      { row: 15, fault: "capacity_overlaps" },
    ]);
  });
});
