import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import type { DeedContext } from "#server/deed.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import { maySend } from "../agreement.policy.ts";

/** The placement, locked, for those who carry it: its teacher and the provider's coordinators. */
export async function lockCarried(
  { tx, actor }: Pick<DeedContext, "tx" | "actor">,
  placementId: string,
): Promise<Outcome<SeenPlacement, Refusal<"not_found" | "forbidden">>> {
  const placement = await lockVisible(tx, actor, placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const may = maySend({ carries: relation === "teacher" || relation === "coordinator" });
  return may.allowed ? accept(placement) : refuse("forbidden", { reason: may.reason });
}
