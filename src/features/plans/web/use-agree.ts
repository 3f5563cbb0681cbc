import { m } from "#messages/web";
import { useToast } from "#web/ui/toast.tsx";
import { type Deed, useDeed } from "#web/view.ts";
import type { markPlan } from "../plan.contract.ts";
import { PLAN_READS, type PlanView } from "./plan-view.ts";

/** Agreeing to the version on this screen; a newer one is told, never agreed to unseen. */
export function useAgree(view: PlanView): { deed: Deed<typeof markPlan>; agree: () => void } {
  const say = useToast();
  const deed = useDeed<typeof markPlan>({
    method: "POST",
    path: "/api/placements/{placementId}/plan/marks",
    changes: PLAN_READS,
    onDone: ({ holds, version }) =>
      say({ text: holds ? m.plan_said_holds() : m.plan_said_agreed({ number: version }) }),
  });
  const { placementId, version } = view;
  return { deed, agree: () => deed.run({ params: { placementId }, body: { number: version } }) };
}
