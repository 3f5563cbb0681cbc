import { view } from "#server/deed.ts";
import { staffProvidersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayWithdrawEntry } from "../register.policy.ts";
import { TIMELINE_WINDOW } from "../register.ts";
import { readTimeline } from "../timeline.contract.ts";
import { timeZoneOf } from "./register-list.queries.ts";
import { readMoments } from "./timeline.queries.ts";
import { familyOf, findWorkplace } from "./workplace-page.queries.ts";

export const readTimelineRoute = view(readTimeline, async ({ tx, actor }, { params, query }) => {
  const found = await findWorkplace(tx, params.workplaceId);
  if (found === undefined) return refuse("not_found");
  const family = await familyOf(tx, found.survivorId ?? found.id);
  const zone = await timeZoneOf(tx, staffProvidersOf(actor)[0]);
  const { kind, limit } = query;
  const window = { kind: kind ?? null, limit: limit ?? TIMELINE_WINDOW };
  const { moments, counts } = await readMoments(tx, { actor, family, zone }, window);
  return accept({
    counts,
    moments: moments.map(({ entryId, entryKind, entryOf, text, writerId, ...moment }) => ({
      ...moment,
      entry:
        entryId === null || entryKind === null || entryOf === null || writerId === null
          ? null
          : {
              id: entryId,
              kind: entryKind,
              text: text ?? "",
              withdraw: mayWithdrawEntry(actor, { providerId: entryOf, writtenBy: writerId }),
            },
    })),
  });
});
