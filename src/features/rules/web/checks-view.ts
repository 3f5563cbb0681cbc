import type { AnswerOf } from "#web/request.ts";
import type { Effect } from "../rule-pack.ts";
import type { readYoungWork } from "../young-work.contract.ts";

export const CHECKS_PATH = "/api/placements/{placementId}/young-work";
export const CHECKS_CHANGES = [CHECKS_PATH, "/api/placements/{placementId}"];

export type ChecksView = AnswerOf<typeof readYoungWork>;
export type Young = NonNullable<ChecksView["young"]>;
export type Hit = Young["hits"][number];
export type Logged = Young["logged"][number];

export const isHit = (one: Hit | Logged): one is Hit => "settledBy" in one;

/** Strongest first, as people should act on them. */
export const BADGES: Readonly<Record<Effect, "stop" | "wait" | "info">> = {
  forbidden: "stop",
  "needs-notice": "stop",
  limit: "wait",
  information: "info",
};
