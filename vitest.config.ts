import { defineConfig } from "vitest/config";

const MINUTE = 60_000;
/** Files of one worker share the modules they import: reading them anew for each was a third of the time. */
const SHARED = { isolate: false } as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    // A process that was killed may hold its files a moment longer than its test.
    retry: process.env.CI === undefined ? 0 : 1,
    setupFiles: ["tests/support/console-errors.ts"],
    projects: [
      {
        test: {
          ...SHARED,
          name: "pure",
          include: ["{src,demo,tools}/**/*.test.ts", "src/**/*.test.tsx"],
          exclude: ["**/*.http.test.ts"],
        },
      },
      {
        test: {
          ...SHARED,
          name: "server",
          include: ["src/**/*.http.test.ts", "tests/contract/**/*.test.ts"],
          globalSetup: ["tests/support/database-setup.ts"],
          testTimeout: MINUTE / 2,
          hookTimeout: MINUTE,
        },
      },
      {
        // Real processes that are started, stopped and killed; they bring their own databases.
        test: {
          ...SHARED,
          name: "process",
          include: ["tests/process/**/*.test.ts"],
          testTimeout: 4 * MINUTE,
          hookTimeout: MINUTE,
        },
      },
    ],
  },
});
