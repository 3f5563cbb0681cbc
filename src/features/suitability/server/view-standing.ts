import { view } from "#server/deed.ts";
import { denied } from "#shared/ability.ts";
import { staffProvidersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { readStanding } from "../standing.contract.ts";
import { SUSPENSIONS } from "../standing.ts";
import { maySuspend, providerMeant } from "./may-suspend.ts";
import * as queries from "./standing.queries.ts";

export const readStandingRoute = view(readStanding, async ({ tx, actor }, { params, query }) => {
  const { workplaceId } = params;
  const place = await queries.findPlace(tx, workplaceId);
  const providerId = providerMeant(actor, query.providerId);
  if (place === undefined || providerId === undefined) return refuse("not_found");
  const all = (await queries.listSuspensions(tx, providerId, workplaceId)).map(asSuspension);
  const open = all.find(({ lifted }) => lifted === null) ?? null;
  const placements = await queries.listPlacementsAt(tx, providerId, workplaceId);
  const may = maySuspend(actor, providerId, placements);
  const running = placements.filter(({ state }) => state === "running").length;
  return accept({
    workplaceId,
    providerId,
    providers: await queries.listProviders(tx, staffProvidersOf(actor)),
    name: place.name,
    employerName: place.employer_name,
    open,
    earlier: all.filter((one) => one !== open),
    running,
    coming: placements.length - running,
    abilities: {
      suspend: may.allowed && open !== null ? denied("already_suspended") : may,
      lift: may.allowed && open === null ? denied("not_suspended") : may,
    },
  });
});

type Row = Awaited<ReturnType<typeof queries.listSuspensions>>[number];

function asSuspension(row: Row) {
  return {
    id: row.id,
    kind: SUSPENSIONS.find((kind) => kind === row.kind) ?? "suspended",
    reason: row.reason,
    by: row.by_name,
    at: row.suspended_at,
    lifted:
      row.lifted_at === null
        ? null
        : { by: row.lifter_name, at: row.lifted_at, reason: row.lifted_reason ?? "" },
  };
}
