import { stat } from "node:fs/promises";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { findChromium } from "../tools/chromium.mjs";
import { around, benchToken, RUNNING, type TokenOf } from "./bench-id.ts";
import { OPEN_WEEKS } from "./traffic.ts";

export type Pages = {
  /** JavaScript of a page for somebody who has never been here, in bytes of gzip. */
  readonly firstLoad: readonly {
    readonly page: string;
    readonly bytes: number;
    readonly files: number;
  }[];
  /** Milliseconds on a slow phone: until the link can be opened, from the tap until "week OK" can be pressed. */
  readonly slowPhone: {
    readonly landing: number;
    readonly tapToWeek: number;
    readonly total: number;
  };
};

const DIST = new URL("../dist/", import.meta.url);
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: "fi-FI",
};
/** Slow 4G: 1.6 Mbit/s down, 0.75 up, 150 ms there and back; the processor is four times slower. */
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};
const SLOWER_PROCESSOR = 4;
const RUNS = 5;
const OPEN = "Avaa";
const WEEK_OK = "Viikko kunnossa";

/** First loads and the tutor's way on a slow phone; null with a note where there is no web client or no Chromium. */
export async function measurePages(
  address: string,
  note: (text: string) => void,
): Promise<Pages | null> {
  const executablePath = findChromium();
  const built = await stat(new URL("index.html", DIST)).catch(() => undefined);
  if (executablePath === undefined || built === undefined) {
    note("Pages are not measured: that needs dist/ and a Chromium.");
    return null;
  }
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const slowPhone = await onSlowPhone(browser, address);
    return { firstLoad: await firstLoads(browser, address), slowPhone };
  } finally {
    await browser.close();
  }
}

type Visit = { page: string; path: string; who: { word: TokenOf; number: number } | null };

function visits(): Visit[] {
  const number = RUNNING[1] ?? 0;
  const { placementId, teacher } = around(number);
  const [student, tutor] = [
    { word: "student", number } as const,
    { word: "tutor", number } as const,
  ];
  const staff = { word: "teacher", number: teacher } as const;
  return [
    { page: "tutor's link", path: `/l/${benchToken("link", number)}`, who: null },
    { page: "week, tutor", path: `/placements/${placementId}/weeks/${OPEN_WEEKS[0]}`, who: tutor },
    { page: "sign-in", path: "/sign-in", who: null },
    { page: "first page, student", path: "/", who: student },
    { page: "first page, teacher (board)", path: "/", who: staff },
    { page: "placement, teacher", path: `/placements/${placementId}`, who: staff },
  ];
}

async function firstLoads(browser: Browser, address: string): Promise<Pages["firstLoad"]> {
  const loads: Pages["firstLoad"][number][] = [];
  for (const { page: name, path, who } of visits()) {
    const files = new Set<string>();
    const page = await newcomer(browser, {}, who, address);
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith(".js")) files.add(pathname);
    });
    await page.goto(`${address}${path}`);
    await page.locator("h1").first().waitFor();
    await page.waitForTimeout(500);
    const sizes = [...files].map((file) => stat(new URL(`.${file}.gz`, DIST)));
    const bytes = (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0);
    loads.push({ page: name, bytes, files: files.size });
    await page.context().close();
  }
  return loads;
}

async function newcomer(
  browser: Browser,
  options: BrowserContextOptions,
  who: Visit["who"],
  address: string,
): Promise<Page> {
  const context = await browser.newContext({ ...options, reducedMotion: "reduce" });
  if (who !== null) {
    const value = benchToken(who.word, who.number);
    await context.addCookies([{ name: "kisalli_session", value, url: address }]);
  }
  return context.newPage();
}

/** The median of some runs, each by somebody who has never been here. */
async function onSlowPhone(browser: Browser, address: string): Promise<Pages["slowPhone"]> {
  const runs: Pages["slowPhone"][] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await newcomer(browser, PHONE, null, address);
    runs.push(await tutorsWay(page, `${address}/l/${benchToken("link", RUNNING[run + 200] ?? 0)}`));
    await page.context().close();
  }
  const sorted = runs.toSorted((left, right) => left.total - right.total);
  const median = sorted[Math.floor(RUNS / 2)];
  if (median === undefined) throw new Error("no runs");
  return median;
}

async function tutorsWay(page: Page, link: string): Promise<Pages["slowPhone"]> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Network.emulateNetworkConditions", SLOW);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_PROCESSOR });
  await page.addInitScript(watchButtons);
  await page.goto(link, { waitUntil: "commit" });
  await page.getByRole("button", { name: OPEN, exact: true }).click();
  await page.getByRole("button", { name: WEEK_OK }).waitFor();
  const [landing = 0, tapped = 0, week = 0] = await page.evaluate(
    (names) => names.map((name) => performance.getEntriesByName(name)[0]?.startTime),
    ["seen-open", "tapped", "seen-week"],
  );
  if (landing * tapped * week === 0) throw new Error("a mark of the tutor's way is missing");
  const [seen, tapToWeek] = [Math.round(landing), Math.round(week - tapped)];
  return { landing: seen, tapToWeek, total: seen + tapToWeek };
}

/** In the page, so that nothing between it and us is measured: when each button was there, and the tap. */
function watchButtons(): void {
  const once = (name: string) => {
    if (performance.getEntriesByName(name).length === 0) performance.mark(name);
  };
  const look = () => {
    for (const button of document.querySelectorAll("button:not([disabled])")) {
      const text = button.textContent.trim();
      if (text === "Avaa") once("seen-open");
      if (text.includes("Viikko kunnossa")) once("seen-week");
    }
  };
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  document.addEventListener("pointerdown", () => once("tapped"), true);
}
