import type { Route } from "#server/deed.ts";

export const frameworkRoutes: Route[] = [];
