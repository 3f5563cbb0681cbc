import { readFile } from "node:fs/promises";
import { importFramework } from "#features/frameworks/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { type Tx, takeSight } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { tellStory } from "../../../../demo/story.ts";
import type { PlainText } from "../../../../demo/story-types.ts";
import { forgetAll, lockDemo } from "./demo.queries.ts";
import { loadHistory } from "./history.queries.ts";
import { loadAgreements } from "./load-agreements.ts";
import { loadCards } from "./load-cards.ts";
import { loadChecklists } from "./load-checklists.ts";
import { loadClearances } from "./load-clearances.ts";
import { loadGround } from "./load-ground.ts";
import { loadPaths } from "./load-path.ts";
import { loadPlacements } from "./load-placements.ts";
import { loadRegister } from "./load-register.ts";
import { loadRenewals } from "./load-renewals.ts";
import { loadRules } from "./load-rules.ts";
import { loadSafety } from "./load-safety.ts";
import { loadTemplates } from "./load-templates.ts";

const DEMO = new URL("../../../../demo/", import.meta.url);
const ZONE = "Europe/Helsinki";

/** Loads the story into an empty database; a database with any provider in it is left as it is. */
export async function loadDemoIfEmpty(house: House): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    await lockDemo(tx);
    const provider = await tx.selectFrom("provider").select("id").limit(1).executeTakeFirst();
    if (provider === undefined) await load(house, tx);
  });
}

/** Forgets everything and tells the story anew; sessions end, since their people are new records. */
export async function reloadDemo(house: House): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    await lockDemo(tx);
    await forgetAll(tx);
    await load(house, tx);
  });
}

/** Everything in one transaction: a demo is there whole or not at all. Days are told for today. */
async function load(house: House, tx: Tx): Promise<void> {
  const at = house.clock.now();
  const today = dayAt(at, ZONE);
  const story = tellStory(today.toString());
  const imported = await importFramework(tx, {
    bytes: await readFile(new URL("qualification.json", DEMO)),
    fileName: "qualification.json",
    at,
    importedBy: null,
  });
  if (!imported.ok) throw new Error(`the demo's qualification: ${imported.refusal.code}`);
  await loadPlainTexts(tx);
  const ground = await loadGround(tx, story);
  await takeSight(tx, { personId: null, providerIds: [...ground.providers.values()] });
  await loadPlacements(tx, story, ground);
  await loadRules(tx, story, ground);
  await loadTemplates(tx, story, ground);
  await loadSafety(tx, story, ground);
  await loadRegister(tx, story, ground, at);
  await loadChecklists(tx, story, ground, today);
  await loadClearances(tx, ground);
  await loadCards(tx, story, ground);
  await loadPaths(tx, ground);
  await loadRenewals(tx, today);
  await loadHistory(tx, at);
  await loadAgreements({ house, tx, story, ground, at });
}

async function loadPlainTexts(tx: Tx): Promise<void> {
  const texts: PlainText[] = JSON.parse(await readFile(new URL("plain-texts.json", DEMO), "utf8"));
  await tx
    .insertInto("requirement_plain")
    .values(
      texts.map((text) => ({
        requirement_key: text.requirement,
        plain: text.name,
        seen_when: text.seenWhen,
        typical_tasks: JSON.stringify(text.tasks),
      })),
    )
    .execute();
}
