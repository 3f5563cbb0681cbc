import { useId, useState } from "react";
import type { uploadFile } from "#features/files/file.contract.ts";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { call } from "#web/request.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { removeAttachment } from "../checklist.contract.ts";
import type { ChecklistParams } from "./checklist-fill.tsx";
import { CHECKLIST_CHANGES, type Item } from "./checklist-view.ts";
import { FileLink } from "./file-link.tsx";
import { shrunk } from "./shrink-photo.ts";

type PhotoFieldProps = { params: ChecklistParams; item: Item; onSent: (fileId: string) => void };

/** A photo from the camera or a PDF; made smaller here, so that a large photo goes over a poor line. */
export function PhotoField({ params, item, onSent }: PhotoFieldProps) {
  const id = useId();
  const { placementId } = params;
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
      {item.fileId && (
        <span className="row row-wrap">
          <FileLink placementId={placementId} fileId={item.fileId} />
          <RemoveButton params={params} item={item} />
        </span>
      )}
      <ProblemNote error={problem} />
    </div>
  );
}

/** A photo taken by mistake is taken away for good; a signed list keeps its own. */
function RemoveButton({ params, item }: { params: ChecklistParams; item: Item }) {
  const say = useToast();
  const remove = useDeed<typeof removeAttachment>({
    method: "DELETE",
    path: "/api/placements/{placementId}/checklists/{checklistId}/answers/{itemId}/attachment",
    changes: CHECKLIST_CHANGES,
    onDone: () => say({ text: m.checklist_photo_removed() }),
  });
  return (
    <>
      <Button
        kind="quiet"
        busy={remove.busy}
        onClick={() => remove.run({ params: { ...params, itemId: item.id } })}
      >
        {m.checklist_photo_remove()}
        <span className="vh"> {textOf(item.question)}</span>
      </Button>
      <ProblemNote error={remove.problem} />
    </>
  );
}
