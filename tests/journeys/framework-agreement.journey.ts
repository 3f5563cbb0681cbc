import { signingCodeOf } from "#tests/support/agreements.ts";
import { placementOf, workplaceOf } from "#tests/support/demo-places.ts";
import { expectAccessible, open, tick } from "#tests/support/good-page.ts";
import { linkTo, tapOpen } from "#tests/support/letters.ts";
import { desktop, expect, phone, test, type Visitor } from "#tests/support/visitor.ts";

const STUDENT = "Ronja Hakkarainen";
const EMPLOYER = "Eija Partanen";
const WHY = "Yritys yhdistyy toiseen.";

test("a coordinator sends general terms, the employer signs them once on a phone, and either ends them", async ({
  anyone,
  visitor,
}) => {
  test.slow();
  const jari = await visitor("Jari Mäkinen", desktop);
  const workplaceId = await workplaceOf(jari, await placementOf(jari, STUDENT));
  await test.step("Jari sends them from the workplace's page", async () => {
    await open(jari.page, `/workplaces/${workplaceId}`);
    await jari.page.getByRole("link", { name: "Kaikki puitesopimukset" }).click();
    await jari.page.getByRole("button", { name: "Tee puitesopimus" }).click();
    await expect(jari.page.getByText("Turvallisuus ja perehdytys")).toBeVisible();
    await expectAccessible(jari.page, "a framework agreement before it is sent");
    await jari.page.getByLabel("Kuka allekirjoittaa työnantajan puolesta?").selectOption({
      label: await signerIn(jari),
    });
    await jari.page.getByRole("button", { name: "Lähetä allekirjoitettavaksi" }).click();
    await expect(jari.page.getByRole("heading", { level: 1 })).toHaveText(/^Odottaa: /);
  });
  const agreement = new URL(jari.page.url()).pathname;

  const eija = await anyone(phone);
  await test.step("Eija reads and signs by a code", async () => {
    await open(eija.page, await linkTo(eija, EMPLOYER, /^Puitesopimus allekirjoitettavaksi/));
    await tapOpen(eija.page);
    expect(new URL(eija.page.url()).pathname).toBe(agreement);
    await expectAccessible(eija.page, "a framework agreement to sign");
    await sign(eija, EMPLOYER);
    await expect(eija.page.getByText("Olet tehnyt osasi.")).toBeVisible();
  });
  await test.step("Jari signs, and the workplace's page says how long it holds", async () => {
    await open(jari.page, agreement);
    await sign(jari, "Jari Mäkinen");
    await expect(jari.page.getByText("Kaikki ovat allekirjoittaneet.")).toBeVisible();
    await open(jari.page, `/workplaces/${workplaceId}`);
    await expect(jari.page.getByRole("link", { name: "Puitesopimus 1" })).toBeVisible();
  });
  await test.step("Eija ends it, and Jari reads why", async () => {
    await eija.page.reload();
    await eija.page.getByRole("button", { name: "Irtisano puitesopimus" }).click();
    await eija.page.getByLabel("Miksi?").fill(WHY);
    await expectAccessible(eija.page, "ending a framework agreement");
    await eija.page.getByRole("button", { name: "Irtisano puitesopimus" }).click();
    await expect(eija.page.getByText(/^Työnantaja irtisanoi tämän/)).toBeVisible();
    await open(jari.page, agreement);
    await expect(jari.page.getByText(WHY)).toBeVisible();
  });
});

/** The employer's signer as the choice names them, with their title. */
async function signerIn({ page }: Visitor): Promise<string> {
  const option = page.getByRole("option", { name: new RegExp(EMPLOYER) });
  return (await option.textContent()) ?? "";
}

async function sign(signer: Visitor, name: string): Promise<void> {
  const { page } = signer;
  await tick(page.getByRole("checkbox", { name: /^Allekirjoitan/ }));
  await page.getByRole("button", { name: /^Lähetä koodi: / }).click();
  const field = page.getByLabel("Koodi viestistä");
  await field.click();
  await field.fill(await signingCodeOf(signer, name));
  await page.getByRole("button", { name: "Allekirjoita sopimus" }).click();
}
