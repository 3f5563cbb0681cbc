import { z } from "zod";
import { ability, id, route, storable, typed } from "#shared/route.contract.ts";

export const listSavedViews = route({
  method: "GET",
  path: "/api/register/views",
  summary: "Views of the register that one has saved, and those shared in one's own college",
  gate: "staff",
  answer: z.object({
    views: z.array(
      z.object({
        id,
        name: z.string(),
        query: z.string(),
        shared: z.boolean(),
        ownerName: z.string(),
        version: z.int(),
        edit: ability,
      }),
    ),
  }),
});

export const putSavedView = route({
  method: "PUT",
  path: "/api/register/views/{viewId}",
  summary: "Save, rename, share, delete or bring back a view (If-Match: its version)",
  gate: "staff",
  params: z.object({ viewId: id }),
  body: z.object({
    name: typed(60),
    /** The filters as they stand in the address, without "?". */
    query: storable(600),
    shared: z.boolean(),
    deleted: z.boolean(),
  }),
  answer: z.object({ id, version: z.int() }),
  refusals: { id_used: 409 },
});
