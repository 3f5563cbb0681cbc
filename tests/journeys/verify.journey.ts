import { writeFile } from "node:fs/promises";
import {
  makeEvidence,
  makeSealedPaper,
  sealEvidence,
  WORKING_TIME,
} from "#features/agreements/sealed-paper-scene.ts";
import { expectAccessible, open } from "#tests/support/good-page.ts";
import { desktop, expect, phone, test } from "#tests/support/visitor.ts";

test("anyone checks a signed PDF on their own phone, without network and without sending it", async ({
  anyone,
}, info) => {
  const paper = await makeSealedPaper();
  const files = { whole: info.outputPath("whole.pdf"), changed: info.outputPath("changed.pdf") };
  await writeFile(files.whole, paper);
  await writeFile(files.changed, Buffer.concat([paper, Buffer.from("one line more\n")]));
  const leila = await anyone(phone);
  const { page, context } = leila;
  await open(page, "/verify");
  await expectAccessible(page, "verify, before a file");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));

  leila.expectsNoNetwork();
  await context.setOffline(true);
  const choose = page.getByLabel("Allekirjoitettu sopimus", { exact: true });
  await choose.last().setInputFiles(files.whole);
  await expect(page.getByRole("heading", { level: 1, name: "Sopimus on ehjä" })).toBeVisible();
  await expect(page.getByText("Leila Karjalainen")).toBeVisible();
  await page.getByText("Työaika", { exact: true }).click();
  await expect(page.getByText(/Työaika on 37,5 tuntia viikossa/)).toBeVisible();
  await expectAccessible(page, "verify, whole");

  await choose.last().setInputFiles(files.changed);
  await expect(page.getByRole("heading", { name: "Älä luota tähän tiedostoon" })).toBeVisible();
  await expect(page.getByText(/on lisätty 14 tavua sinetin jälkeen/)).toBeVisible();
  await expectAccessible(page, "verify, changed");
  expect(sent.filter((line) => !line.startsWith("GET "))).toEqual([]);
});

test("a page that says something else than was signed is shown before and after, with its page", async ({
  anyone,
}, info) => {
  const evidence = await makeEvidence([WORKING_TIME]);
  const [, ...rest] = WORKING_TIME.blocks;
  const other = {
    kind: "text",
    text: "Työaika on 47,5 tuntia viikossa, öitä ei tehdä. Åland.",
  } as const;
  const pages = {
    ...evidence.text.papers.fi,
    sections: [{ ...WORKING_TIME, blocks: [other, ...rest] }],
  };
  const file = info.outputPath("forged.pdf");
  await writeFile(file, await sealEvidence(evidence, pages));
  const { page } = await anyone(phone);
  await open(page, "/verify");
  await page.getByLabel("Allekirjoitettu sopimus", { exact: true }).last().setInputFiles(file);
  await expect(page.getByRole("heading", { name: "Älä luota tähän tiedostoon" })).toBeVisible();
  await expect(page.getByText("Työaika, sivu 1")).toBeVisible();
  await expect(page.locator("del")).toHaveText(/37,5 tuntia/);
  await expect(page.locator("ins")).toHaveText(/47,5 tuntia/);
  await expectAccessible(page, "verify, another page");
});

test("a picture of a paper is none of ours, and the page says what to choose", async ({
  anyone,
}, info) => {
  const file = info.outputPath("scan.pdf");
  await writeFile(file, "%PDF-1.7\n");
  const { page } = await anyone(desktop);
  await open(page, "/verify");
  await page.getByRole("button", { name: /English/ }).click();
  await page.getByLabel("A signed agreement", { exact: true }).last().setInputFiles(file);
  await expect(page.getByRole("heading", { level: 1, name: /not an agreement/ })).toBeVisible();
  await expectAccessible(page, "verify, none of ours");
});
