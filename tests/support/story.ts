import { loadDemoIfEmpty } from "#features/demo/server/api.ts";
import type { House } from "#server/house.ts";

/** The whole demo, for tests that want many rows of everything. */
export function loadStoryForTest(house: House): Promise<void> {
  return loadDemoIfEmpty(house);
}
