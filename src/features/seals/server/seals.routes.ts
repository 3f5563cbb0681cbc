import type { Route } from "#server/deed.ts";
import { bringSealRoute } from "./bring-seal.ts";
import { makeSealRoute } from "./make-seal.ts";
import { readSealsRoute } from "./view-seals.ts";

export const sealRoutes: readonly Route[] = [readSealsRoute, makeSealRoute, bringSealRoute];
