import type { House } from "#server/house.ts";
import { finishLeftovers, finishWorker } from "./finish-agreement.ts";

const ZONE = "Europe/Helsinki";

/**
 * Papers are made by the job of the last signature. What is missing even so, because a server was killed, a seal
 * had run out or the job was given up, is looked for when a server starts and every ten minutes after that.
 */
export async function startPapers(house: House): Promise<void> {
  await house.jobs.work("agreements.finish", finishWorker(house));
  await house.jobs.work("agreements.leftovers", () => finishLeftovers(house));
  await house.jobs.schedule("agreements.leftovers", "*/10 * * * *", ZONE);
  // By the queue: a server with many papers to make answers its readers meanwhile.
  await house.db.transaction().execute((tx) => house.jobs.enqueue(tx, "agreements.leftovers", {}));
}
