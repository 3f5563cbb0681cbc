import { expect, test } from "vitest";
import { clockSetTo, systemClock } from "./clock.ts";

test("what the clock says is what PostgreSQL gives back: no nanoseconds", () => {
  const clocks = [systemClock, clockSetTo(Temporal.Instant.from("2026-11-23T08:00:00.123456789Z"))];
  for (const clock of clocks) {
    for (let time = 0; time < 200; time += 1)
      expect(clock.now().epochNanoseconds % 1_000n).toBe(0n);
  }
});
