import { expectAccessible, open } from "#tests/support/good-page.ts";
import { desktop, expect, test } from "#tests/support/visitor.ts";

test("the administrator has a seal made, and is told what is wrong with a file of their own", async ({
  visitor,
}) => {
  const ulla = await visitor("Ulla Harju", desktop);
  const { page } = ulla;
  await open(page, "/seal");
  await page.getByRole("button", { name: "Tee uusi" }).click();
  await expect(page.getByText("Käytössä", { exact: true })).toBeVisible();
  await expect(page.getByText(/Ammattiopisto Kymenranta/).first()).toBeVisible();
  await expectAccessible(page, "seal, in use");

  await page.getByRole("button", { name: "Ota käyttöön" }).click();
  await expect(page.getByText("Valitse tiedosto ensin.")).toBeVisible();
  ulla.expects(422);
  const file = { name: "oma.p12", mimeType: "application/x-pkcs12", buffer: Buffer.from("no key") };
  await page.getByLabel("Tiedosto", { exact: true }).setInputFiles(file);
  await page.getByLabel("Tiedoston salasana").fill("harmaa kivi 7");
  await page.getByRole("button", { name: "Ota käyttöön" }).click();
  await expect(page.getByText(/Tiedosto ei ole PKCS #12/)).toBeVisible();
  await expectAccessible(page, "seal, refused");
});
