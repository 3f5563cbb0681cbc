import { relationOf } from "#features/placements/placement.policy.ts";
import { findVisible } from "#features/placements/server/api.ts";
import { view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { readPath } from "../path.contract.ts";
import { mayShareSupport, mayWritePath, mayWriteSupport } from "../path.policy.ts";
import * as queries from "./path.queries.ts";

export const readPathRoute = view(readPath, async ({ tx, actor }, { params }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const adaptations = await queries.listAdaptations(tx, placement);
  const support = await queries.listSupport(tx, placement);
  return accept({
    adaptations: adaptations.map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      requirementId: row.requirement_id,
      kind: queries.adaptationNamed(row.kind),
      text: row.text,
      forWorkplace: row.for_workplace,
      byName: row.by_name,
      at: row.written_at,
    })),
    support: support.map((row) => ({
      id: row.id,
      text: row.text,
      sharedAt: row.shared_at,
      byName: row.by_name,
      at: row.written_at,
    })),
    abilities: {
      write: mayWritePath(relation),
      writeSupport: mayWriteSupport(relation),
      share: mayShareSupport(relation),
    },
  });
});
