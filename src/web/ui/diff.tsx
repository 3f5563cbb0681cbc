import type { ReactNode } from "react";
import { m } from "#messages/web";

type DiffProps = {
  title?: ReactNode;
  old?: ReactNode;
  /** The new text; without it the old one was taken away. */
  now?: ReactNode;
  /** Who changed it, when and why. */
  by?: ReactNode;
  /** tampering: lingonberry, only for a text that was changed after it was signed. */
  kind?: "change" | "tampering";
};

/** What changed: old struck, new in birch because somebody must still agree. */
export function Diff({ title, old, now, by, kind = "change" }: DiffProps) {
  return (
    <div className={kind === "tampering" ? "diff diff-bad" : "diff"}>
      {title && <b>{title}</b>}
      <p>
        {old && (
          <del>
            <span className="vh">{m.ui_diff_old()}</span>
            {old}
          </del>
        )}{" "}
        {now && (
          <ins>
            <span className="vh">{m.ui_diff_new()}</span>
            {now}
          </ins>
        )}
      </p>
      {by && <span className="diff-by">{by}</span>}
    </div>
  );
}
