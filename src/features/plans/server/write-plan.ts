import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { stateNamed } from "#features/placements/placement.ts";
import { accept, refuse } from "#shared/outcome.ts";
