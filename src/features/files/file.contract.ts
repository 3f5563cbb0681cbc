import { z } from "zod";
import { id, route, typed } from "#shared/route.contract.ts";
import { MAX_FILE_BYTES } from "./file.ts";

const params = z.object({ placementId: id });

export const FILE_REFUSALS = {
  file_kind: 422,
  file_broken: 422,
  image_too_large: 422,
  pdf_too_large: 413,
  pdf_too_long: 422,
  pdf_locked: 422,
  pdf_active: 422,
} as const;

export const uploadFile = route({
  method: "POST",
  path: "/api/placements/{placementId}/files",
  summary:
    "Attach a photo or a PDF, sent as application/octet-stream. A photo is written anew, without place and device",
  gate: { roles: ["teacher", "coordinator"] },
  perMinute: 60,
  bodyLimit: MAX_FILE_BYTES,
  params,
  query: z.object({ name: typed(200) }),
  body: z.unknown().meta({ description: "The bytes of the file, at most 10 MB" }),
  answer: z.object({ fileId: id, bytes: z.int(), pages: z.int().nullable() }),
  refusals: FILE_REFUSALS,
});

export const readFile = route({
  method: "GET",
  path: "/api/placements/{placementId}/files/{fileId}",
  summary: "The bytes of an attached file, for staff and tutor of the placement",
  gate: "signedIn",
  params: params.extend({ fileId: id }),
  answer: z.unknown(),
});
