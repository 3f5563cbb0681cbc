import { useId, useState } from "react";
import type { uploadFile } from "#features/files/file.contract.ts";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { call } from "#web/request.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import type { Item } from "./checklist-view.ts";
import { FileLink } from "./file-link.tsx";
import { shrunk } from "./shrink-photo.ts";

type PhotoFieldProps = { placementId: string; item: Item; onSent: (fileId: string) => void };

/** A photo from the camera or a PDF; made smaller here, so that a large photo goes over a poor line. */
export function PhotoField({ placementId, item, onSent }: PhotoFieldProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const send = async (file: File) => {
    setBusy(true);
    setProblem(null);
    try {
      const { fileId } = await call<typeof uploadFile>({
        method: "POST",
        path: "/api/placements/{placementId}/files",
        params: { placementId },
        query: { name: file.name.slice(-200) },
        body: undefined,
        upload: await shrunk(file),
      });
      onSent(fileId);
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
    setBusy(false);
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {busy ? m.checklist_photo_sending() : m.checklist_photo()}
        <span className="vh"> {textOf(item.question)}</span>
      </label>
      <input
        id={id}
        type="file"
        accept="image/*,application/pdf"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void send(file);
        }}
      />
      {item.fileId && <FileLink placementId={placementId} fileId={item.fileId} />}
      <ProblemNote error={problem} />
    </div>
  );
}
