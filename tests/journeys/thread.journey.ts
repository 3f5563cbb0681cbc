import type { Page } from "@playwright/test";
import { makeSigned } from "#tests/support/agreements.ts";
import { arrived, expectAccessible, open, tick } from "#tests/support/good-page.ts";
import { linkTo, tapOpen } from "#tests/support/letters.ts";
import { desktop, expect, phone, test, type Visitor } from "#tests/support/visitor.ts";

const ONLY_ME = "Vain minä";
const PRIVATE = "Jännitti, mutta en sanonut mitään kenellekään.";
const TO_TEACHER = "Voisimmeko puhua työajoista ensi viikolla?";
const TO_ALL = "Kannakoin putkia kellarissa ja testasin liitokset.";

test("one placement, from a proposal to a confirmed week on the teacher's board", async ({
  anyone,
  visitor,
}) => {
  test.slow();
  const sanna = await visitor("Sanna Heikkilä", desktop);
  const { name, today } = await studentWithoutPlacement(sanna);
  const givenName = name.split(" ")[0] ?? name;
  const placement = await test.step("Sanna proposes a placement that starts today", () =>
    propose(sanna.page, name, today));
  await test.step("Sanna writes the plan from real requirements, which is her mark", () =>
    writePlan(sanna.page, placement));
  await test.step("Sanna judges the workplace suitable, with one gap handed on", () =>
    judge(sanna.page, placement, today));

  const student = await visitor(name, phone);
  await test.step("the student reads the plan and agrees", () => agree(student.page, placement));

  const mika = await anyone(phone);
  await test.step("Mika opens the letter's link and agrees", async () => {
    await openLetter(mika, givenName);
    await agree(mika.page, placement);
  });

  await test.step("Sanna notes the cards that have been shown, and how guidance is understood", () =>
    seeToChecks(sanna.page, placement));
  await test.step("Sanna confirms who bears accident and liability", () =>
    insure(sanna.page, placement));
  await test.step("college and employer sign the agreement", async () =>
    makeSigned(sanna, await anyone(phone), placement.split("/").at(-1) ?? ""));
  await test.step("the gate is open, Sanna starts the placement", async () => {
    await open(sanna.page, placement);
    await expectAccessible(sanna.page, "placement with an open gate");
    for (const step of ["Merkitse valmiiksi alkamaan", "Aloita jakso"])
      await sanna.page.getByRole("button", { name: step }).click();
    await expect(sanna.page.getByRole("button", { name: "Päätä jakso" })).toBeVisible();
  });

  const week =
    await test.step("the student writes a day with three paragraphs, and sends the week", () =>
      writeAndSend(student.page, placement, today));
  await test.step("Mika confirms the week from the letter, with one card", async () => {
    await open(mika.page, await linkTo(mika, "Mika Korhonen", new RegExp(`Viikko.*${givenName}`)));
    await tapOpen(mika.page);
    await open(mika.page, week);
    await expect(mika.page.getByText(TO_ALL)).toBeVisible();
    await tick(mika.page.getByRole("radio", { name: "Autettuna" }).first());
    await expectAccessible(mika.page, "week to confirm, a card answered");
    await mika.page.getByRole("button", { name: "Viikko kunnossa" }).click();
    await expect(mika.page.getByRole("heading", { level: 1 })).toHaveText("Kiitos, Mika");
    await expect(mika.page.getByText("Autettuna").first()).toBeVisible();
  });

  await test.step("Sanna's board and the week show it, without what is private", async () => {
    await open(sanna.page, "/today");
    const row = sanna.page.getByRole("row").filter({ hasText: name });
    await expect(row.getByRole("img", { name: new RegExp(`${givenName}.*Mika`) })).toBeVisible();
    await open(sanna.page, week);
    await expect(sanna.page.getByText(TO_ALL)).toBeVisible();
    await expect(sanna.page.getByText(/Mika vahvisti viikon/)).toBeVisible();
    await open(sanna.page, `${placement}/days/${today}`);
    await expect(sanna.page.getByText(TO_TEACHER)).toBeVisible();
  });

  const toMika = await mika.received();
  const toSanna = await sanna.received();
  expect(toSanna).toContain(TO_TEACHER);
  expect(toMika).toContain(TO_ALL);
  for (const received of [toMika, toSanna]) expect(received).not.toContain(PRIVATE);
  expect(toMika).not.toContain(TO_TEACHER);
});

type Choices = {
  students: { id: string; givenName: string; familyName: string; running: boolean }[];
};
type Rows = { today: string; rows: { student: { id: string }; state: string }[] };

const OVER = ["ended", "closed", "cancelled", "terminated"];

/** Somebody whose placements, if any, are all over. */
async function studentWithoutPlacement(teacher: Visitor): Promise<{ name: string; today: string }> {
  const { students } = await teacher.read<Choices>("/api/placement-choices");
  for (const { id, givenName, familyName, running } of students) {
    if (running) continue;
    const find = encodeURIComponent(familyName);
    const { rows, today } = await teacher.read<Rows>(`/api/placements?find=${find}`);
    const own = rows.filter(({ student }) => student.id === id);
    if (own.every(({ state }) => OVER.includes(state)))
      return { name: `${givenName} ${familyName}`, today };
  }
  throw new Error("every student has a placement");
}

async function propose(page: Page, student: string, today: string): Promise<string> {
  await open(page, "/placements/new");
  await choose(page, "Opiskelija", student);
  await choose(page, "Työpaikka", "LVI-Niemi");
  await tick(page.getByRole("radio", { name: /Mika Korhonen/ }));
  await tick(
    page
      .getByRole("group", { name: /Tutkinnon osat/ })
      .getByRole("checkbox")
      .first(),
  );
  await typeDay(page, "Ensimmäinen päivä", today);
  await expectAccessible(page, "new placement, filled in");
  await page.getByRole("button", { name: "Tee suunnitelma" }).click();
  await page.waitForURL(/\/plan$/);
  await arrived(page);
  return new URL(page.url()).pathname.replace(/\/plan$/, "");
}

async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole("combobox", { name: field }).fill(text);
  await page.getByRole("option", { name: text }).first().click();
}

/** Types a day part by part, as the Finnish order goes. */
async function typeDay(page: Page, field: string, day: string): Promise<void> {
  const [year, month, date] = day.split("-");
  const parts = page.getByRole("group", { name: field }).getByRole("spinbutton");
  await parts.first().click();
  await page.keyboard.type(`${date}${month}${year}`);
}

async function insure(page: Page, placement: string): Promise<void> {
  await open(page, `${placement}/checklist`);
  await page.getByRole("button", { name: "Vahvista", exact: true }).click();
  await expect(page.getByText("Vahvistettu", { exact: true })).toBeVisible();
}

async function writePlan(page: Page, placement: string): Promise<void> {
  await open(page, `${placement}/plan`);
  const objectives = page.getByRole("region", { name: "Mitä opitaan" }).getByRole("checkbox");
  for (const place of [0, 1, 2]) await tick(objectives.nth(place));
  await page.getByRole("grid").getByRole("button").first().click();
  await expectAccessible(page, "the plan being written");
  await page.getByRole("button", { name: "Lähetä versio 1" }).click();
  await expect(page.getByText("Versio 1 on lähetetty.")).toBeVisible();
}

async function judge(page: Page, placement: string, today: string): Promise<void> {
  await open(page, `${placement}/suitability`);
  const lines = page.locator("table.cover tbody tr");
  const [gap, ...covered] = (await lines.all()).toReversed();
  for (const line of covered) await setCell(line.getByRole("button").first(), /Tehdään täällä/);
  for (const cell of (await gap?.getByRole("button").all()) ?? []) await setCell(cell, /Ei täällä/);
  await page.getByLabel("Kuka hoitaa").selectOption({ label: "Oppilaitos" });
  await typeDay(page, "Mihin mennessä", today);
  await page.getByText("Sopii", { exact: true }).click();
  await page
    .getByLabel("Perustelut")
    .fill("Työt sopivat tavoitteisiin. Yksi asia opitaan koululla.");
  await expectAccessible(page, "the decision being made");
  await page.getByRole("button", { name: "Kirjaa päätös" }).click();
  await expect(page.getByText("Päätös on kirjattu.")).toBeVisible();
}

/** Presses a cell round until it says this. */
async function setCell(cell: ReturnType<Page["getByRole"]>, state: RegExp): Promise<void> {
  await expect(async () => {
    const label = (await cell.getAttribute("aria-label")) ?? "";
    if (!state.test(label)) await cell.click();
    await expect(cell).toHaveAttribute("aria-label", state, { timeout: 200 });
  }).toPass();
}

async function seeToChecks(page: Page, placement: string): Promise<void> {
  await open(page, placement);
  await page.getByRole("link", { name: "Avaa tarkistukset" }).first().click();
  const missing = page.getByText("Näyttämättä", { exact: true });
  await expect(missing).not.toHaveCount(0);
  for (let left = await missing.count(); left > 0; left -= 1) {
    await page.getByRole("button", { name: "On näytetty" }).first().click();
    await page.getByRole("button", { name: "Tallenna merkintä" }).click();
    await expect(missing).toHaveCount(left - 1);
  }
  await arrived(page);
  const how = page.getByLabel("Miten ohjaus hoidetaan");
  // Whether the workplace guides in the student's language depends on who is without a placement today.
  if ((await how.count()) === 0) return;
  await how.fill("Ohjeet käydään läpi ruotsiksi opettajan kanssa.");
  await page.getByRole("button", { name: "Merkitse sovituksi" }).click();
  await expect(how).toHaveCount(0);
}

async function agree(page: Page, placement: string): Promise<void> {
  await open(page, `${placement}/plan`);
  await expectAccessible(page, "the plan to agree to");
  const button = page.getByRole("button", { name: "Hyväksy suunnitelma" });
  await button.click();
  await expect(button).toHaveCount(0);
}

/** Through the page that shows what the demo would have sent: the letter, its link, one tap. */
async function openLetter(reader: Visitor, about: string): Promise<void> {
  const { page } = reader;
  await linkTo(reader, "Mika Korhonen", new RegExp(about));
  await open(page, "/demo/messages");
  await page
    .getByRole("link", { name: new RegExp(`Mika Korhonen.*${about}`) })
    .first()
    .click();
  await page.getByRole("link", { name: /Avaa.*Mika Korhonen/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Oletko Mika Korhonen?");
  await tapOpen(page);
}

async function writeAndSend(page: Page, placement: string, today: string): Promise<string> {
  await open(page, `${placement}/days/${today}`);
  await write(page, 1, PRIVATE, ONLY_ME);
  await write(page, 2, TO_TEACHER, "Sanna");
  await write(page, 3, TO_ALL, "Mika");
  await expectAccessible(page, "the day being written");
  await page.getByRole("button", { name: "Tallenna päivä" }).click();
  await expect(page.getByText(/^Tallessa/).first()).toBeVisible();
  await open(page, "/today");
  const week = await page.locator(`a[href^="${placement}/weeks/"]`).first().getAttribute("href");
  await open(page, week ?? "");
  await page.getByRole("button", { name: "Lähetä viikko" }).click();
  await expect(page.getByText(/Odottaa: Mika/)).toBeVisible();
  return week ?? "";
}

/** A paragraph and who sees it; widening is asked once more. */
async function write(page: Page, number: number, text: string, who: string): Promise<void> {
  const box = page.getByLabel(`Kappale ${number}`, { exact: true });
  if ((await box.count()) === 0) await page.getByRole("button", { name: "Kappale" }).last().click();
  await box.fill(text);
  const chooser = page.getByRole("button", { name: /^Kuka näkee tämän kappaleen/ }).nth(number - 1);
  await chooser.click();
  const option = page
    .getByRole("group", { name: "Kuka näkee tämän kappaleen?" })
    .getByRole("button", { name: new RegExp(`^${who}`) });
  await option.click();
  if (who !== ONLY_ME) await page.getByRole("button", { name: "Näytä", exact: true }).click();
  await expect(chooser).toHaveAttribute("aria-label", new RegExp(`: ${who}`));
}
