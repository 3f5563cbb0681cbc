import pack from "./fi-young-workers.json" with { type: "json" };
import hours from "./fi-young-workers-hours.json" with { type: "json" };
import tasks from "./fi-young-workers-tasks.json" with { type: "json" };
import work from "./fi-young-workers-work.json" with { type: "json" };
import { rulePack, type StoredPack } from "./rule-pack.contract.ts";

/** Protection of young workers in Finland, as it comes with Kisälli. A provider may publish its own version of it. */
export const YOUNG_WORKERS: StoredPack = rulePack.parse({
  ...pack,
  rules: [...hours, ...work],
  tasks,
});
