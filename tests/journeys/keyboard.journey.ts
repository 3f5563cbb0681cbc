import type { Page } from "@playwright/test";
import { homeOf } from "#tests/support/demo-places.ts";
import { arrived, expectNoSidewaysScroll, open } from "#tests/support/good-page.ts";
import { desktop, expect, phone, test } from "#tests/support/visitor.ts";

const MOST_STEPS = 60;

test("the board by keyboard alone: a row opens its panel, Esc closes it, focus comes back", async ({
  visitor,
}) => {
  const { page } = await visitor("Sanna Heikkilä", desktop);
  await open(page, "/today");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", "#main");
  await page.keyboard.press("Enter");
  await tabTo(page, "[data-board-opener]");
  await page.keyboard.press("ArrowDown");
  const opener = page.locator("[data-board-opener]").nth(1);
  await expect(opener).toBeFocused();
  await page.keyboard.press("Enter");
  const name = (await opener.textContent()) ?? "";
  const panel = page.getByRole("dialog", { name });
  await expect(panel).toBeVisible();
  await expect(panel.getByRole("heading", { name })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();
});

test("the week by keyboard alone: every stop is seen, and none lies under the answer", async ({
  visitor,
}) => {
  const leila = await visitor("Leila Karjalainen", phone);
  const { page } = leila;
  const { students } = await leila.read<Home>("/api/tutor/home");
  const [first] = students;
  const week = first?.ribbon.findLast(({ state }) => state === "confirmed")?.week;
  await open(page, `/placements/${first?.placementId}/weeks/${week}`);
  await seenAtEachStop(page);
  const eetu = await visitor("Eetu Lahtinen", phone);
  const { placementId, today } = await homeOf(eetu);
  await open(eetu.page, `/placements/${placementId}/days/${today}`);
  await seenAtEachStop(eetu.page);
});

type Home = {
  students: { placementId: string; ribbon: { week: string; state: string }[] }[];
};

test("with letters of double size the phone's pages lose nothing", async ({ visitor }) => {
  const eetu = await visitor("Eetu Lahtinen", phone);
  const { placementId, today, thisWeek } = await homeOf(eetu);
  const placement = `/placements/${placementId}`;
  const pages = ["/today", `${placement}/weeks/${thisWeek}`, `${placement}/days/${today}`];
  for (const path of pages) {
    await open(eetu.page, path);
    await eetu.page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await arrived(eetu.page);
    await expectNoSidewaysScroll(eetu.page, `${path} at 200 %`);
    expect(await cutTexts(eetu.page), `texts cut off: ${path}`).toEqual([]);
  }
});

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.locator(`${selector}:focus`).count()) return;
  }
  throw new Error(`${selector} is not reached by Tab`);
}

type Stop = { name: string; hasRing: boolean; isSeen: boolean };

/** Tab through the whole page: each stop has a ring and lies on top, within the screen. */
async function seenAtEachStop(page: Page): Promise<void> {
  const stops: Stop[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtFocus);
    if (stop === null) break;
    stops.push(stop);
  }
  expect(stops.length).toBeGreaterThan(3);
  expect(stops.filter(({ hasRing, isSeen }) => !hasRing || !isSeen)).toEqual([]);
}

function lookAtFocus(): Stop | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  // A choice whose own control is drawn by its label shows its ring there.
  const shown = element.matches("input[type=radio], input[type=checkbox]")
    ? (element.closest("label") ?? element.parentElement ?? element)
    : element;
  const box = shown.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const rings = [element, shown, element.nextElementSibling, element.parentElement];
  return {
    name: `${element.tagName} ${(element.textContent ?? "").slice(0, 40)}`,
    hasRing: rings.some((one) => one !== null && getComputedStyle(one).outlineStyle !== "none"),
    isSeen: top !== null && (shown.contains(top) || top.contains(shown)),
  };
}

/** Texts that their box hides a part of. */
async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main *:not(.vh), header *:not(.vh)")]
      .filter((one) => {
        const { overflowX } = getComputedStyle(one);
        return overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1;
      })
      .map((one) => `${one.tagName}.${one.className} ${(one.textContent ?? "").slice(0, 40)}`),
  );
}
