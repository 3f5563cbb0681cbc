import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { makeSeal } from "../seals.contract.ts";
import { mayKeepSeals } from "../seals.policy.ts";
import { makeSealKey } from "./make-key.ts";
import { replaceSeal } from "./replace-seal.ts";
import { lockSeals, ownerOf } from "./seal.queries.ts";

/** A new key of the provider's own. Papers sealed before keep the seal they have. */
export const makeSealRoute = deed(makeSeal, async (context, { params: { providerId } }) => {
  const { tx, actor, at, audit } = context;
  if (!mayKeepSeals(actor, providerId).allowed) return refuse("not_found");
  await lockSeals(tx, providerId);
  const key = await makeSealKey(await ownerOf(tx, providerId), at);
  const { id, fingerprint } = await replaceSeal(context, { providerId, key, addedBy: null });
  await audit({
    deed: "make-seal",
    subjectKind: "seal",
    subjectId: id,
    providerId,
    change: { fingerprint },
  });
  return accept({ done: true } as const);
});
