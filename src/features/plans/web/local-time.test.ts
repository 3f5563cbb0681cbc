import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockAt, instantAt } from "./local-time.ts";

const HELSINKI = "Europe/Helsinki";

describe("a clock time of a day in Helsinki", () => {
  it.each([
    ["2026-12-02", "13:30", "2026-12-02T11:30:00Z"],
    ["2026-07-01", "09:00", "2026-07-01T06:00:00Z"],
    // The clocks go from 3:00 to 4:00 on this night, and from 4:00 back to 3:00 on that one.
    ["2027-03-28", "02:30", "2027-03-28T00:30:00Z"],
    ["2027-03-28", "04:30", "2027-03-28T01:30:00Z"],
    ["2026-10-25", "12:00", "2026-10-25T10:00:00Z"],
  ])("%s %s is %s", (day, clock, instant) => {
    expect(instantAt(day, clock, HELSINKI)).toBe(instant);
  });

  it("comes back as it was written, at any working hour of any day", () => {
    const day = fc
      .integer({ min: 0, max: 3_000 })
      .map((days) => Temporal.PlainDate.from("2026-01-01").add({ days }).toString());
    const clock = fc
      .integer({ min: 5 * 60, max: 23 * 60 + 59 })
      .map((minutes) => Temporal.PlainTime.from("00:00").add({ minutes }).toString().slice(0, 5));
    fc.assert(
      fc.property(day, clock, (on, time) => {
        const instant = instantAt(on, time, HELSINKI);
        expect(clockAt(instant, HELSINKI)).toBe(time);
        const wanted = Temporal.PlainDate.from(on).toZonedDateTime({
          timeZone: HELSINKI,
          plainTime: time,
        });
        expect(instant).toBe(wanted.toInstant().toString());
      }),
    );
  });
});
