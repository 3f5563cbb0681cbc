import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { relationOf } from "#features/placements/placement.policy.ts";
import { findVisible } from "#features/placements/server/api.ts";
import { newId } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { uploadFile } from "../file.contract.ts";
import { mayAttach } from "../file.policy.ts";
import { keptName } from "../file.ts";
import { cleanFile } from "./clean-file.ts";
import { insertFile } from "./file.queries.ts";

/** A photo or a PDF into the database, whole or not at all. */
export const uploadFileRoute = deed(uploadFile, async (context, { params, query, body }) => {
  const { tx, actor, at, audit } = context;
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayAttach(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (!Buffer.isBuffer(body)) return refuse("file_kind");
  const clean = await cleanFile(body);
  if (!clean.ok) return clean;
  const fileId = newId();
  await insertFile(tx, {
    ...clean.value,
    id: fileId,
    provider_id: placement.provider_id,
    placement_id: placement.id,
    name: keptName(query.name, clean.value.media_type),
    sha256: createHash("sha256").update(clean.value.bytes).digest(),
    uploaded_by: actor.personId,
    uploaded_at: at.toString(),
  });
  const { pages, media_type, bytes } = clean.value;
  await audit({
    deed: "upload-file",
    subjectKind: "file",
    subjectId: fileId,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { mediaType: media_type, bytes: bytes.length },
  });
  return accept({ fileId, bytes: bytes.length, pages });
});
