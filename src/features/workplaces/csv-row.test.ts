import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBusinessId, suggestBusinessId } from "./business-id.ts";
import { type Present, planImport, workplaceKey } from "./csv-plan.ts";
import { columnOf, judgeRow, missingColumns, type Values, withoutGuard } from "./csv-row.ts";

const FIELDS = new Map([
  ["electrical", "electrical"],
  ["sähköala", "electrical"],
  ["kitchen", "kitchen"],
]);
const GOOD: Values = { name: "Putki, halli", businessId: "1234567-1", municipality: "Imatra" };

const judge = (change: Values) => judgeRow(14, { ...GOOD, ...change }, FIELDS);

test.each([
  ["Y-tunnus", "businessId"],
  ["FO-nummer", "businessId"],
  ["Työpaikka", "name"],
  ["yritys", "employerName"],
  ["E-post", "email"],
  ["Postinumero ", "postalCode"],
  ["huom", null],
])("the heading %s is %s", (heading, column) => {
  expect(columnOf(heading)).toBe(column);
});

test("name, Business ID and municipality are needed; an employer's name will do for the name", () => {
  expect(missingColumns(["email", null])).toEqual(["name", "businessId", "municipality"]);
  expect(missingColumns(["employerName", "businessId", "municipality"])).toEqual([]);
});

describe("a wrong value is named with its remedy", () => {
  test.each([
    [{ businessId: "1234567-0" }, "businessId", "check_digit", "1234567-1"],
    [{ businessId: "l234567-1" }, "businessId", "business_id_form", "1234567-1"],
    [{ businessId: "12345671" }, "businessId", "business_id_form", "1234567-1"],
    [{ businessId: "ei ole" }, "businessId", "business_id_form", null],
    [{ businessId: "" }, "businessId", "empty", null],
    [{ name: "" }, "name", "empty", null],
    [{ name: "=HYPERLINK(1)" }, "name", "formula", null],
    [{ name: "n".repeat(121) }, "name", "too_long", null],
    [{ municipality: "Im\uFFFDtra" }, "municipality", "characters", null],
    [{ postalCode: "100" }, "postalCode", "postal_code_form", "00100"],
    [{ phone: "O40 123 4567" }, "phone", "phone_form", "040 123 4567"],
    [{ email: "info@" }, "email", "email_form", ""],
    [{ languages: "suomi, klingon" }, "languages", "unknown_language", null],
    [{ fields: "sähköala, taikuus" }, "fields", "unknown_field", null],
  ])("%j", (change, column, fault, suggestion) => {
    const { workplace, faults } = judge(change);
    expect(workplace).toBeNull();
    expect(faults).toEqual([expect.objectContaining({ row: 14, column, fault, suggestion })]);
  });
});

test("a suggested Business ID is always right", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const suggestion = suggestBusinessId(text);
      expect(suggestion === null || isBusinessId(suggestion)).toBe(true);
    }),
  );
});

test("fields are read by code and by name", () => {
  expect(judge({ fields: "Sähköala, kitchen" }).workplace?.fields).toEqual([
    "electrical",
    "kitchen",
  ]);
});

test("languages of guidance are read by code and by name", () => {
  expect(columnOf("Ohjauskielet")).toBe("languages");
  expect(judge({ languages: "Ruotsi, fi" }).workplace?.languages).toEqual(["fi", "sv"]);
});

test("what the export guards from running is read back as it was", () => {
  expect([withoutGuard("'+358 40"), withoutGuard("'s bar")]).toEqual(["+358 40", "'s bar"]);
});

describe("the plan", () => {
  const row = judge({ phone: "040 123 4567" }).workplace;
  if (row === null) throw new Error("the row is right");
  const present: Present = { ...row, id: "a", employerName: "Putki" };

  test("the same file changes nothing, and an empty cell takes nothing away", () => {
    const bare = { ...row, phone: null };
    expect(planImport([row], [present])).toMatchObject({ unchanged: 1, added: [], changed: [] });
    expect(planImport([bare], [present])).toMatchObject({ unchanged: 1, changed: [] });
  });

  test("says which columns change", () => {
    const plan = planImport([{ ...row, phone: "050 1234567", fields: ["kitchen"] }], [present]);
    expect(plan.changed).toMatchObject([{ id: "a", columns: ["phone", "fields"] }]);
  });

  test("a workplace twice in one file stays out the second time", () => {
    const again = { ...row, row: 15, name: "PUTKI,  halli" };
    const plan = planImport([row, again], []);
    expect(plan.added).toHaveLength(1);
    expect(plan.repeated).toMatchObject([{ row: 15, fault: "repeated" }]);
    expect(workplaceKey(again)).toBe(workplaceKey(row));
  });
});
