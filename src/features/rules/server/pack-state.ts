import type { Tx } from "#server/database/database.ts";
import { YOUNG_WORKERS } from "../national-pack.ts";
import { fitOf, openHits, type PlacementWork } from "../placement-work.ts";
import type { RulePack } from "../rule-pack.ts";
import { workOf } from "./api.ts";
import * as queries from "./rule-packs.queries.ts";

/** What a provider has of the pack: the version in use and the one being written. */
export async function packStateOf(tx: Tx, providerId: string) {
  const keys = { provider_id: providerId, pack: YOUNG_WORKERS.code };
  const inUse = await queries.findInUse(tx, keys);
  const draft = await queries.findDraft(tx, keys);
  return {
    keys,
    pack: inUse === undefined ? YOUNG_WORKERS : queries.contentOf(inUse),
    number: inUse?.number ?? null,
    draft: draft === undefined ? null : await withWriters(tx, draft),
  };
}

async function withWriters(
  tx: Tx,
  draft: NonNullable<Awaited<ReturnType<typeof queries.findDraft>>>,
) {
  const writers = [draft.written_by, ...(await queries.listWriters(tx, draft.id))];
  return { ...draft, pack: queries.contentOf(draft), writers };
}

/** Ids of placements that the two versions answer differently about. */
export async function affectedBy(
  tx: Tx,
  providerId: string,
  before: RulePack,
  after: RulePack,
): Promise<string[]> {
  const rows = await queries.listYoungPlacements(tx, providerId);
  return rows.flatMap((row) => {
    const work = workOf(row);
    return work !== null && saidOf(before, work) !== saidOf(after, work) ? [row.id] : [];
  });
}

function saidOf(pack: RulePack, work: PlacementWork): string {
  return openHits(fitOf(pack, work))
    .map(({ finding, taskId, first, last }) => `${finding.rule.rule} ${taskId} ${first} ${last}`)
    .join();
}
