import type { ReactNode } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";

type FormDeedsProps = {
  busy: boolean;
  problem: Error | null;
  onClose: () => void;
  /** The deed in words, verb first. */
  children: ReactNode;
};

/** The end of a form that opens on the page: the deed, the way out, and why it was not done. */
export function FormDeeds({ busy, problem, onClose, children }: FormDeedsProps) {
  return (
    <>
      <div className="row row-wrap">
        <Button type="submit" kind="primary" busy={busy}>
          {children}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {m.ui_close()}
        </Button>
      </div>
      <ProblemNote error={problem} />
    </>
  );
}
