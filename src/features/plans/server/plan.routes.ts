import type { Route } from "#server/deed.ts";

export const planRoutes: Route[] = [];
