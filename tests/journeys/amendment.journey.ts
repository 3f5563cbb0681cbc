import type { Page } from "@playwright/test";
import { makeSigned, signingCodeOf } from "#tests/support/agreements.ts";
import { placementOf } from "#tests/support/demo-places.ts";
import { countEffort } from "#tests/support/effort.ts";
import { arrived, expectAccessible, open, tick } from "#tests/support/good-page.ts";
import { linkTo, tapOpen } from "#tests/support/letters.ts";
import { desktop, expect, phone, test, type Visitor } from "#tests/support/visitor.ts";

/** product.md §10: an employer accepts in 3 taps; the code that the proof asks for is typed, not tapped. */
const THREE_TAPS = 3;
const STUDENT = "Emil Lindqvist";
const EMPLOYER = "Karl-Erik Lind";
const TUTOR = "Maria Lind";
const TASK = "Lackning av dörrar";
const WHY = "Maria öppnar maalaamon, ja Emil lakkaa siellä ovia.";

test("another tutor and another task: accepted from the letter on a phone, and then the placement has them", async ({
  anyone,
  visitor,
}) => {
  test.slow();
  const sanna = await visitor("Sanna Heikkilä", desktop);
  const emil = await visitor(STUDENT, phone);
  const placementId = await placementOf(sanna, STUDENT);
  const placement = `/placements/${placementId}`;
  await makeSigned(sanna, await anyone(phone), placementId);
  await addTask(sanna, placementId);

  await test.step("Sanna proposes the two lines that change", () => propose(sanna.page, placement));
  const amendment = new URL(sanna.page.url()).pathname;
  await test.step("the placement's page says who is awaited, and still has the former tutor", async () => {
    await open(sanna.page, placement);
    await expect(sanna.page.getByText("Sopimuksen muutos odottaa:")).toContainText(EMPLOYER);
    await expectAccessible(sanna.page, "a placement whose amendment is out");
    expect(await tutorOf(sanna, placementId)).toBe(EMPLOYER);
  });

  const owner = await anyone(phone);
  const { page } = owner;
  const effort = await countEffort(page);
  await test.step("the employer opens the letter's link, reads and accepts on one screen", async () => {
    await open(page, await linkTo(owner, EMPLOYER, /Ändring i avtalet/));
    await tapOpen(page);
    expect(new URL(page.url()).pathname).toBe(amendment);
    await expect(page.getByText(TUTOR).first()).toBeVisible();
    await expectAccessible(page, "an amendment to accept");
    await accept(owner, EMPLOYER);
    await expect(page.getByText(/Du har gjort din del|Olet tehnyt osasi/)).toBeVisible();
  });
  const { effort: used, seconds } = effort();
  console.log(
    `Employer, from the letter: accepts an amendment in ${used.taps} taps and ${used.keys} digits, ${Math.round(seconds)} s plus reading`,
  );
  expect(used.taps).toBeLessThanOrEqual(THREE_TAPS);

  await test.step("Emil says that he has read it", async () => {
    await open(emil.page, amendment);
    await expectAccessible(emil.page, "an amendment to read");
    await emil.page.getByRole("button", { name: /Jag har läst|Olen lukenut/ }).click();
    await expect(emil.page.getByText(/Du har gjort din del|Olet tehnyt osasi/)).toBeVisible();
  });
  await test.step("Sanna accepts for the college: it holds, and the former text stays readable", async () => {
    await open(sanna.page, amendment);
    await expectAccessible(sanna.page, "the desk's page of an amendment");
    await accept(sanna, "Sanna Heikkilä");
    await expect(sanna.page.getByText("Muutos on voimassa.")).toBeVisible();
    await sanna.page.getByRole("link", { name: /Kaikki muu/ }).click();
    await expect(sanna.page.getByText("Kaikki ovat allekirjoittaneet.").first()).toBeVisible();
    await sanna.page.getByText("Osapuolet", { exact: true }).first().click();
    await expect(sanna.page.getByText(EMPLOYER).first()).toBeVisible();
  });
  await test.step("the placement has the new tutor, the plan says by which amendment, the task asks for an induction", async () => {
    expect(await tutorOf(sanna, placementId)).toBe(TUTOR);
    await open(sanna.page, placement);
    await expect(sanna.page.getByText("Sopimuksen muutos odottaa:")).toHaveCount(0);
    await open(sanna.page, `${placement}/plan`);
    await expect(sanna.page.getByRole("link", { name: "Sopimuksen muutos 2" })).toBeVisible();
    await expectAccessible(sanna.page, "the plan after an amendment");
    await open(sanna.page, `${placement}/induction`);
    await expect(sanna.page.getByText(TASK).first()).toBeVisible();
  });
  await test.step("the new tutor comes in by a letter of her own", async () => {
    const maria = await anyone(phone);
    await open(maria.page, await linkTo(maria, TUTOR, /Avtalet ändrades|Sopimus muuttui/));
    await tapOpen(maria.page);
    await expect(maria.page.locator("main")).toContainText("Emil");
  });
});

test("a placement that ended early says so on its agreement: the ground, and when it was agreed", async ({
  visitor,
}) => {
  const sanna = await visitor("Sanna Heikkilä", desktop);
  const placementId = await placementOf(sanna, "Roope Kallio");
  await open(sanna.page, `/placements/${placementId}/agreements`);
  await sanna.page.getByRole("link", { name: "Sopimus 1" }).click();
  await arrived(sanna.page);
  await expect(sanna.page.getByText(/^Jakso päättyi ennen aikojaan/)).toBeVisible();
  await expect(sanna.page.getByText(/Peruste: Kaikki ovat samaa mieltä/)).toBeVisible();
  await expectAccessible(sanna.page, "the agreement of a placement that ended early");
});

async function propose(page: Page, placement: string): Promise<void> {
  await open(page, `${placement}/agreements`);
  await page.getByRole("button", { name: "Ehdota muutosta" }).click();
  await tick(page.getByRole("checkbox", { name: "Työpaikkaohjaaja" }));
  await tick(page.getByRole("checkbox", { name: "Työtehtävät" }));
  await page.getByRole("combobox", { name: "Työpaikkaohjaaja" }).selectOption({ index: 1 });
  await tick(page.getByRole("checkbox", { name: TASK }));
  await page.getByLabel("Miksi?").fill(WHY);
  await expectAccessible(page, "an amendment before it is sent");
  await page.getByRole("button", { name: "Lähetä hyväksyttäväksi" }).click();
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
  await arrived(page);
}

async function accept(signer: Visitor, name: string): Promise<void> {
  const { page } = signer;
  await page.getByRole("button", { name: /^(Hyväksy muutos|Godkänn ändringen)$/ }).click();
  const field = page.getByLabel(/Koodi viestistä|Koden i meddelandet/);
  await expect(field).toBeFocused();
  await field.fill(await signingCodeOf(signer, name));
  await page.getByRole("button", { name: /^(Hyväksy koodilla|Godkänn med kod)/ }).click();
}

/** The workshop does something new: its task card, without looking at a page. */
async function addTask({ context }: Visitor, placementId: string): Promise<void> {
  const answer = await context.request.post(`/api/placements/${placementId}/workplace-tasks`, {
    data: { copied: [], own: [TASK] },
    headers: { "Idempotency-Key": crypto.randomUUID() },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

type Person = { givenName: string; familyName: string };

async function tutorOf(reader: Visitor, placementId: string): Promise<string> {
  const { tutor } = await reader.read<{ tutor: Person }>(`/api/placements/${placementId}`);
  return `${tutor.givenName} ${tutor.familyName}`;
}
