export { askForRenewals } from "./ask-renewals.ts";
export { renewalColumn } from "./renewal.queries.ts";
export { fitColumn } from "./student-fit.queries.ts";
export {
  endDecision,
  type GridRow,
  listGridRows,
  listPresentTasks,
} from "./suitability.queries.ts";
