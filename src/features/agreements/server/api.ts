import { asApp, type Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import type { AgreementState } from "../agreement.ts";
import * as queries from "./command.queries.ts";
import { listUnfinished } from "./paper.queries.ts";

export { signingAddress } from "./agreement-letters.ts";
export { amendAgreementRoute } from "./amend-agreement.ts";
export { endGuardianships } from "./end-guardianships.ts";
export { finishLeftovers, finishWorker } from "./finish-agreement.ts";
export { agreementColumn } from "./gate-column.queries.ts";
export { startPapers } from "./keep-papers.ts";
export { sendAgreementRoute } from "./send-agreement.ts";
export { sendFrameworkRoute } from "./send-framework.ts";
export { tellSignature } from "./tell-signature.ts";
export { listBound, takeBackOut } from "./with-placement.ts";

/** For whoever runs the server: agreements of every provider, without names. */
export function listForCommand(house: House, state: AgreementState | undefined) {
  return asEverybody(house, (tx) => queries.listAll(tx, state));
}

/** The sealed PDF; "not_yet" when there is none, "unknown" when there is no such agreement. */
export async function findPaperForCommand(
  house: House,
  id: string,
): Promise<Uint8Array | "not_yet" | "unknown"> {
  const found = await asEverybody(house, (tx) => queries.findBytes(tx, id));
  if (found === undefined) return "unknown";
  return found.bytes ?? "not_yet";
}

/** How many signed agreements of a provider have no paper yet. */
export async function countWithoutPaper(tx: Tx, providerId: string): Promise<number> {
  return (await listUnfinished(tx, providerId)).length;
}

/** Makes the papers that could not be made before, for instance for want of a valid seal. */
export async function finishWaiting(house: House, tx: Tx, providerId: string): Promise<void> {
  for (const { id } of await listUnfinished(tx, providerId)) {
    await house.jobs.enqueue(tx, "agreements.finish", { providerId, agreementId: id });
  }
}

async function asEverybody<T>(house: House, work: (tx: Tx) => Promise<T>): Promise<T> {
  const providers = await house.db.selectFrom("provider").select("id").execute();
  return asApp(house.db, { personId: null, providerIds: providers.map(({ id }) => id) }, work);
}
