import { template } from "./checklist.contract.ts";
import type { Template } from "./checklist.ts";
import care from "./checklist-care.json" with { type: "json" };
import construction from "./checklist-construction.json" with { type: "json" };
import electrical from "./checklist-electrical.json" with { type: "json" };
import forest from "./checklist-forest.json" with { type: "json" };
import general from "./checklist-general.json" with { type: "json" };
import kitchen from "./checklist-kitchen.json" with { type: "json" };
import vehicle from "./checklist-vehicle.json" with { type: "json" };

/** Every version ever in force: one that is retired stays here for the checklists filled with it. */
export const TEMPLATES: readonly Template[] = template
  .array()
  .parse([general, construction, kitchen, vehicle, care, electrical, forest]);
