import type { Action, Attention, Reason } from "./attention.ts";

export function need(
  reason: Reason,
  action: Action,
  params: Attention["params"],
  weight: number,
): Attention {
  return { group: "needs_me", reason, params, action, weight };
}

export function wait(
  reason: Reason,
  action: Action,
  params: Attention["params"],
  weight: number,
): Attention {
  return { group: "waits_for_others", reason, params, action, weight };
}

export function calm(
  reason: Reason,
  params: Attention["params"],
  weight: number,
  action: Action = "open",
): Attention {
  return { group: "in_order", reason, params, action, weight };
}
