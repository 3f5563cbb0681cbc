import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBusinessId } from "./business-id.ts";

describe("a Business ID", () => {
  test.each(["0737546-2", "1234567-1"])("%s has the right check digit", (text) => {
    expect(isBusinessId(text)).toBe(true);
  });

  test.each(["1234567-0", "123456-7", "12345678-1", "1234567-X", "", "1234567 1"])(
    "%s is refused",
    (text) => {
      expect(isBusinessId(text)).toBe(false);
    },
  );

  test("at most one check digit fits seven digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (number) => {
        const stem = String(number).padStart(7, "0");
        const fitting = Array.from({ length: 10 }, (_, check) => `${stem}-${check}`).filter(
          isBusinessId,
        );
        expect(fitting.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
