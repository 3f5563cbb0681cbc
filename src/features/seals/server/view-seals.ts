import { countWithoutPaper } from "#features/agreements/server/api.ts";
import { view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { localisedText } from "#shared/route.contract.ts";
import { readSeals } from "../seals.contract.ts";
import { mayKeepSeals } from "../seals.policy.ts";
import { findOwner, listSeals } from "./seal.queries.ts";

export const readSealsRoute = view(readSeals, async ({ tx, actor, at, house }, { params }) => {
  const { providerId } = params;
  if (!mayKeepSeals(actor, providerId).allowed) return refuse("not_found");
  const { name } = await findOwner(tx, providerId);
  const seals = await listSeals(tx, providerId);
  return accept({
    providerName: localisedText.parse(name),
    seals: seals.map((one) => ({
      id: one.id,
      subject: one.subject,
      fingerprint: one.fingerprint,
      validFrom: one.valid_from,
      validUntil: one.valid_until,
      origin: one.origin === "brought" ? ("brought" as const) : ("made" as const),
      addedAt: one.added_at,
      retiredAt: one.retired_at,
      state: stateOf(one, at),
    })),
    waiting: await countWithoutPaper(tx, providerId),
    stamps: Boolean(house.config.timeStampUrl),
  });
});

type Lived = { readonly retired_at: string | null; readonly valid_until: string };

function stateOf({ retired_at, valid_until }: Lived, at: Temporal.Instant) {
  if (retired_at !== null) return "retired";
  return Temporal.Instant.compare(at, valid_until) > 0 ? "expired" : "in_use";
}
