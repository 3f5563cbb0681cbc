import { expect, test } from "vitest";
import { minutesFromText } from "./hours-text.ts";

test.each([
  ["7 h 30", 450],
  ["7 h 30 min", 450],
  ["7\u00a0h\u00a030\u00a0min", 450],
  ["7h30", 450],
  ["7:30", 450],
  ["7.30", 450],
  ["7,5", 450],
  ["7.5", 450],
  ["7.25", 435],
  ["7,25", 435],
  ["7.45", 465],
  ["8", 480],
  ["8 h", 480],
  ["8 tim", 480],
  ["45 min", 45],
  ["0", 0],
  ["24", 1440],
])("%s is read as %d minutes", (text, minutes) => {
  expect(minutesFromText(text)).toBe(minutes);
});

test.each(["", "   ", "all day", "7:75", "25", "7 h 30 min 5", "-3", "450"])(
  "%j is not read as hours",
  (text) => {
    expect(minutesFromText(text)).toBeUndefined();
  },
);
