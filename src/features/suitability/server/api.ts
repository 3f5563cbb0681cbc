export { type GridRow, listGridRows, listPresentTasks } from "./suitability.queries.ts";
