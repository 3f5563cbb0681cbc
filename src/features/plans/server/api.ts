/** What other features may ask of plans. */
export { beginPlanFrom } from "./begin-plan.ts";
