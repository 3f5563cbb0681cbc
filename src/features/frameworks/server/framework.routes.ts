import type { Route } from "#server/deed.ts";
import { importFrameworkRoute } from "./import-framework.ts";
import {
  listFrameworksRoute,
  listRemarksRoute,
  searchFrameworkRoute,
  viewFrameworkRoute,
  viewImportRoute,
} from "./view-frameworks.ts";
import { viewUnitRoute } from "./view-unit.ts";

export const frameworkRoutes: Route[] = [
  listFrameworksRoute,
  viewFrameworkRoute,
  viewUnitRoute,
  searchFrameworkRoute,
  viewImportRoute,
  listRemarksRoute,
  importFrameworkRoute,
];
