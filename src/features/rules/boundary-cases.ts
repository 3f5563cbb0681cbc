import { days, type ExpectedCase, MONDAY, rows, SEVENTEEN } from "./expected-case.ts";

/** Each boundary from both sides: ages, hours, rest, zone and the two nights when the clock changes. */
const SIXTEEN_TODAY = "2010-11-23";
const SIXTEEN_TOMORROW = "2010-11-24";
const EIGHTEEN_TOMORROW = "2008-11-24";
const LEAP = "2008-02-29";
const SPRING = "2027-03-28";
const AUTUMN = "2026-10-25";

const saw = { tasks: ["circular-saw"], on: MONDAY } as const;

export const BOUNDARY_CASES: readonly ExpectedCase[] = [
  {
    what: "age: 16 tomorrow, circular saw",
    birth: SIXTEEN_TOMORROW,
    ...saw,
    expected: ["D8 forbidden"],
  },
  {
    what: "age: 16 today, circular saw",
    birth: SIXTEEN_TODAY,
    ...saw,
    expected: ["D9 needs-notice", "D7 information", "D11 information"],
  },
  {
    what: "age: 18 tomorrow, circular saw",
    birth: EIGHTEEN_TOMORROW,
    ...saw,
    expected: ["D9 needs-notice", "D7 information", "D11 information"],
  },
  { what: "age: 18 today, circular saw", birth: "2008-11-23", ...saw, expected: [] },
  {
    what: "age: born on 29 February, still 17 on 28 February",
    birth: LEAP,
    tasks: ["diving"],
    on: "2026-02-28",
    expected: ["D3 forbidden"],
  },
  {
    what: "age: born on 29 February, 18 on 1 March",
    birth: LEAP,
    tasks: ["diving"],
    on: "2026-03-01",
    expected: [],
  },
  {
    what: "age: 15 tomorrow, apprenticeship",
    birth: "2011-11-24",
    basis: "apprenticeship",
    on: MONDAY,
    expected: ["W7 forbidden"],
  },
  {
    what: "age: 15 today, apprenticeship",
    birth: "2011-11-23",
    basis: "apprenticeship",
    on: MONDAY,
    expected: [],
  },
  {
    what: "age: 13, turns 14 this year",
    birth: "2012-12-31",
    basis: "employment",
    on: MONDAY,
    expected: ["W5 information"],
  },
  {
    what: "age: 13, turns 14 next year",
    birth: "2013-01-01",
    basis: "employment",
    on: MONDAY,
    expected: ["W6 forbidden"],
  },
  {
    what: "hours: 9 h 00 min with a break",
    birth: SEVENTEEN,
    rows: rows(MONDAY, "07:00-12:00", "12:30-16:30"),
    expected: ["H6 information"],
  },
  {
    what: "hours: 9 h 01 min with a break",
    birth: SEVENTEEN,
    rows: rows(MONDAY, "07:00-12:00", "12:30-16:31"),
    expected: ["H9 limit", "H6 information"],
  },
  {
    what: "hours: one row of 8 h 30 min may hold a break",
    birth: SEVENTEEN,
    basis: "training-agreement",
    regular: 8,
    rows: rows(MONDAY, "09:00-17:30"),
    expected: ["R9 information"],
  },
  {
    what: "hours: one row of 8 h 31 min is over 8 h even with a break",
    birth: SEVENTEEN,
    basis: "training-agreement",
    regular: 8,
    rows: rows(MONDAY, "09:00-17:31"),
    expected: ["H2 limit", "R9 information"],
  },
  {
    what: "hours: regular day of 7 h 30 min",
    birth: SEVENTEEN,
    basis: "training-agreement",
    regular: 7.5,
    rows: rows(MONDAY, "08:00-12:00", "12:30-16:30"),
    expected: ["H2 limit"],
  },
  {
    what: "hours: an adult under training agreement, regular hours not known",
    birth: "2000-01-01",
    basis: "training-agreement",
    rows: rows(MONDAY, "08:00-12:00", "12:30-17:30"),
    expected: ["H2 information"],
  },
  {
    what: "week: 48 h 00 min",
    birth: SEVENTEEN,
    rows: days(MONDAY, 6, "07:00-11:00", "11:30-15:30"),
    expected: ["H6 information"],
  },
  {
    what: "week: 48 h 01 min",
    birth: SEVENTEEN,
    rows: [
      ...days(MONDAY, 5, "07:00-11:00", "11:30-15:30"),
      ...rows("2026-11-28", "07:00-11:00", "11:30-15:31"),
    ],
    expected: ["H9 limit", "H6 information"],
  },
  {
    what: "evening: until 22:01",
    birth: SEVENTEEN,
    rows: rows(MONDAY, "18:00-22:01"),
    expected: ["N1 limit"],
  },
  {
    what: "evening: two-shift work in employment ends at 22:00",
    birth: SEVENTEEN,
    basis: "employment",
    facts: ["two-shift"],
    rows: rows(MONDAY, "20:00-23:00"),
    expected: ["N1 limit"],
  },
  {
    what: "evening: two-shift work does not start before 06:00",
    birth: SEVENTEEN,
    basis: "apprenticeship",
    facts: ["two-shift"],
    rows: rows(MONDAY, "05:30-09:30"),
    expected: ["N2 limit"],
  },
  {
    what: "break: 29 minutes",
    birth: SEVENTEEN,
    rows: rows(MONDAY, "08:00-10:00", "10:29-13:00"),
    expected: ["R3 limit"],
  },
  {
    what: "break: 30 minutes",
    birth: SEVENTEEN,
    rows: rows(MONDAY, "08:00-10:00", "10:30-13:01"),
    expected: [],
  },
  {
    what: "break: one row of 4 h 31 min, no break on record",
    birth: SEVENTEEN,
    rows: rows(MONDAY, "08:00-12:31"),
    expected: ["R9 information"],
  },
  {
    what: "rest: morning and late evening of one day leave no 12 h",
    birth: SEVENTEEN,
    rows: rows(MONDAY, "06:00-08:00", "19:00-21:00"),
    expected: ["R1 limit"],
  },
  {
    what: "rest: at 14, 14 hours",
    birth: "2012-06-01",
    facts: ["pupil"],
    rows: [...rows(MONDAY, "16:00-18:00"), ...rows("2026-11-24", "08:00-09:00")],
    expected: ["W5 information"],
  },
  {
    what: "rest: at 14, 13 h 59 min",
    birth: "2012-06-01",
    facts: ["pupil"],
    rows: [...rows(MONDAY, "16:00-18:01"), ...rows("2026-11-24", "08:00-09:00")],
    expected: ["R2 limit", "W5 information"],
  },
  {
    what: "clock: spring night, 20:00 to 08:00 is 11 h of rest",
    birth: SEVENTEEN,
    rows: [...rows("2027-03-27", "16:00-20:00"), ...rows(SPRING, "08:00-12:00")],
    expected: ["R1 limit"],
  },
  {
    what: "clock: spring night, 20:00 to 09:00 is 12 h of rest",
    birth: SEVENTEEN,
    rows: [...rows("2027-03-27", "16:00-20:00"), ...rows(SPRING, "09:00-12:00")],
    expected: [],
  },
  {
    what: "clock: autumn night, 20:00 to 07:00 is 12 h of rest",
    birth: SEVENTEEN,
    rows: [...rows("2026-10-24", "16:00-20:00"), ...rows(AUTUMN, "07:00-11:00")],
    expected: [],
  },
  {
    what: "clock: autumn night, 23:00-08:00 is 10 h for the hours, whole night outside 6-22",
    birth: SEVENTEEN,
    rows: rows("2026-10-24", "23:00-08:00"),
    expected: ["H9 limit", "N1 limit", "H6 information", "R9 information"],
  },
  {
    what: "zone: 18 at Helsinki midnight; work from 00:00 of the birthday is an adult's",
    birth: EIGHTEEN_TOMORROW,
    rows: rows("2026-11-24", "00:00-08:00"),
    expected: [],
  },
  {
    what: "any age without a basis: a long adult day is not this pack's",
    birth: "2000-01-01",
    rows: rows(MONDAY, "09:00-17:30"),
    expected: [],
  },
];
