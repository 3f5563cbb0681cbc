import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

let complaints: MockInstance<typeof console.error> | undefined;

/** What is written to console.error is a fault nobody has looked at: it fails the test. */
beforeEach(() => {
  complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  const calls = complaints?.mock.calls ?? [];
  complaints?.mockRestore();
  expect(calls, "console.error was called").toEqual([]);
});
