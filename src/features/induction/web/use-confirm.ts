import { useState } from "react";
import { Unreachable } from "#web/problem.ts";
import { useDeed } from "#web/view.ts";
import { useWhenOnline } from "#web/when-online.ts";
import type { confirmInduction } from "../induction.contract.ts";
import { INDUCTION_PATH, type InductionView, type ShownItem } from "./induction-view.ts";
import { type Pending, usePending } from "./pending-marks.ts";

export type Confirm = {
  press(item: ShownItem, done: boolean): void;
  /** Keys of items whose confirmation is still on this device. */
  readonly waiting: readonly string[];
  readonly problem: Error | null;
};

/** Confirms items; without a network they stay on this device and are sent when it is back. */
export function useConfirm(view: InductionView): Confirm {
  const store = `induction ${view.placementId} ${view.party}`;
  const { pending, read, add, drop } = usePending(store);
  const [problem, setProblem] = useState<Error | null>(null);
  const deed = useDeed<typeof confirmInduction>({
    method: "PUT",
    path: "/api/placements/{placementId}/induction/marks",
    changes: [INDUCTION_PATH],
  });
  const send = async (one: Pending, done: boolean) => {
    const { taskKey, item } = one;
    const params = { placementId: view.placementId };
    try {
      await deed.ask({ params, body: { taskKey, item, done } });
      drop(one.key);
      setProblem(null);
    } catch (error) {
      if (error instanceof Unreachable && done) return;
      drop(one.key);
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };
  useWhenOnline(async () => {
    for (const one of read()) await send(one, true);
  });
  return {
    waiting: pending.map(({ key }) => key),
    problem,
    press: ({ key, taskKey, id }, done) => {
      const one = { key, taskKey, item: id };
      if (done) add(one);
      void send(one, done);
    },
  };
}
