import { desktop, expect, test, type Visitor } from "#tests/support/visitor.ts";

/** Jari keeps the register: he narrows it, keeps the view, brings in a file and puts a double right. */

const FILE = [
  "Työpaikka;Y-tunnus;Kunta;Puhelin",
  "Äijälän Paja;1234567-1;Saimaanranta;040 123 4567",
  "Rantalan Konepaja;7654321-0;Saimaanranta;",
].join("\r\n");

async function filters({ page }: Visitor): Promise<void> {
  await page.goto("/workplaces");
  await page.getByLabel("Ala", { exact: true }).selectOption("construction");
  await expect(page).toHaveURL(/field=construction/);
  await page.getByRole("button", { name: /^Tilaa \d/ }).click();
  await expect(page).toHaveURL(/room=left/);
  await page.getByRole("button", { name: "Tallenna näkymäksi" }).click();
  await page.getByLabel("Näkymän nimi").fill("Rakennus, tilaa");
  await page.getByRole("button", { name: "Tallenna", exact: true }).click();
  const view = page.getByRole("button", { name: "Rakennus, tilaa" });
  await expect(view).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Poista näkymä" }).click();
  await expect(view).toBeHidden();
  await page.getByRole("button", { name: "Kumoa" }).click();
  await expect(view).toBeVisible();
}

async function importFile({ page }: Visitor): Promise<void> {
  await page.goto("/workplaces/import");
  const buffer = Buffer.from(FILE, "latin1");
  await page
    .getByLabel("Valitse CSV-tiedosto")
    .setInputFiles({ name: "tyopaikat.csv", mimeType: "text/csv", buffer });
  await expect(
    page.getByRole("heading", { name: "1 rivi on kunnossa, 1 vaatii korjausta" }),
  ).toBeVisible();
  await expect(page.getByText("Tarkistusnumero ei täsmää", { exact: false })).toBeVisible();
  await expect(page.getByText("Äijälän Paja", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: /^Käytä 7654321-/ }).click();
  await expect(page.getByRole("heading", { name: "2 riviä on kunnossa" })).toBeVisible();
  await page.getByRole("button", { name: "Tuo 2 riviä" }).click();
  await expect(page.getByText("Tallennettu: uusia 2, muuttuneita 0.")).toBeVisible();
}

async function mergeAndUndo({ page }: Visitor): Promise<void> {
  await page.goto("/workplaces/duplicates");
  await page
    .getByRole("link", { name: /^Vertaa: .* 2$|^Vertaa: .* 2 ja / })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Onko tämä sama työpaikka?" })).toBeVisible();
  await page.getByRole("button", { name: "Yhdistä" }).click();
  const undo = page.getByRole("button", { name: "Peru yhdistäminen" });
  await expect(undo).toBeVisible();
  await undo.click();
  await expect(page.getByText("Yhdistäminen peruttu")).toBeVisible();
  await expect(undo).toBeHidden();
}

test("the coordinator narrows the register, keeps a view, imports a file, merges and takes it back", async ({
  visitor,
}) => {
  const jari = await visitor("Jari Mäkinen", desktop);
  await filters(jari);
  await importFile(jari);
  await mergeAndUndo(jari);
});
