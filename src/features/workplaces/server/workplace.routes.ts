import type { Route } from "#server/deed.ts";
import { listWorkplacesRoute, readWorkplaceRoute } from "./view-workplaces.ts";

export const workplaceRoutes: Route[] = [listWorkplacesRoute, readWorkplaceRoute];
