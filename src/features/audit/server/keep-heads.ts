import { dayAt } from "#server/clock.ts";
import type { House } from "#server/house.ts";
import { headsAsked } from "../audit.contract.ts";
import { LOOKS_KEPT_MONTHS } from "../looks.ts";
import { keepHead, listChains } from "./chain.queries.ts";
import { verifyChain } from "./verify-chain.ts";

const ZONE = "Europe/Helsinki";

/** Every night each chain is looked through and its head kept; an admin may ask for it in between. */
export async function startChainKeeping(house: House): Promise<void> {
  await house.jobs.work("audit.heads", async (payload) => {
    const { providerId, personId } = headsAsked.parse(payload ?? {});
    await keepHeads(house, providerId);
    if (personId === undefined) return;
    await house.db.transaction().execute((tx) => house.live.touch(tx, `person:${personId}`));
  });
  await house.jobs.schedule("audit.heads", "10 2 * * *", ZONE);
}

/** Who looked at a placement is no longer anybody's business after this long (history.contract.ts tells it). */
async function forgetLooks({ db, clock }: House): Promise<void> {
  const first = dayAt(clock.now(), ZONE).subtract({ months: LOOKS_KEPT_MONTHS });
  await db.deleteFrom("placement_look").where("day", "<", first.toString()).execute();
}

/** Looks one provider's chain through, or every one, and keeps where it ends or what is wrong with it. */
export async function keepHeads(house: House, only?: string): Promise<void> {
  if (only === undefined) await forgetLooks(house);
  const all = await house.db.transaction().execute(listChains);
  for (const { chain } of all.filter((one) => only === undefined || one.chain === only)) {
    const at = house.clock.now();
    const { length, head, broken } = await verifyChain(house.db, chain);
    if (broken !== null) house.log.error({ chain, ...broken }, "the audit chain is broken");
    await house.db.transaction().execute((tx) =>
      keepHead(tx, {
        chain,
        at,
        day: dayAt(at, ZONE),
        number: length,
        hash: head,
        fault: broken,
      }),
    );
  }
}
