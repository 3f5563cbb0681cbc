import { describe, expect, it } from "vitest";
import { clockFromText } from "./clock-text.ts";

describe("a time of day as people type it", () => {
  it.each([
    ["7", "07:00"],
    ["7:30", "07:30"],
    ["7.30", "07:30"],
    ["730", "07:30"],
    ["0730", "07:30"],
    ["klo 13.30", "13:30"],
    ["kl. 13.30", "13:30"],
    [" 23:59 ", "23:59"],
    ["24:00", undefined],
    ["7:60", undefined],
    ["7:3", undefined],
    ["half past", undefined],
    ["", undefined],
  ])("%j is %s", (text, clock) => {
    expect(clockFromText(text)).toBe(clock);
  });
});
