import type { Route } from "#server/deed.ts";

export const suitabilityRoutes: Route[] = [];
