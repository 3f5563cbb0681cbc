import type { Locator, Page } from "@playwright/test";
import { placementOf } from "#tests/support/demo-places.ts";
import { countEffort } from "#tests/support/effort.ts";
import { expectAccessible, expectNoSidewaysScroll, open } from "#tests/support/good-page.ts";
import { linkTo, tapOpen } from "#tests/support/letters.ts";
import { newPlacement } from "#tests/support/new-placement.ts";
import { desktop, expect, phone, test } from "#tests/support/visitor.ts";

const CARDS = 12;
const SECONDS = 120;

test("a tutor sorts the cards from the letter's link, and the teacher's grid and plan begin from them", async ({
  anyone,
  visitor,
}) => {
  test.slow();
  const henrik = await visitor("Henrik Blom", desktop);
  const placement = `/placements/${await newPlacement(henrik, KAARLOS_NEXT)}`;
  await test.step("the teacher asks, and the reminder rests", async () => {
    await open(henrik.page, `${placement}/cards`);
    await henrik.page.getByRole("button", { name: /^Pyydä lajittelemaan: Petra/ }).click();
    await expect(henrik.page.getByText(/^Henrik pyysi/)).toBeVisible();
    await expect(henrik.page.getByText(/^seuraava/)).toBeVisible();
    await expectAccessible(henrik.page, "cards, asked");
  });
  const petra = await anyone(phone);
  const { page } = petra;
  const effort = await countEffort(page);
  await open(page, await linkTo(petra, "Petra Lehtonen", /lajittele kortit/));
  await tapOpen(page);
  expect(page.url()).toContain(`${placement}/cards`);
  await expectAccessible(page, "a card");
  await expectNoSidewaysScroll(page, "a card");
  const before = effort();
  await sort(page, CARDS);
  const taps = effort().effort.taps - before.effort.taps;
  const seconds = Math.round(effort().seconds - before.seconds);
  console.log(
    `${CARDS} cards, a task and an answer each: ${taps} taps, ${seconds} s; budget ${SECONDS} s`,
  );
  expect(seconds).toBeLessThan(SECONDS);

  await test.step("she stops, comes back by the same link and sorts the rest", async () => {
    await page.reload();
    await expect(page.getByText(`Kortti ${CARDS + 1}/`)).toBeVisible();
    await page.getByRole("button", { name: "Ei täällä" }).click();
    await expect(page.getByText(`Kortti ${CARDS + 2}/`)).toBeVisible();
    while ((await page.locator("article h2").count()) > 0) await sort(page, 1);
    await expect(page.getByText("Kaikki kortit on lajiteltu.")).toBeVisible();
    await expectAccessible(page, "all cards sorted");
  });
  await test.step("the grid has begun itself, and says who said it", async () => {
    await open(henrik.page, `${placement}/suitability`);
    await expect(henrik.page.getByText(/^Petra lajitteli/)).toBeVisible();
    await expect(visible(henrik.page, "Petra: ei täällä.")).toBeVisible();
    await expectAccessible(henrik.page, "a grid from cards");
  });
  await test.step("the plan takes what the cards suggest, and gives it back", async () => {
    await open(henrik.page, `${placement}/plan`);
    const take = henrik.page.getByRole("button", { name: "Ota suunnitelmaan" });
    await expectAccessible(henrik.page, "a plan from cards");
    await take.click();
    await expect(take).toHaveCount(0);
    await henrik.page.getByRole("button", { name: "Kumoa" }).click();
    await expect(take).toBeVisible();
  });
});

/** Of a school that is not Olena's: the workplace is shared, its students are not. */
const KAARLOS_NEXT = {
  student: "Kaarlo Seppänen",
  teacher: "Henrik Blom",
  workplace: "Hoitokoti Kanerva",
  tutor: "Petra Lehtonen",
  units: ["Turvallinen työpäivä", "Ikääntyneen arjen"],
};

/** The words once, in the table or in the phone's lists. */
function visible(page: Page, words: string): Locator {
  return page.getByText(words).filter({ visible: true }).first();
}

/** A task and an answer for each card, as they come. */
async function sort(page: Page, count: number): Promise<void> {
  const heading = page.locator("article h2");
  for (let done = 0; done < count; done += 1) {
    const now = (await heading.textContent()) ?? "";
    await page.locator(".chip").first().click();
    await page.getByRole("button", { name: "Tehdään täällä" }).click();
    await expect(heading.filter({ hasText: now })).toHaveCount(0);
  }
}

test("cards are sorted by keys alone and without a network, and the last answer is taken back", async ({
  visitor,
}) => {
  const mika = await visitor("Mika Korhonen", phone);
  const { page, context } = mika;
  await open(page, `/placements/${await placementOf(mika, "Onni Virtanen")}/cards`);
  const progress = page.getByRole("progressbar");
  const sorted = async () => Number(await progress.getAttribute("aria-valuenow"));
  const began = await sorted();
  mika.expectsNoNetwork();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Autettuna" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^2 vastausta on tässä puhelimessa/)).toBeVisible();
  await expect.poll(sorted).toBe(began + 2);
  await page.getByRole("button", { name: /^Peru viimeinen vastaus/ }).click();
  await expect.poll(sorted).toBe(began + 1);
  await context.setOffline(false);
  await expect(page.getByText(/tässä puhelimessa/)).toHaveCount(0);
  await page.reload();
  await expect.poll(sorted).toBe(began + 1);
});

test("what the workplace says after the decision waits to be taken into a new one", async ({
  visitor,
}) => {
  const mika = await visitor("Mika Korhonen", phone);
  const onnis = `/placements/${await placementOf(mika, "Onni Virtanen")}`;
  await open(mika.page, `${onnis}/cards`);
  await mika.page.getByRole("button", { name: /^Muuta Tekee painekokeen/ }).click();
  await mika.page.getByRole("button", { name: "Ei täällä" }).click();
  await expect(mika.page.getByText(/Ei täällä\. Mika/).first()).toBeVisible();
  const { page } = await visitor("Sanna Heikkilä", desktop);
  await open(page, `${onnis}/suitability`);
  await expect(page.getByText(/^Työpaikka sanoo toisin/)).toBeVisible();
  await expectAccessible(page, "said since");
  await page.getByRole("button", { name: "Ota uuteen päätökseen" }).click();
  const row = page.getByRole("row", { name: /^Tekee painekokeen/ });
  await expect(row).toContainText("Mika: ei täällä.");
});

test("a coordinator writes a missing card, begins from another college's, and sees what changed meanwhile", async ({
  visitor,
}) => {
  const jari = await visitor("Jari Mäkinen", desktop);
  const { page } = jari;
  await open(page, "/qualifications/cards");
  await page.getByRole("button", { name: /^englanti/ }).click();
  await expectAccessible(page, "missing cards");
  await page.getByRole("link", { name: "Kirjoita seuraava" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kortti työpaikan sanoin");
  await expect(page.getByRole("radio", { name: "englanti, puuttuu" })).toBeChecked();
  await page.getByRole("button", { name: "Ota omaksi kortiksi" }).click();
  await expectAccessible(page, "a card being written");
  const sanna = await visitor("Sanna Heikkilä", desktop);
  await open(sanna.page, new URL(page.url()).pathname);
  await sanna.page.getByLabel(/^Selkeä teksti/).fill("Luovuttaa työn");
  await sanna.page.getByRole("button", { name: "Tallenna kortti" }).click();
  await expect(sanna.page.getByText("Tallennettu versiona 2.")).toBeVisible();
  jari.expects(409);
  await page.getByRole("button", { name: "Tallenna kortti" }).click();
  await page.getByRole("button", { name: "Näytä uusin" }).click();
  await expect(page.getByText(/^Sanna Heikkilä tallensi version 2/)).toBeVisible();
  await expectAccessible(page, "a card written by two");
  await page.getByRole("button", { name: "Pidä omani" }).click();
  await page.getByRole("button", { name: "Tallenna kortti" }).click();
  await expect(page.getByText("Tallennettu versiona 3.")).toBeVisible();
  await expect(page.getByText(/Otettu käyttöön: Ammattiopisto Kymenranta/)).toBeVisible();
});
