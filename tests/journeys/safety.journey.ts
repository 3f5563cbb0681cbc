import { expectAccessible, open, tick } from "#tests/support/good-page.ts";
import { desktop, expect, phone, test } from "#tests/support/visitor.ts";

const ADMIN = "Tuula Ranta";
const WORDS = "Lava kallistui taas laiturilla.";

test("what is written stays on the phone, shows nothing after a quick exit, and is sent when the network is back", async ({
  visitor,
}) => {
  const { page, context, ...amira } = await visitor("Amira Yusuf", phone);
  await open(page, "/safety");
  await page.getByRole("button", { name: "Melkein sattui" }).click();
  await page.getByRole("textbox").fill(WORDS);
  await test.step("quick exit leaves no word on the screen", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/\/today$/);
    await open(page, "/safety");
    await page.getByRole("button", { name: "Melkein sattui" }).click();
    await expect(page.getByText("Tässä puhelimessa on kesken jäänyt teksti.")).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveValue("");
    await page.getByRole("button", { name: "Jatka sitä" }).click();
    await expect(page.getByRole("textbox")).toHaveValue(WORDS);
  });
  await tick(page.getByRole("checkbox", { name: /Sanna Heikkilä/ }));
  await test.step("sent without a network it waits here, and goes by itself", async () => {
    amira.expectsNoNetwork();
    await context.setOffline(true);
    await page.getByRole("button", { name: "Lähetä: Sanna Heikkilä" }).click();
    await expect(page.getByRole("button", { name: "Poista puhelimesta" })).toBeVisible();
    await expect(page.getByText(WORDS)).toHaveCount(0);
    await context.setOffline(false);
    await expect(page.getByText("Kuka tietää nyt")).toBeVisible();
    await expect(page.getByRole("button", { name: "Poista puhelimesta" })).toHaveCount(0);
    const kept = await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.startsWith("kisalli-safety")),
    );
    expect(kept).toEqual([]);
  });
  const { reports } = await amira.read<{ reports: { words: string | null }[] }>("/api/safety/mine");
  expect(reports.filter(({ words }) => words === WORDS)).toHaveLength(1);
});

test("the administrator names the safety lead and sees who has been named", async ({ visitor }) => {
  const { page } = await visitor(ADMIN, desktop);
  await open(page, "/safety/lead");
  await expectAccessible(page, "safety lead");
  const list = page.getByRole("combobox", { name: "Kuka on turvallisuusvastaava" });
  await list.selectOption({ label: "Sanna Heikkilä" });
  await page.getByRole("button", { name: "Nimeä turvallisuusvastaavaksi" }).click();
  await expect(page.getByText("Nyt: Sanna Heikkilä")).toBeVisible();
  await expect(page.getByText(new RegExp(`^${ADMIN} nimesi`))).toBeVisible();
  await list.selectOption({ label: "Jari Mäkinen" });
  await page.getByRole("button", { name: "Nimeä turvallisuusvastaavaksi" }).click();
  await expect(page.getByText("Nyt: Jari Mäkinen")).toBeVisible();
});
