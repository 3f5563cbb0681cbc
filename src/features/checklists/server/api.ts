export { safetyColumn } from "./checklist.queries.ts";
