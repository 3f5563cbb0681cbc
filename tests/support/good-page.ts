import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";

export type Language = "fi" | "sv" | "en";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** A message without its text shows its key: "board_title". */
const KEY = /\b[a-z]+(?:_[a-z0-9]+)+\b/;

const expectSoftly = expect.configure({ soft: true });

/** The page has come: its heading stands, nothing on it is still waited for. */
export async function arrived(page: Page): Promise<void> {
  await expect(page.locator("main h1")).toBeVisible();
  await expect(page.locator(".skeleton, .bar-to-come")).toHaveCount(0);
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await arrived(page);
}

/** Chooses a radio or ticks a checkbox by its words, as a finger does. */
export async function tick(box: Locator): Promise<void> {
  if (!(await box.isChecked())) await box.locator("xpath=ancestor::label").click();
  await expect(box).toBeChecked();
}

/** No accessibility fault that a machine can find (WCAG 2.2 AA). */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
  );
  expect.soft(found, `axe: ${where}`).toEqual([]);
}

/** One h1, which is the title; the language that was asked for; every message has its text. */
export async function expectTold(page: Page, language: Language, where: string): Promise<void> {
  expect.soft(await page.locator("h1").count(), `one h1: ${where}`).toBe(1);
  // A page that has just changed its width may still change its heading.
  await expect(async () => {
    const heading = (await page.locator("h1").textContent()) ?? "";
    expect(await page.title(), where).toBe(`${heading} – Kisälli`);
  }).toPass({ timeout: 15_000 });
  await expect.soft(page.locator("html"), where).toHaveAttribute("lang", language);
  await expect.soft(page.locator("#root"), where).not.toContainText(KEY);
}

/** Nothing is wider than the screen, once a page that has just changed its width stands; names what sticks out. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  await expectSoftly
    .poll(() => page.evaluate(sticksOut), { message: `sideways scroll: ${where}` })
    .toEqual([]);
}

function sticksOut(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.querySelectorAll("body *")].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  );
  return out.slice(0, 5).map((one) => `${one.tagName}.${one.getAttribute("class") ?? ""}`);
}

/** Chooses a language by the switch that every page has, as a reader would; staff's small bar has it in the menu. */
export async function speak(page: Page, language: Language): Promise<void> {
  const menu = page.locator(".pbar button[aria-expanded]:visible");
  const isInMenu = (await menu.count()) > 0;
  if (isInMenu) await menu.click();
  const button = page.getByRole("button", { name: new RegExp(`^${language.toUpperCase()},`) });
  await button.filter({ visible: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  if (isInMenu) await menu.click();
}
