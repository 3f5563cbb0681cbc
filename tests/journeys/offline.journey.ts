import { homeOf } from "#tests/support/demo-places.ts";
import { expectAccessible, open } from "#tests/support/good-page.ts";
import { expect, phone, test } from "#tests/support/visitor.ts";

test("a day written without network waits on the phone, goes by itself, and is there once", async ({
  visitor,
}) => {
  const helmi = await visitor("Helmi Laine", phone);
  const { page, context } = helmi;
  const { placementId, today } = await homeOf(helmi);
  const path = `/api/placements/${placementId}/days/${today}`;
  const saved: number[] = [];
  page.on("response", (response) => {
    if (response.request().method() === "PUT" && response.url().endsWith(path))
      saved.push(response.status());
  });
  await open(page, `/placements/${placementId}/days/${today}`);
  const text = "Pesin ja föönasin kolme asiakasta.";

  helmi.expectsNoNetwork();
  await context.setOffline(true);
  await expect(page.getByText("Ei verkkoa.")).toBeVisible();
  await page.getByLabel("Kappale 1").fill(text);
  await page.getByRole("button", { name: "Tallenna päivä" }).click();
  await expect(page.getByText("Tässä puhelimessa").first()).toBeVisible();
  await expect(page.getByText(/Lähtee itsestään/).first()).toBeVisible();
  await expectAccessible(page, "the day, kept on the phone");
  expect(saved).toEqual([]);

  await context.setOffline(false);
  await expect(page.getByText(/^Tallessa/).first()).toBeVisible();
  expect(saved).toEqual([200]);
  await open(page, `/placements/${placementId}/days/${today}`);
  await expect(page.getByLabel("Kappale 1")).toHaveValue(text);
  await expect(page.getByLabel("Kappale 2")).toHaveCount(0);
  const { entries } = await helmi.read<{ entries: { day: string }[] }>("/api/student/home");
  expect(entries.filter(({ day }) => day === today)).toHaveLength(1);
});
