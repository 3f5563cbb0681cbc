import type { readFile } from "#features/files/file.contract.ts";
import { m } from "#messages/web";
import { addressOf } from "#web/request.ts";

const FILE_PATH: (typeof readFile)["path"] = "/api/placements/{placementId}/files/{fileId}";

/** Opens an attachment beside the page. */
export function FileLink({ placementId, fileId }: { placementId: string; fileId: string }) {
  return (
    <a href={addressOf(FILE_PATH, { placementId, fileId }, null)} target="_blank" rel="noreferrer">
      {m.checklist_photo_open()}
    </a>
  );
}
