import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ServerProcess, startServer } from "#tests/process/server-process.ts";
import { placementOf } from "#tests/support/demo-places.ts";
import { expectAccessible, open } from "#tests/support/good-page.ts";
import { desktop, expect, test, type Visitor } from "#tests/support/visitor.ts";

/** The same data on three days, each day with a server whose clock is set to it. */
const TOLD = "2026-11-23";
const STUDENT = "Onni Virtanen";
const FLAGGED = /kaasuliekillä ei ole luettelossa/;
const THREE_STARTS_MS = 300_000;

type Checks = {
  endsOn: string;
  young: { turns18On: string; hits: { rule: string; last: string }[] };
};

let dataDir: string;
let server: ServerProcess | undefined;

test.beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "kisalli-birthday-"));
});
test.afterEach(async () => {
  await stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function serverOn(day: string): Promise<string> {
  await stop();
  server = startServer({ DATA_DIR: dataDir, DEMO_NOW: `${day}T08:00:00+02:00` });
  return server.ready();
}

async function stop(): Promise<void> {
  server?.child.kill("SIGTERM");
  await server?.ended();
  server = undefined;
}

test("a minor's gas torch is flagged with its notice ready until the eve of the birthday, and lifted on it", async ({
  visitor,
}) => {
  test.setTimeout(THREE_STARTS_MS);
  const opened: Visitor[] = [];
  const sannaOn = async (day: string) => {
    await opened.at(-1)?.page.close();
    const sanna = await visitor("Sanna Heikkilä", { ...desktop, baseURL: await serverOn(day) });
    opened.push(sanna);
    return sanna;
  };

  const sanna = await sannaOn(TOLD);
  const placementId = await placementOf(sanna, STUDENT);
  const checks = `/placements/${placementId}/checks`;
  const { young, endsOn } = await sanna.read<Checks>(`/api/placements/${placementId}/young-work`);
  const birthday = Temporal.PlainDate.from(young.turns18On);
  expect(young.turns18On > TOLD && young.turns18On <= endsOn).toBe(true);
  await test.step("flagged, with the notice prepared", async () => {
    await open(sanna.page, checks);
    await expect(sanna.page.getByText(FLAGGED).first()).toBeVisible();
    await expect(sanna.page.getByText("ENNAKKOILMOITUS NUOREN")).toBeVisible();
  });

  await test.step("still flagged on the last working day before the birthday", async () => {
    const last =
      young.hits
        .map((hit) => hit.last)
        .toSorted()
        .at(-1) ?? "";
    const eve = await sannaOn(last);
    await open(eve.page, checks);
    await expect(eve.page.getByText(FLAGGED).first()).toBeVisible();
    await expect(eve.page.getByText("ENNAKKOILMOITUS NUOREN")).toBeVisible();
  });

  await test.step("lifted on the birthday, by itself", async () => {
    const adult = await sannaOn(birthday.toString());
    await open(adult.page, checks);
    await expect(adult.page.getByText(/täytti 18 vuotta/)).toBeVisible();
    await expect(adult.page.getByText(FLAGGED)).toHaveCount(0);
    await expect(adult.page.getByText("ENNAKKOILMOITUS NUOREN")).toHaveCount(0);
    await expectAccessible(adult.page, "checks on the birthday");
  });
});
