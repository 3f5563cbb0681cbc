import type { Page } from "@playwright/test";
import {
  agreementOf,
  homeOf,
  placementOf,
  qualificationOf,
  termsOf,
  unwrittenCardOf,
  workplaceOf,
} from "#tests/support/demo-places.ts";
import {
  arrived,
  expectAccessible,
  expectNoSidewaysScroll,
  expectTold,
  open,
  speak,
} from "#tests/support/good-page.ts";
import { desktop, expect, test, type Visitor } from "#tests/support/visitor.ts";

const NARROW = { width: 320, height: 700 };
const DESK = { width: 1280, height: 800 };
const NOT_FOUND = "Tätä sivua ei ole";

type Walk = {
  readonly who: string;
  /** The addresses of this person's pages. */
  readonly pages: (visitor: Visitor) => Promise<string[]>;
  /** What the server answers where a page says that it is not for this reader. */
  readonly refusals?: number[];
};

/** Each page in three languages, both themes, on the narrowest phone and on a desk. */
const walks: readonly Walk[] = [
  {
    who: "Eetu Lahtinen",
    async pages(eetu) {
      const { placementId, today, thisWeek, weekIn } = await homeOf(eetu);
      const placement = `/placements/${placementId}`;
      return [
        "/today",
        placement,
        `${placement}/weeks/${weekIn("confirmed")}`,
        `${placement}/weeks/${thisWeek}`,
        `${placement}/days/${today}`,
        `${placement}/plan`,
        `${placement}/induction`,
        "/safety",
      ];
    },
  },
  {
    who: "Mika Korhonen",
    async pages(mika) {
      const eetus = `/placements/${await placementOf(mika, "Eetu Lahtinen")}`;
      const onnis = `/placements/${await placementOf(mika, "Onni Virtanen")}`;
      return ["/today", eetus, `${onnis}/plan`, `${onnis}/cards`, "/placements"];
    },
  },
  {
    who: "Sanna Heikkilä",
    async pages(sanna) {
      const eetus = await placementOf(sanna, "Eetu Lahtinen");
      const olenas = `/placements/${await placementOf(sanna, "Olena Kovalenko")}`;
      return [
        "/today",
        `/placements/${eetus}`,
        `/placements/${eetus}/plan`,
        `/placements/${eetus}/suitability`,
        olenas,
        `${olenas}/suitability`,
        `${olenas}/plan`,
        `${olenas}/cards`,
        `/placements/${await placementOf(sanna, "Onni Virtanen")}/checks`,
        `${olenas}/checklist`,
        "/safety/heard",
        `/placements/${await placementOf(sanna, "Tuomas Aho")}/agreements`,
        await agreementOf(sanna, "Aino Salmela"),
        await agreementOf(sanna, "Jere Nurmi"),
        await agreementOf(sanna, "Tuomas Aho"),
      ];
    },
  },
  {
    who: "Leila Karjalainen",
    async pages(leila) {
      const { rows } = await leila.read<{ rows: { id: string }[] }>("/api/agreements");
      return ["/today", "/agreements", ...rows.map(({ id }) => `/agreements/${id}`)];
    },
  },
  {
    who: "Henrik Blom",
    async pages(henrik) {
      const nooras = await placementOf(henrik, "Noora Hakala");
      return [
        "/today",
        "/placements",
        "/placements/new",
        "/workplaces",
        `/workplaces/${await workplaceOf(henrik, nooras)}`,
      ];
    },
  },
  {
    who: "Jari Mäkinen",
    async pages(jari) {
      const onnis = await placementOf(jari, "Onni Virtanen");
      const tuomas = await placementOf(jari, "Tuomas Aho");
      return [
        "/today",
        "/placements",
        `/placements/${onnis}`,
        `/workplaces/${await workplaceOf(jari, onnis)}/standing`,
        `/workplaces/${await workplaceOf(jari, tuomas)}`,
        `/workplaces/${await workplaceOf(jari, tuomas)}/framework-agreements`,
        await termsOf(jari, "Tuomas Aho"),
        "/templates/framework_agreement",
        "/qualifications/cards",
        `/qualifications/cards/${await unwrittenCardOf(jari)}`,
      ];
    },
  },
  {
    who: "Tuula Ranta",
    async pages(tuula) {
      const qualification = `/qualifications/${await qualificationOf(tuula)}`;
      return [
        "/qualifications",
        "/rules",
        "/qualifications/import",
        qualification,
        `${qualification}/import`,
      ];
    },
  },
];

for (const { who, pages } of walks) {
  test(`${who}'s pages speak three languages and hold on every screen`, async ({ visitor }) => {
    test.slow();
    const person = await visitor(who, desktop);
    for (const path of await pages(person)) {
      await test.step(path, () => walk(person.page, path));
    }
  });
}

for (const who of ["Eetu Lahtinen", "Mika Korhonen", "Sanna Heikkilä"]) {
  test(`${who}'s calendar speaks three languages and holds on every screen`, async ({
    visitor,
  }) => {
    const { page } = await visitor(who, desktop);
    await walk(page, "/calendar");
  });
}

test("the pages anyone may open speak three languages and hold on every screen", async ({
  anyone,
}) => {
  test.slow();
  const { page } = await anyone(desktop);
  for (const path of ["/", "/sign-in", "/demo", "/demo/messages"])
    await test.step(path, () => walk(page, path));
});

test("where the way ends, the page says why and names one step, in three languages", async ({
  anyone,
  visitor,
}) => {
  test.slow();
  const stranger = await anyone(desktop);
  stranger.expects(404);
  stranger.expects(401);
  await walk(stranger.page, "/no-such-page", "edge");
  await walk(stranger.page, `/l/${"x".repeat(43)}`, "edge");
  await walk(stranger.page, "/placements", "edge");
  const aino = await visitor("Aino Salmela", desktop);
  aino.expects(403);
  await walk(aino.page, "/placements/new", "edge");
});

async function walk(page: Page, path: string, kind: "page" | "edge" = "page"): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(NARROW);
  await open(page, path);
  await speak(page, "fi");
  const heading = page.locator("h1");
  if (kind === "page") await expect(heading, `${path} exists`).not.toHaveText(NOT_FOUND);
  await look(page, "fi", `${path} fi light 320`);
  await expectNoSidewaysScroll(page, `${path} fi 320`);
  await speak(page, "sv");
  await expectNoSidewaysScroll(page, `${path} sv 320`);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(DESK);
  await look(page, "sv", `${path} sv dark 1280`);
  // The desk has its switch in the bar, the phone in the menu: both are pressed.
  await speak(page, "en");
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(page, `${path} en 320`);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(DESK);
  await look(page, "en", `${path} en light 1280`);
}

async function look(page: Page, language: "fi" | "sv" | "en", where: string): Promise<void> {
  await arrived(page);
  await expectTold(page, language, where);
  await expectAccessible(page, where);
}
