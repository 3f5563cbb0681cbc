import type { FormEvent, ReactNode } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";

type PartFormProps = {
  label: string;
  busy: boolean;
  problem: Error | null;
  /** What saving does beyond what is seen here. */
  note?: string;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The fields of one part of a workplace, edited where it stands. */
export function PartForm({ label, busy, problem, note, onSave, onClose, children }: PartFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <Card as="section" label={label}>
      <form className="stack-3" onSubmit={submit}>
        <div className="register-edit">{children}</div>
        {note && <p className="hint">{note}</p>}
        <ProblemNote error={problem} />
        <div className="row row-wrap">
          <Button kind="primary" type="submit" busy={busy}>
            {m.register_save()}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {m.register_cancel()}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Reads that a change of a workplace makes old. */
export const WORKPLACE_READS = [
  "/api/workplaces/{workplaceId}",
  "/api/workplaces/{workplaceId}/timeline",
  "/api/workplaces",
];
