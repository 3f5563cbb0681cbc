import { z } from "zod";
import { day, done, id, instant, route, typed } from "#shared/route.contract.ts";
import { MERGE_FIELDS } from "./merge.ts";

/** What workplace_merge.before and .after hold: parts of a card. */
export const storedCard = z
  .object({
    name: z.string(),
    employerId: id,
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    municipality: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  })
  .partial();

const side = z.object({
  id,
  version: z.int(),
  name: z.string(),
  employerName: z.string(),
  businessId: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  tasks: z.int(),
  people: z.int(),
  documents: z.int(),
  /** Of one's own college; other colleges' stay as they are and are not told. */
  placements: z.int(),
  decisions: z.int(),
  entries: z.int(),
});

export const listDuplicates = route({
  method: "GET",
  path: "/api/register/duplicates",
  summary: "Pairs of workplaces that may be the same, and merges that can still be taken back",
  gate: { roles: ["coordinator"] },
  answer: z.object({
    pairs: z.array(
      z.object({
        leftId: id,
        leftName: z.string(),
        rightId: id,
        rightName: z.string(),
        sameBusinessId: z.boolean(),
        sameAddress: z.boolean(),
        /** How alike the names are, 0 to 100. */
        alike: z.int(),
      }),
    ),
    merges: z.array(
      z.object({
        id,
        keptId: id,
        keptName: z.string(),
        givenName: z.string(),
        mergedBy: z.string(),
        mergedAt: instant,
        undoableUntil: day,
      }),
    ),
  }),
});

export const readMergePreview = route({
  method: "GET",
  path: "/api/register/merges/preview",
  summary: "Two workplaces side by side: which field can be taken from which, what comes along",
  gate: { roles: ["coordinator"] },
  query: z.object({ left: id, right: id }),
  answer: z.object({ left: side, right: side, undoableUntil: day }),
});

export const mergeWorkplaces = route({
  method: "POST",
  path: "/api/register/merges",
  summary:
    "Merge one workplace into another, with both versions as they were seen; can be taken back for 30 days",
  gate: { roles: ["coordinator"] },
  body: z.object({
    id,
    keep: z.object({ id, version: z.int() }),
    give: z.object({ id, version: z.int() }),
    /** Fields taken from the one that gives way. */
    take: z.array(z.enum(MERGE_FIELDS)).max(MERGE_FIELDS.length),
    reason: typed(500).nullable(),
  }),
  answer: z.object({ id, undoableUntil: day }),
  refusals: { workplace_merged: 409, same_workplace: 422, id_used: 409 },
});

export const undoMerge = route({
  method: "POST",
  path: "/api/register/merges/{mergeId}/undo",
  summary: "Take a merge back within 30 days; what was added or changed since stays",
  gate: { roles: ["coordinator"] },
  params: z.object({ mergeId: id }),
  answer: done,
  refusals: { merge_too_old: 409, merge_undone: 409 },
});

export const keepApart = route({
  method: "PUT",
  path: "/api/register/apart",
  summary:
    "Say that two workplaces are not the same (or no longer say so): one's own college is not asked again",
  gate: { roles: ["coordinator"] },
  body: z.object({ left: id, right: id, apart: z.boolean() }),
  answer: done,
  refusals: { same_workplace: 422 },
});
