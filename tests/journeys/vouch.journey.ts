import { placementOf, workplaceOf } from "#tests/support/demo-places.ts";
import { expectAccessible, open, tick } from "#tests/support/good-page.ts";
import { desktop, expect, phone, test } from "#tests/support/visitor.ts";

const MADE = "Ennakkoilmoitus on tehty";

test("a minor's work is flagged, its notice stands ready, and the teacher notes it as made", async ({
  visitor,
}) => {
  const { page, ...sanna } = await visitor("Sanna Heikkilä", desktop);
  const onnis = `/placements/${await placementOf({ page, ...sanna }, "Onni Virtanen")}`;
  await open(page, onnis);
  await page.getByRole("link", { name: "Avaa tarkistukset" }).click();
  await expect(page.getByText(/kaasuliekillä ei ole luettelossa/)).toBeVisible();
  await expect(page.getByText("ENNAKKOILMOITUS NUOREN")).toBeVisible();
  await expectAccessible(page, "checks");
  await tick(page.getByRole("radio", { name: "Svenska" }));
  await expect(page.getByText("FÖRHANDSANMÄLAN OM EN UNG")).toBeVisible();
  await page.getByRole("button", { name: MADE }).click();
  await expect(page.getByText(/ei ole avoimia kohtia/)).toBeVisible();
  await page.getByRole("button", { name: "Peru" }).click();
  await expect(page.getByRole("button", { name: MADE })).toBeVisible();
});

test("a suspended workplace makes two students their teacher's task, until it is lifted", async ({
  visitor,
}) => {
  const jari = await visitor("Jari Mäkinen", desktop);
  const graces = await placementOf(jari, "Grace Mensah");
  const standing = `/workplaces/${await workplaceOf(jari, graces)}/standing`;
  await open(jari.page, standing);
  await expectAccessible(jari.page, "standing");
  await jari.page
    .getByRole("textbox", { name: /^Perustelu/ })
    .fill("Nostolaitteen tarkastus puuttuu.");
  await jari.page.getByRole("button", { name: "Keskeytä", exact: true }).click();
  await expect(jari.page.getByText(/^Keskeytetty\. 2 opiskelijan/)).toBeVisible();
  const sanna = await visitor("Sanna Heikkilä", desktop);
  await test.step("both students stand first on the teacher's board", async () => {
    await open(sanna.page, "/today");
    await expect(sanna.page.getByText("Sovi, missä opiskelija jatkaa")).toHaveCount(2);
    await open(sanna.page, `/placements/${graces}`);
    await tick(sanna.page.getByRole("radio", { name: "Jatkaa täällä sovituin järjestelyin" }));
    await sanna.page
      .getByRole("textbox", { name: /^Mitä on sovittu/ })
      .fill("Ei nostoja ennen tarkastusta.");
    await sanna.page.getByRole("button", { name: "Tallenna ratkaisu" }).click();
    await expect(sanna.page.getByRole("button", { name: "Tallenna ratkaisu" })).toHaveCount(0);
  });
  await jari.page.getByRole("textbox", { name: /^Miksi keskeytys/ }).fill("Tarkastus on tehty.");
  await jari.page.getByRole("button", { name: "Päätä keskeytys" }).click();
  await expect(jari.page.getByRole("heading", { name: "Aiemmat" })).toBeVisible();
  await open(sanna.page, "/today");
  await expect(sanna.page.getByText("Sovi, missä opiskelija jatkaa")).toHaveCount(0);
});

test("the workplace answers with one tap, and the teacher renews with one", async ({ visitor }) => {
  const sanna = await visitor("Sanna Heikkilä", desktop);
  const path = `/placements/${await placementOf(sanna, "Kaisa Repo")}`;
  const { tutor } = await sanna.read<{ tutor: { givenName: string; familyName: string } }>(
    `/api${path}`,
  );
  const { page } = await visitor(`${tutor.givenName} ${tutor.familyName}`, phone);
  await open(page, `${path}/suitability`);
  await page.getByRole("button", { name: "Mikään ei ole muuttunut" }).click();
  await expect(page.getByText("Kiitos, opettaja näkee vastauksesi.")).toBeVisible();
  await open(sanna.page, `${path}/suitability`);
  await expect(sanna.page.getByText(/mikään ei ole muuttunut/)).toBeVisible();
  await sanna.page.getByRole("button", { name: "Uusi päätös samanlaisena" }).click();
  await expect(sanna.page.getByText(/Päätös on uusittu/)).toBeVisible();
});

test("what a student tells reaches the chosen one, is followed, and leaves the screen at once", async ({
  visitor,
}) => {
  const niko = await visitor("Niko Halonen", phone);
  await open(niko.page, "/today");
  await niko.page.getByRole("link", { name: "Tarvitsen jonkun" }).click();
  await niko.page.getByRole("button", { name: "Melkein sattui" }).click();
  await tick(niko.page.getByRole("checkbox", { name: /Sanna Heikkilä/ }));
  await expectAccessible(niko.page, "safety");
  await niko.page.getByRole("button", { name: "Lähetä: Sanna Heikkilä" }).click();
  await expect(niko.page.getByText("Kuka tietää nyt")).toBeVisible();
  const sanna = await visitor("Sanna Heikkilä", desktop);
  await open(sanna.page, "/safety/heard");
  const card = sanna.page.getByRole("region", { name: "Niko Halonen" });
  await card.getByRole("textbox", { name: "Kirjoita" }).fill("Soitan tänään kello 14.");
  await card.getByRole("button", { name: "Merkitse hoidetuksi" }).click();
  await expect(niko.page.getByText(/^nähty/)).toBeVisible();
  await expect(niko.page.getByText("Soitan tänään kello 14.")).toBeVisible();
  await niko.page.getByRole("button", { name: "Asia on kunnossa" }).click();
  await expect(niko.page.getByText("Kunnossa", { exact: true })).toBeVisible();
  await niko.page.keyboard.press("Escape");
  await niko.page.keyboard.press("Escape");
  await expect(niko.page).toHaveURL(/\/today$/);
});

test("a new task is shown by the tutor and known by the student, item by item", async ({
  visitor,
}) => {
  const grace = await visitor("Grace Mensah", phone);
  const { current } = await grace.read<{
    current: { id: string; tutor: { givenName: string; familyName: string } };
  }>("/api/student/home");
  const path = `/placements/${current.id}`;
  await open(grace.page, `${path}/plan`);
  await grace.page.getByRole("link", { name: "Avaa perehdytys" }).click();
  const before = await missing(grace.page);
  const tutor = await visitor(`${current.tutor.givenName} ${current.tutor.familyName}`, phone);
  await open(tutor.page, `${path}/induction`);
  await tutor.page.getByRole("button", { name: /^Näytin tämän/ }).click();
  await expect(grace.page.getByText(/näytti kello/)).toBeVisible();
  await grace.page.getByRole("button", { name: "Tiedän tämän" }).click();
  await expect.poll(() => missing(grace.page)).toBe(before - 1);
  await expectAccessible(grace.page, "induction");
});

async function missing(page: Parameters<typeof open>[0]): Promise<number> {
  const [done = "0", all = "0"] =
    (await page.getByText(/molempien vahvistamaa$/).textContent())?.split(/[/ ]/) ?? [];
  return Number(all) - Number(done);
}
