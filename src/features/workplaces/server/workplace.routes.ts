import type { Route } from "#server/deed.ts";
import { addWorkplaceRoute } from "./add-workplace.ts";
import { addWorkplacePersonRoute } from "./add-workplace-person.ts";
import { checkImportRoute } from "./check-import.ts";
import { correctPersonRoute } from "./correct-person.ts";
import { editWorkplaceRoute } from "./edit-workplace.ts";
import { importWorkplacesRoute } from "./import-workplaces.ts";
import { keepApartRoute } from "./keep-apart.ts";
import { mergeWorkplacesRoute } from "./merge-workplaces.ts";
import { putCapacityRoute } from "./put-capacity.ts";
import { putDocumentRoute } from "./put-document.ts";
import { putEntryRoute } from "./put-entry.ts";
import { putPartRoute } from "./put-part.ts";
import { putSavedViewRoute } from "./put-saved-view.ts";
import { putTaskRoute } from "./put-task.ts";
import { putToolRoute } from "./put-tool.ts";
import { setAddressRoute } from "./set-address.ts";
import { listImportsRoute, undoImportRoute } from "./undo-import.ts";
import { undoMergeRoute } from "./undo-merge.ts";
import { listDuplicatesRoute, readMergePreviewRoute } from "./view-duplicates.ts";
import { exportWorkplacesRoute } from "./view-export.ts";
import { listWorkplacesRoute, readRegisterChoicesRoute } from "./view-register.ts";
import { listSavedViewsRoute } from "./view-saved-views.ts";
import { readTimelineRoute } from "./view-timeline.ts";
import { readWorkplaceRoute } from "./view-workplace.ts";

export const workplaceRoutes: Route[] = [
  listWorkplacesRoute,
  readRegisterChoicesRoute,
  exportWorkplacesRoute,
  readWorkplaceRoute,
  readTimelineRoute,
  addWorkplaceRoute,
  editWorkplaceRoute,
  putTaskRoute,
  putToolRoute,
  putDocumentRoute,
  putCapacityRoute,
  putEntryRoute,
  addWorkplacePersonRoute,
  correctPersonRoute,
  setAddressRoute,
  putPartRoute,
  listSavedViewsRoute,
  putSavedViewRoute,
  checkImportRoute,
  importWorkplacesRoute,
  listImportsRoute,
  undoImportRoute,
  listDuplicatesRoute,
  readMergePreviewRoute,
  mergeWorkplacesRoute,
  undoMergeRoute,
  keepApartRoute,
];
