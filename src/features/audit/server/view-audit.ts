import { view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { localisedText } from "#shared/route.contract.ts";
import { broken, readAudit } from "../audit.contract.ts";
import { mayReadAudit } from "../audit.policy.ts";
import { DEED_CODES } from "../deeds.ts";
import * as queries from "./audit.queries.ts";
import { eventOf } from "./view-history.ts";

const WINDOW = 50;
const HEADS = 14;

export const readAuditRoute = view(readAudit, async ({ tx, actor, at }, { params, query }) => {
  const { providerId } = params;
  const may = mayReadAudit(actor, providerId);
  if (!may.allowed) return refuse("not_found");
  const provider = await queries.findProvider(tx, providerId);
  if (provider === null) return refuse("not_found");
  const { before = null, ...filters } = query;
  const rows = await queries.searchEvents(tx, providerId, {
    ...filters,
    timeZone: provider.timeZone,
    before,
    limit: WINDOW + 1,
  });
  const shown = rows.slice(0, WINDOW);
  const kept = await queries.listHeads(tx, providerId, HEADS);
  const heads = kept.map(({ fault, ...head }) => ({ ...head, broken: broken.parse(fault) }));
  return accept({
    providerName: localisedText.parse(provider.name),
    slug: provider.slug,
    now: at.toString(),
    checked: heads[0] ?? null,
    heads: heads.filter((head) => head.broken === null && head.number > 0),
    deeds: [...DEED_CODES],
    events: shown.map((row) => ({ ...eventOf(row), about: row.about })),
    next: rows.length > WINDOW ? (shown.at(-1)?.id ?? null) : null,
  });
});
