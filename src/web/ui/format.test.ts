import { describe, expect, test } from "vitest";
import {
  addDays,
  clock,
  dayLong,
  dayNumber,
  dayRange,
  dayShort,
  days,
  daysBetween,
  daysShort,
  dayWord,
  dayYear,
  hours,
  inDays,
  localDay,
  moment,
  mondayOf,
  names,
  number,
  weekOf,
} from "./format.ts";

const DAY = "2026-11-23";

/** Spaces that do not break are spaces to the reader. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}

describe("days", () => {
  test.each([
    ["en", "23 November", "Mon 23 Nov", "Monday 23 November", "23 Nov 2026", "23 Nov"],
    ["fi", "23. marraskuuta", "ma 23.11.", "maanantai 23. marraskuuta", "23.11.2026", "23.11."],
    ["sv", "23 november", "mån 23 nov", "måndag 23 november", "23 nov 2026", "23 nov"],
  ] as const)("are written as people of %s write them", (language, ...expected) => {
    const written = [dayLong, dayShort, dayWord, dayYear, dayNumber].map((format) =>
      plain(format(DAY, language)),
    );
    expect(written).toEqual(expected);
  });

  test("of one month make a short range", () => {
    expect(plain(dayRange("2026-11-16", "2026-11-20", "en"))).toBe("16–20 November");
    expect(plain(dayRange("2026-11-16", "2026-11-20", "fi"))).toBe("16.–20.11.");
    expect(plain(dayRange("2026-11-16", "2026-11-20", "sv"))).toBe("16–20 november");
  });

  test("near today are told from today", () => {
    expect(inDays("2026-11-25", DAY, "en")).toBe("in 2 days");
    expect(inDays(DAY, DAY, "fi")).toBe("tänään");
    expect(plain(inDays("2026-10-12", DAY, "sv"))).toBe("för 42 dagar sedan");
  });

  test("are counted in words", () => {
    expect([1, 42].map((count) => days(count, "en"))).toEqual(["1 day", "42 days"]);
    expect([1, 42].map((count) => days(count, "fi"))).toEqual(["1 päivä", "42 päivää"]);
    expect([1, 42].map((count) => days(count, "sv"))).toEqual(["1 dag", "42 dagar"]);
    expect(plain(daysShort(42, "fi"))).toBe("42 pv");
  });
});

describe("clocks", () => {
  const friday = "2026-11-20T12:30:00Z";

  test("tell the time of the provider, in summer and winter", () => {
    expect(clock(friday, "en")).toBe("14:30");
    expect(clock(friday, "fi")).toBe("14.30");
    expect(clock("2026-08-20T12:30:00Z", "en")).toBe("15:30");
  });

  test("say the day with the hour", () => {
    const now = "2026-11-23T09:00:00Z";
    expect(plain(moment(friday, now, "en"))).toBe("Friday 14:30");
    expect(plain(moment(friday, now, "fi"))).toBe("perjantaina klo 14.30");
    expect(plain(moment(friday, now, "sv"))).toBe("fredag 14.30");
    expect(plain(moment(now, now, "en"))).toBe("today 11:00");
    expect(plain(moment("2026-11-02T09:00:00Z", now, "en"))).toBe("Mon 2 Nov 11:00");
  });

  test("know the day an instant falls on at the provider", () => {
    expect(localDay("2026-11-22T22:30:00Z")).toBe(DAY);
  });
});

test("hours are hours and minutes", () => {
  expect([450, 480, 45, 0].map((minutes) => plain(hours(minutes, "en")))).toEqual([
    "7 h 30",
    "8 h",
    "45 min",
    "0 h",
  ]);
  expect(plain(hours(425, "fi"))).toBe("7 h 05 min");
});

test("numbers are grouped by comma in English only", () => {
  expect(number(1888, "en")).toBe("1,888");
  expect(plain(number(11888, "fi"))).toBe("11 888");
});

test("names are listed as in speech", () => {
  expect(names(["Leila", "Sanna", "me"], "en")).toBe("Leila, Sanna and me");
  expect(names(["Leila", "Sanna", "minä"], "fi")).toBe("Leila, Sanna ja minä");
});

describe("weeks", () => {
  test.each([
    ["2026-11-23", 2026, 48],
    ["2026-12-31", 2026, 53],
    ["2027-01-03", 2026, 53],
    ["2027-01-04", 2027, 1],
    ["2024-12-30", 2025, 1],
  ])("%s is in the ISO week", (day, year, week) => {
    expect(weekOf(day)).toEqual({ year, week });
  });

  test("begin on Monday", () => {
    expect(mondayOf("2026-11-29")).toBe(DAY);
    expect(mondayOf(DAY)).toBe(DAY);
  });

  test("are not shifted by the end of summer time", () => {
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  });
});
