/** npm test: everything, from a bare clone; ends with one line that sums it up. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureWeb } from "./build-web.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensurePackages } from "./packages.mjs";
import { root } from "./place.mjs";
import { startNode } from "./runtime.mjs";
import { say } from "./voice.mjs";

await ensurePackages();
const chromium = await ensureChromium();
await ensureWeb();

const reports = mkdtempSync(join(tmpdir(), "kisalli-test-"));
try {
  const counts = [await runVitest(), await runJourneys()];
  const sum = (what) => counts.reduce((total, count) => total + count[what], 0);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
} finally {
  rmSync(reports, { recursive: true, force: true });
}

async function runVitest() {
  say("\nRules, server and processes (Vitest)");
  const report = join(reports, "vitest.json");
  const code = await run("node_modules/vitest/vitest.mjs", [
    ...["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ]);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readReport(report);
  return counted(code, {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  });
}

async function runJourneys() {
  say("\nJourneys in the browser (Playwright)");
  const report = join(reports, "playwright.json");
  const code = await run("node_modules/@playwright/test/cli.js", ["test", "--reporter=line,json"], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const { stats = {} } = readReport(report);
  const passed = (stats.expected ?? 0) + (stats.flaky ?? 0);
  return counted(code, { passed, failed: stats.unexpected, skipped: stats.skipped });
}

function run(script, words, environment = {}) {
  const env = { ...process.env, ...environment };
  return startNode([script, ...words], { cwd: root, env }).ended;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

/** A run can fail without a failed test: a file that does not load, a promise nobody waited for. */
function counted(code, { passed = 0, failed = 0, skipped = 0 }) {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped };
}
