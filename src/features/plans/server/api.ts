/** What other features may ask of plans. */
export { beginPlanFrom } from "./begin-plan.ts";
export {
  type AmendedRefusal,
  carryAmended,
  findPlan,
  markAmended,
  planAmended,
  type SignedMark,
} from "./carry-amended.ts";
export { listProvenIds } from "./path.queries.ts";
