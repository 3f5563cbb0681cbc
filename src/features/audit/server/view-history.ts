import type { z } from "zod";
import { relationOf } from "#features/placements/placement.policy.ts";
import { findVisible } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { LOOK_PAGES } from "#shared/look.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { localisedText } from "#shared/route.contract.ts";
import { detailsOf } from "../deeds.ts";
import { type event, readHistory } from "../history.contract.ts";
import { LOOKS_KEPT_MONTHS, LOOKS_SHOWN_DAYS } from "../looks.ts";
import * as queries from "./history.queries.ts";

const WINDOW = 40;

export const readHistoryRoute = view(readHistory, async ({ tx, actor, at }, { params, query }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const { timeZone, providerName, ...names } = await queries.findNames(tx, placement);
  const today = dayAt(at, timeZone);
  const rows = await queries.listEvents(tx, placement, relationOf(actor, placement), {
    group: query.group ?? null,
    before: query.before ?? null,
    limit: WINDOW + 1,
  });
  const shown = rows.slice(0, WINDOW);
  const since = today.subtract({ days: LOOKS_SHOWN_DAYS - 1 }).toString();
  const looks = await queries.listLooks(tx, placement, since);
  return accept({
    ...names,
    providerName: localisedText.parse(providerName),
    now: at.toString(),
    today: today.toString(),
    events: shown.map(eventOf),
    next: rows.length > WINDOW ? (shown.at(-1)?.id ?? null) : null,
    looks: looks.flatMap(({ page, name, actingName, relation, days }) => {
      const known = LOOK_PAGES.find((one) => one === page);
      return known ? [{ ...seatOf(name, actingName || null), relation, page: known, days }] : [];
    }),
    looksKeptMonths: LOOKS_KEPT_MONTHS,
  });
});

/** A colleague in a person's seat is named first: who really did it. */
function seatOf(name: string, actingName: string | null) {
  return { name: actingName ?? name, seatOf: actingName === null ? null : name };
}

export function eventOf(row: queries.EventRow): z.input<typeof event> {
  const { id, at, deed, means, name, actingName } = row;
  return {
    id,
    at,
    deed,
    means,
    doer: name === null ? null : seatOf(name, actingName),
    ...detailsOf(deed, row.change),
  };
}
