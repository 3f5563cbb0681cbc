import { z } from "zod";
import { BASES } from "#features/placements/placement.ts";
import { day, id } from "#shared/route.contract.ts";
import { STANDINGS } from "./framework-agreement.ts";

/** What the page of a framework agreement shows beyond what every agreement's does. */
export const frameworkFields = {
  kind: z.literal("framework_agreement"),
  bases: z.array(z.enum(BASES)),
  standing: z.enum(STANDINGS),
  /** Where it was made; null for readers who have no register. */
  workplaceId: id.nullable(),
  /** How many agreements of placements refer to it; null for readers who do not look after it. */
  refersHere: z.int().nullable(),
  /** A party ended it early; why, for the parties and the provider's staff. */
  terminated: z
    .object({
      lastDay: day,
      party: z.enum(["provider", "employer"]),
      by: z.string(),
      reason: z.string().nullable(),
    })
    .nullable(),
};
