import { homeOf, placementOf } from "#tests/support/demo-places.ts";
import { arrived, expectAccessible, open } from "#tests/support/good-page.ts";
import { linkTo, sendLink, tapOpen } from "#tests/support/letters.ts";
import { letExpire } from "#tests/support/old-link.queries.ts";
import { desktop, expect, phone, test } from "#tests/support/visitor.ts";

const MOST_TAPS = 4;

test("Mika comes from a letter to a confirmed week in four taps, and only the last changes anything", async ({
  anyone,
  visitor,
}) => {
  const eetu = await visitor("Eetu Lahtinen", phone);
  const { placementId, weekIn } = await homeOf(eetu);
  const week = `/placements/${placementId}/weeks/${weekIn("waits")}`;
  await sendLink(await visitor("Sanna Heikkilä", desktop), placementId);
  const mika = await anyone(phone);
  const link = await linkTo(mika, "Mika Korhonen", /Eetu/);

  await test.step("a mail scanner opens the link: nothing changes", async () => {
    expect((await mika.context.request.head(link)).ok()).toBe(true);
    expect((await mika.context.request.get(link)).ok()).toBe(true);
    await open(eetu.page, week);
    await expect(eetu.page.getByText(/Odottaa: Mika/)).toBeVisible();
  });

  const { page } = mika;
  const began = performance.now();
  let taps = 1;
  await open(page, link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Oletko Mika Korhonen?");
  await expectAccessible(page, "landing page");
  taps += 1;
  await tapOpen(page);
  if (!page.url().endsWith(week)) {
    taps += 1;
    await page.locator(`a[href="${week}"]`).click();
    await arrived(page);
  }
  await expectAccessible(page, "the week to confirm");
  taps += 1;
  await page.getByRole("button", { name: "Viikko kunnossa" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kiitos, Mika");
  const seconds = (performance.now() - began) / 1_000;
  console.log(`From the letter to a confirmed week: ${taps} taps, ${seconds.toFixed(1)} s`);
  expect(taps).toBeLessThanOrEqual(MOST_TAPS);
  await expectAccessible(page, "the confirmed week");

  await test.step("the second time the link says that it is done", async () => {
    await open(page, link);
    await tapOpen(page);
    await open(page, week);
    await expect(page.getByText(/on vahvistettu|vahvisti viikon/).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Viikko kunnossa" })).toHaveCount(0);
  });

  await test.step("Eetu sees who confirmed it", async () => {
    await open(eetu.page, week);
    await expect(eetu.page.getByText(/Mika vahvisti viikon/)).toBeVisible();
  });
});

test("a colleague with a forwarded link says their own name, and everybody sees it", async ({
  anyone,
  visitor,
}) => {
  const aino = await visitor("Aino Salmela", phone);
  const { placementId, weekIn } = await homeOf(aino);
  const week = `/placements/${placementId}/weeks/${weekIn("waits")}`;
  await sendLink(await visitor("Sanna Heikkilä", desktop), placementId);
  const pia = await anyone(phone);
  await open(pia.page, await linkTo(pia, "Leila Karjalainen", /Aino/));
  await pia.page.getByRole("button", { name: "Olen joku muu" }).click();
  await expectAccessible(pia.page, "who are you");
  await pia.page.getByLabel("Nimesi").fill("Pia Salo");
  await tapOpen(pia.page);
  await open(pia.page, week);
  await expect(pia.page.getByText("Sinä olet Pia Salo")).toBeVisible();
  await pia.page.getByRole("button", { name: "Viikko kunnossa" }).click();
  await expect(pia.page.getByRole("heading", { level: 1 })).toHaveText(/^Kiitos, Pia/);
  await open(aino.page, week);
  await expect(aino.page.getByText(/Pia Salo \(sijaisena, vastuussa Leila\)/)).toBeVisible();
  await linkTo(aino, "Leila Karjalainen", /Pia Salo vahvisti/);
});

test("an expired link sends a fresh one, a closed link says whom to ask", async ({
  anyone,
  visitor,
}) => {
  const sanna = await visitor("Sanna Heikkilä", desktop);
  const placementId = await placementOf(sanna, "Veeti Rantanen");
  await sendLink(sanna, placementId);
  const tutor = await anyone(phone);
  tutor.expects(410);
  const { page } = tutor;
  const { tutorName, other } = await tutorsOf(sanna, placementId);
  const link = await linkTo(tutor, tutorName, /Veeti/);
  const title = page.getByRole("heading", { level: 1 });

  await letExpire(link);
  await open(page, link);
  await expect(title).toHaveText("Linkki on liian vanha");
  await expectAccessible(page, "expired link");
  await page.getByRole("button", { name: "Lähetä minulle uusi linkki" }).click();
  await expect(title).toHaveText("Lähetimme uuden linkin");
  const fresh = await linkTo(tutor, tutorName, /Uusi linkki/);
  await open(page, fresh);
  await expect(title).toHaveText(`Oletko ${tutorName}?`);

  const named = await sanna.context.request.put(`/api/placements/${placementId}/tutor`, {
    data: { tutorId: other },
    headers: { "Idempotency-Key": crypto.randomUUID() },
  });
  expect(named.ok(), await named.text()).toBe(true);
  await open(page, fresh);
  await expect(title).toHaveText("Tämä linkki on suljettu");
  await expect(page.getByText(/opettaja voi lähettää uuden/)).toBeVisible();
  await expectAccessible(page, "closed link");
});

type Tutor = { id: string; givenName: string; familyName: string };

/** The placement's tutor by name, and somebody else who could be it. */
async function tutorsOf(
  reader: { read<T>(path: string): Promise<T> },
  placementId: string,
): Promise<{ tutorName: string; other: string }> {
  const { tutor, workplace } = await reader.read<{ tutor: Tutor; workplace: { id: string } }>(
    `/api/placements/${placementId}`,
  );
  const { people } = await reader.read<{ people: (Tutor & { role: string })[] }>(
    `/api/workplaces/${workplace.id}`,
  );
  const other = people.find(({ id, role }) => role === "tutor" && id !== tutor.id);
  if (other === undefined) throw new Error("the workplace has one tutor only");
  return { tutorName: `${tutor.givenName} ${tutor.familyName}`, other: other.id };
}
