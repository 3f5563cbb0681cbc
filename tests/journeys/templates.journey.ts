import { expectAccessible, expectNoSidewaysScroll, open } from "#tests/support/good-page.ts";
import { desktop, expect, test } from "#tests/support/visitor.ts";

const PAGE = "/templates/training_agreement";

test("an administrator mends a template by keyboard and a coordinator takes it into use", async ({
  visitor,
}) => {
  const tuula = await visitor("Tuula Ranta", desktop);
  const { page } = tuula;
  await test.step("the list says what is in use and what is being written", async () => {
    await open(page, "/templates");
    await expect(page.getByText("kirjoitetaan")).toBeVisible();
    await expectAccessible(page, "the templates");
    await page.getByRole("link", { name: "Avaa: Koulutussopimus" }).press("Enter");
  });
  await test.step("the unknown name is found, and the nearest right one put in", async () => {
    await expect(page.getByText("Yksi täydennys on tuntematon")).toBeVisible();
    await expect(page.getByText("Onnistuu, kun luettelon asiat on korjattu.")).toBeVisible();
    await page.getByRole("button", { name: "Avaa kohta Vakuutukset" }).first().press("Enter");
    await page.getByRole("button", { name: "Vaihda: opettajan yhteystiedot" }).press("Enter");
    await expect(page.getByLabel("Teksti", { exact: true })).toHaveValue(
      /soita: \{opettajan yhteystiedot\}\.$/,
    );
    await expectAccessible(page, "a section being written");
    await page.getByRole("button", { name: "Tallenna versioon" }).press("Enter");
    await expect(page.getByText("Yksi täydennys on tuntematon")).toBeHidden();
  });
  await test.step("the paper beside it says it, and marks the older Swedish", async () => {
    const paper = page.getByRole("article");
    await expect(paper.getByText(/soita: 050 000 0001, outi@example.org\.$/)).toBeVisible();
    await page.getByRole("radio", { name: "SV" }).check();
    await expect(paper.getByText("vanha teksti, suomi on uudempi")).toBeVisible();
    await expect(page.getByText(/^Toinen ihminen ottaa version käyttöön/)).toBeVisible();
    await expectAccessible(page, "a template");
  });
  await test.step("on a narrow screen nothing goes sideways", async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await expectNoSidewaysScroll(page, "a template");
  });
  await test.step("the coordinator reads, and takes it into use", async () => {
    const jari = await visitor("Jari Mäkinen", desktop);
    await open(jari.page, PAGE);
    await expect(jari.page.getByRole("button", { name: /^Muuta: / })).toHaveCount(0);
    await jari.page.getByRole("button", { name: "Ota käyttöön" }).press("Enter");
    await expect(jari.page.getByRole("heading", { level: 1, name: "Versio 2" })).toBeVisible();
    await jari.page.getByText("Mikä muuttui edellisestä").first().click();
    await expect(jari.page.locator("ins")).toContainText("{opettajan yhteystiedot}");
    await expectAccessible(jari.page, "a template in use");
  });
});
