import { days, type ExpectedCase, MONDAY, rows, SEVENTEEN } from "./expected-case.ts";
import type { WorkRow } from "./worked-time.ts";

const theory = (date: string, time: string): WorkRow[] =>
  rows(date, time).map((row) => ({ ...row, theory: true }));

const NINE_HOURS = rows(MONDAY, "07:00-11:30", "12:00-16:30");
const EIGHT_AND_A_HALF = ["07:00-11:30", "12:00-16:00"];
const EIGHT = ["07:00-11:00", "11:30-15:30"];

/** Overtime of half an hour on five days of each of 32 weeks is 80 hours. */
function yearOfOvertime(extra: readonly WorkRow[]): WorkRow[] {
  const first = Temporal.PlainDate.from("2026-01-05");
  const weeks = Array.from({ length: 32 }, (_, index) => first.add({ days: 7 * index }).toString());
  return [...weeks.flatMap((monday) => days(monday, 5, ...EIGHT_AND_A_HALF)), ...extra];
}

const weekAround = (thursdayStart: string): WorkRow[] => [
  ...rows(MONDAY, "10:00-18:00"),
  ...rows("2026-11-24", "10:00-14:00", "14:30-18:00"),
  ...rows("2026-11-26", `${thursdayStart}-12:00`),
  ...days("2026-11-27", 3, "10:00-14:00"),
];

export const HOURS_CASES: readonly ExpectedCase[] = [
  {
    what: "1: 08-16, regular 8 h",
    birth: SEVENTEEN,
    basis: "training-agreement",
    regular: 8,
    rows: rows(MONDAY, "08:00-16:00"),
    expected: ["R9 information"],
  },
  {
    what: "2: 9 h in employment",
    birth: SEVENTEEN,
    basis: "employment",
    rows: NINE_HOURS,
    expected: ["H6 information"],
  },
  {
    what: "3: the same in a training agreement, regular 8 h",
    birth: SEVENTEEN,
    basis: "training-agreement",
    regular: 8,
    rows: NINE_HOURS,
    expected: ["H2 limit"],
  },
  {
    what: "4: the same as an apprentice",
    birth: SEVENTEEN,
    basis: "apprenticeship",
    rows: NINE_HOURS,
    expected: ["H3 limit"],
  },
  {
    what: "5: 9 h 15 min, any basis",
    birth: SEVENTEEN,
    rows: rows(MONDAY, "07:00-11:30", "12:00-16:45"),
    expected: ["H9 limit", "H6 information"],
  },
  {
    what: "6: apprentice, theory 3 h and work 5 h",
    birth: SEVENTEEN,
    basis: "apprenticeship",
    rows: [...theory(MONDAY, "08:00-11:00"), ...rows(MONDAY, "12:00-14:30", "15:00-17:30")],
    expected: [],
  },
  {
    what: "7: apprentice, theory 3 h and work 5 h 15 min",
    birth: SEVENTEEN,
    basis: "apprenticeship",
    rows: [...theory(MONDAY, "08:00-11:00"), ...rows(MONDAY, "12:00-14:30", "15:00-17:45")],
    expected: ["H3 limit"],
  },
  {
    what: "8: six days of 8 h 30 min",
    birth: SEVENTEEN,
    rows: days(MONDAY, 6, ...EIGHT_AND_A_HALF),
    expected: ["H9 limit", "H6 information"],
  },
  {
    what: "9: six days of 8 h in employment",
    birth: SEVENTEEN,
    basis: "employment",
    rows: days(MONDAY, 6, ...EIGHT),
    expected: ["H6 information"],
  },
  {
    what: "10: 80 h of overtime in a year",
    birth: SEVENTEEN,
    basis: "employment",
    rows: yearOfOvertime([]),
    expected: ["H6 information"],
  },
  {
    what: "10: 80 h 30 min of overtime in a year",
    birth: SEVENTEEN,
    basis: "employment",
    rows: yearOfOvertime(rows("2026-11-23", ...EIGHT_AND_A_HALF)),
    expected: ["H6 limit", "H6 information"],
  },
  { what: "11: ends 22:00", birth: SEVENTEEN, rows: rows(MONDAY, "18:00-22:00"), expected: [] },
  {
    what: "12: ends 22:30, no two-shift work marked",
    birth: SEVENTEEN,
    basis: "training-agreement",
    rows: rows(MONDAY, "18:30-22:30"),
    expected: ["N1 limit"],
  },
  {
    what: "13: ends 24:00, two-shift work marked",
    birth: SEVENTEEN,
    basis: "training-agreement",
    facts: ["two-shift"],
    rows: rows(MONDAY, "20:00-24:00"),
    expected: ["N2 information"],
  },
  {
    what: "14: ends 00:30, two-shift work marked",
    birth: SEVENTEEN,
    basis: "training-agreement",
    facts: ["two-shift"],
    rows: rows(MONDAY, "20:30-00:30"),
    expected: ["N2 limit"],
  },
  {
    what: "15: starts 05:59",
    birth: SEVENTEEN,
    rows: rows(MONDAY, "05:59-10:00"),
    expected: ["N1 limit"],
  },
  { what: "15: starts 06:00", birth: SEVENTEEN, rows: rows(MONDAY, "06:00-10:00"), expected: [] },
  {
    what: "16: ends 20:00, starts 08:00",
    birth: SEVENTEEN,
    rows: [...rows(MONDAY, "16:00-20:00"), ...rows("2026-11-24", "08:00-12:00")],
    expected: [],
  },
  {
    what: "16: ends 20:00, starts 07:59",
    birth: SEVENTEEN,
    rows: [...rows(MONDAY, "16:00-20:00"), ...rows("2026-11-24", "07:59-12:00")],
    expected: ["R1 limit"],
  },
  {
    what: "17: 08-12 and 15-18:30, next 08:00",
    birth: SEVENTEEN,
    rows: [...rows(MONDAY, "08:00-12:00", "15:00-18:30"), ...rows("2026-11-24", "08:00-12:00")],
    expected: [],
  },
  { what: "18: 08-12:30", birth: SEVENTEEN, rows: rows(MONDAY, "08:00-12:30"), expected: [] },
  {
    what: "19: 08-12 and 12:20-16:20",
    birth: SEVENTEEN,
    rows: rows(MONDAY, "08:00-12:00", "12:20-16:20"),
    expected: ["R3 limit"],
  },
  {
    what: "20: free from Tuesday 18:00 to Thursday 08:00",
    birth: SEVENTEEN,
    rows: weekAround("08:00"),
    expected: ["R9 information"],
  },
  {
    what: "21: free from Tuesday 18:00 to Thursday 07:45",
    birth: SEVENTEEN,
    rows: weekAround("07:45"),
    expected: ["R4 limit", "R9 information"],
  },
  {
    what: "22: 18 today, 10 h, apprentice",
    birth: "2008-11-23",
    basis: "apprenticeship",
    rows: rows(MONDAY, "08:00-18:00"),
    expected: [],
  },
  {
    what: "23: 18 tomorrow, 10 h",
    birth: "2008-11-24",
    rows: rows(MONDAY, "08:00-18:00"),
    expected: ["H9 limit", "H6 information", "R9 information"],
  },
  {
    what: "24: 22:00-05:00, 18 at midnight",
    birth: "2008-11-24",
    rows: rows(MONDAY, "22:00-05:00"),
    expected: ["N1 limit"],
  },
  {
    what: "25: 18 today, 10 h in a training agreement, regular 8 h",
    birth: "2008-11-23",
    basis: "training-agreement",
    regular: 8,
    rows: rows(MONDAY, "08:00-18:00"),
    expected: ["H2 limit"],
  },
  {
    what: "38: pupil, school day, 2 h",
    birth: "2011-12-15",
    facts: ["pupil", "school-day"],
    rows: rows(MONDAY, "15:00-17:00"),
    expected: ["W5 information"],
  },
  {
    what: "38: pupil, school day, 2 h 15 min",
    birth: "2011-12-15",
    facts: ["pupil", "school-day"],
    rows: rows(MONDAY, "15:00-17:15"),
    expected: ["H4 limit", "W5 information"],
  },
  {
    what: "39: pupil of 14 on holiday, 18:00-20:15",
    birth: "2012-06-01",
    facts: ["pupil"],
    rows: rows(MONDAY, "18:00-20:15"),
    expected: ["N4 limit", "W5 information"],
  },
];
