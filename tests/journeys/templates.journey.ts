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
  await test.step("what is typed is seen on the paper before it is saved, an unknown name at once", async () => {
    await page.getByRole("radio", { name: "FI" }).check();
    await page.getByRole("button", { name: "Muuta: Jos jokin rikkoutuu" }).press("Enter");
    const body = page.getByLabel("Teksti", { exact: true });
    await body.fill("Soita {ohjaajan yhteystiedot} heti.");
    await expect(page.getByRole("article")).toContainText("Soita 050 000 0002 heti.");
    await page.getByLabel("Otsikko", { exact: true }).fill("Jos {jokin} rikkoutuu");
    await expect(page.getByRole("article")).toContainText("Jos {jokin} rikkoutuu");
    await expect(page.getByLabel("Otsikko", { exact: true })).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await expectAccessible(page, "an unknown name in a heading");
    await page.getByRole("button", { name: "Sulje" }).press("Enter");
    await expect(page.getByRole("article")).not.toContainText("heti.");
  });
  await test.step("the name is written in three languages", async () => {
    await page.getByRole("button", { name: "Muuta sopimuksen nimeä" }).press("Enter");
    const name = page.getByRole("group", { name: "Sopimuksen nimi" });
    await name.getByLabel("ruotsi").fill("");
    await page.getByRole("button", { name: "Tallenna versioon" }).press("Enter");
    await expect(page.getByText("Kirjoita nimi kaikilla kolmella kielellä.")).toBeVisible();
    await name.getByLabel("ruotsi").fill("Avtal om lärande i arbete");
    await page.getByRole("button", { name: "Tallenna versioon" }).press("Enter");
    await expect(name).toBeHidden();
  });
  await test.step("sections are moved, added and taken away by keyboard; what the law needs stays", async () => {
    await page.getByRole("button", { name: "Järjestä, lisää tai poista kohtia" }).press("Enter");
    await expectAccessible(page, "sections being arranged");
    await expect(page.getByText(/^Sopimuksessa on oltava matkat ja ruokailu/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Poista Vakuutukset" })).toHaveCount(0);
    const text = page.getByRole("region", { name: "Pohjan teksti" });
    const up = page.getByRole("button", { name: "Ylemmäs Jos jokin rikkoutuu" });
    await up.press("Enter");
    await expect(page.getByText("Jos jokin rikkoutuu on nyt kohta 8 / 12.")).toBeVisible();
    await expect(up).toBeFocused();
    await page.getByRole("button", { name: "Poista Jos jokin rikkoutuu" }).press("Enter");
    await expect(page.getByRole("heading", { name: "Poistettu tästä versiosta" })).toBeVisible();
    await page.getByRole("button", { name: "Kumoa" }).last().press("Enter");
    await expect(text.getByRole("heading", { name: "8. Jos jokin rikkoutuu" })).toBeVisible();
    await page.getByRole("button", { name: "Lisää kohta" }).press("Enter");
    for (const [label, word] of [
      ["suomi", "Pysäköinti"],
      ["ruotsi", "Parkering"],
      ["englanti", "Parking"],
    ] as const) {
      await page.getByRole("radio", { name: label }).check();
      await page.getByLabel("Otsikko", { exact: true }).fill(word);
      await page.getByLabel("Teksti", { exact: true }).fill(`${word}.`);
    }
    await page.getByRole("button", { name: "Tallenna versioon" }).press("Enter");
    await expect(text.getByRole("heading", { name: "13. Parking" })).toBeVisible();
    await page.getByRole("radio", { name: "suomi" }).check();
  });
  await test.step("the file is marked as a draft", async () => {
    const link = page.getByRole("link", { name: "Avaa tiedostona" });
    const file = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(file.headers()["content-type"]).toBe("application/pdf");
  });
  await test.step("the coordinator is asked by name, once a day", async () => {
    await page.getByLabel("Keneltä").selectOption({ label: "Jari Mäkinen" });
    await page.getByRole("button", { name: "Lähetä pyyntö" }).press("Enter");
    await expect(page.getByText(/^Jari Mäkinen sai pyynnön/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Lähetä pyyntö" })).toHaveCount(0);
    await expectAccessible(page, "a template whose reader was asked");
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

test("two write the same section: the second sees both texts and chooses, and nothing is lost", async ({
  visitor,
}) => {
  const PLACE = "/templates/apprenticeship";
  const first = await visitor("Tuula Ranta", desktop);
  const second = await visitor("Tuula Ranta", desktop);
  await open(first.page, PLACE);
  await first.page.getByRole("button", { name: "Kirjoita uusi versio" }).press("Enter");
  const pencil = "Muuta: Jos jokin rikkoutuu";
  await expect(first.page.getByRole("button", { name: pencil })).toBeVisible();
  await open(second.page, PLACE);
  for (const { page } of [first, second]) {
    await page.getByRole("button", { name: pencil }).press("Enter");
  }
  await first.page.getByLabel("Teksti", { exact: true }).fill("Ensimmäisen teksti.");
  await first.page.getByRole("button", { name: "Tallenna versioon" }).press("Enter");
  await expect(first.page.getByLabel("Teksti", { exact: true })).toBeHidden();
  second.expects(409);
  await second.page.getByLabel("Teksti", { exact: true }).fill("Toisen teksti.");
  await second.page.getByRole("button", { name: "Tallenna versioon" }).press("Enter");
  const conflict = second.page.getByRole("alert");
  await expect(conflict.locator("del")).toContainText("Ensimmäisen teksti.");
  await expect(conflict.locator("ins")).toContainText("Toisen teksti.");
  await expect(second.page.getByLabel("Teksti", { exact: true })).toHaveValue("Toisen teksti.");
  await expectAccessible(second.page, "two writers of one section");
  await conflict.getByRole("button").first().press("Enter");
  await expect(second.page.getByLabel("Teksti", { exact: true })).toBeHidden();
  await expect(second.page.getByText("Toisen teksti.").first()).toBeVisible();
});
