import { defineConfig } from "@playwright/test";
import { findChromium } from "./tools/chromium.mjs";

/** Each visitor of a journey brings a device of their own: tests/support/visitor.ts. */
export default defineConfig({
  testDir: "tests/journeys",
  testMatch: "**/*.journey.ts",
  outputDir: "test-results",
  globalSetup: "./tests/support/app-setup.ts",
  workers: 2,
  fullyParallel: true,
  // A browser on a busy machine may stop painting; the report names the journey that needed its second time.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // The pages' walk through three languages changes its people's own language: it comes after their days.
  projects: [
    { name: "days", testIgnore: "**/languages.journey.ts" },
    { name: "languages", testMatch: "**/languages.journey.ts", dependencies: ["days"] },
  ],
  use: {
    // Set by the global setup, which starts the server at a free port.
    ...(process.env.KISALLI_URL === undefined ? {} : { baseURL: process.env.KISALLI_URL }),
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: "fi-FI",
    timezoneId: "Europe/Helsinki",
    screenshot: "only-on-failure",
    launchOptions: {
      ...executable(findChromium()),
      // The first for root, the second for containers, whose /dev/shm is small.
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
});

function executable(path: string | undefined): { executablePath?: string } {
  return path === undefined ? {} : { executablePath: path };
}
