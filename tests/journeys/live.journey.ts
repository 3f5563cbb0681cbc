import type { Page } from "@playwright/test";
import { homeOf } from "#tests/support/demo-places.ts";
import { open, tick } from "#tests/support/good-page.ts";
import { desktop, expect, phone, test } from "#tests/support/visitor.ts";

test("what the student saves stands on the teacher's screen without a reload", async ({
  visitor,
}) => {
  const fatima = await visitor("Fatima Hassan", phone);
  const { placementId, today, thisWeek } = await homeOf(fatima);
  const sanna = await visitor("Sanna Heikkilä", desktop);
  await open(sanna.page, `/placements/${placementId}/weeks/${thisWeek}`);
  await open(fatima.page, `/placements/${placementId}/days/${today}`);
  await tick(fatima.page.getByRole("checkbox", { name: "En ollut töissä" }));
  await fatima.page.getByRole("button", { name: "Tallenna päivä" }).click();
  await expect(fatima.page.getByText(/^Tallessa/).first()).toBeVisible();
  await expect(sanna.page.getByText("Poissa, sairaana")).toBeVisible();
});

test("two people write one plan: the second sees what the first sent, and loses nothing", async ({
  visitor,
}) => {
  const joonas = await visitor("Joonas Mattila", desktop);
  const { placementId } = await homeOf(joonas);
  const sanna = await visitor("Sanna Heikkilä", desktop);
  const plan = `/placements/${placementId}/plan`;
  const [theirs, ours] = ["Ruoka työmaan ruokalassa.", "Kuulosuojaimet joka päivä."];
  await write(sanna.page, plan, /^Tuki/, ours);
  await write(joonas.page, plan, /^Ruokailu/, theirs);
  await joonas.page.getByRole("button", { name: /^Lähetä versio/ }).click();
  await expect(joonas.page.getByText(/^Versio \d+ on lähetetty/)).toBeVisible();
  await test.step("Sanna sees it while she writes; her own words stay", async () => {
    await expect(sanna.page.getByText(/^Joonas lähetti version/)).toBeVisible();
    await expect(sanna.page.getByText(theirs)).toBeVisible();
    await expect(sanna.page.getByRole("textbox", { name: /^Tuki/ })).toHaveValue(ours);
    await sanna.page.getByRole("button", { name: /^Siirrä rivini/ }).click();
    await sanna.page.getByRole("button", { name: /^Lähetä versio/ }).click();
    await expect(sanna.page.getByText(/^Versio \d+ on lähetetty/)).toBeVisible();
  });
  await test.step("both lines stand in the newest version, on Joonas's screen too", async () => {
    await expect(joonas.page.getByText(ours).filter({ visible: true }).first()).toBeVisible();
    await open(sanna.page, plan);
    await expect(sanna.page.getByText(theirs).filter({ visible: true }).first()).toBeVisible();
    await expect(sanna.page.getByText(ours).filter({ visible: true }).first()).toBeVisible();
  });
});

async function write(page: Page, plan: string, field: RegExp, text: string): Promise<void> {
  await open(page, plan);
  await page
    .getByRole("button", { name: /^Muuta (riviä|suunnitelmaa)/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: field }).fill(text);
}
