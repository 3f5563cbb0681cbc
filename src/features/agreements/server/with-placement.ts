import { m } from "#messages/server";
import type { Tx } from "#server/database/database.ts";
import type { DeedContext } from "#server/deed.ts";
import { isLanguage } from "#shared/language.ts";
import { lockAgreement } from "./agreement.queries.ts";
import { close } from "./end-agreement.ts";
import { findInForce } from "./in-force.queries.ts";
import { listReceivers } from "./paper.queries.ts";

type Place = { readonly id: string; readonly provider_id: string };

/** A placement that is over has nothing left to sign: what is out is taken back, and its parties are told. */
export async function takeBackOut(context: DeedContext, placement: Place): Promise<void> {
  const { tx, actor } = context;
  const out = await tx
    .selectFrom("agreement")
    .select("id")
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("state", "=", "out")
    .executeTakeFirst();
  const agreement = out && (await lockAgreement(tx, actor, out.id));
  // Between the look and the lock it may have been signed by the last one.
  if (agreement?.state !== "out") return;
  const locale = isLanguage(agreement.language) ? agreement.language : "fi";
  await close(context, agreement, "withdrawn", m.agreement_withdrawn_by_end({}, { locale }));
}

/** Everyone whom the agreement in force binds or who was told of it; empty when none has been signed. */
export async function listBound(tx: Tx, placement: Place) {
  const force = await findInForce(tx, placement);
  if (force === undefined) return [];
  const agreement = { id: force.id, provider_id: placement.provider_id };
  const receivers = await listReceivers(tx, agreement);
  return receivers.map(({ party, personId }) => ({ agreement, party, personId }));
}
