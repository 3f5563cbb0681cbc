import { defineConfig } from "@playwright/test";
import { findChromium } from "./tools/chromium.mjs";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const desktop = { viewport: { width: 1280, height: 800 } };

/** A journey runs on both; tagged @phone or @desktop, only there. */
export default defineConfig({
  testDir: "tests/journeys",
  testMatch: "**/*.journey.ts",
  outputDir: "test-results",
  globalSetup: "./tests/support/app-setup.ts",
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    // Set by the global setup, which starts the server at a free port.
    ...(process.env.KISALLI_URL === undefined ? {} : { baseURL: process.env.KISALLI_URL }),
    locale: "fi-FI",
    timezoneId: "Europe/Helsinki",
    trace: "retain-on-failure",
    launchOptions: {
      ...executable(findChromium()),
      // The first for root, the second for containers, whose /dev/shm is small.
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
  projects: [
    { name: "desktop", use: desktop, grepInvert: /@phone/ },
    { name: "phone", use: phone, grepInvert: /@desktop/ },
  ],
});

function executable(path: string | undefined): { executablePath?: string } {
  return path === undefined ? {} : { executablePath: path };
}
