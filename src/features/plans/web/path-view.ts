import type { AnswerOf } from "#web/request.ts";
import type { readPath } from "../path.contract.ts";

export const PATH_PATH = "/api/placements/{placementId}/path";

export type PathView = AnswerOf<typeof readPath>;
