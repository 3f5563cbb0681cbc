import type { ReactNode } from "react";
import { MarksPicture } from "./marks.tsx";
import type { Mark } from "./marks-label.ts";

const DONE: Mark = { name: "", state: "done" };

/** Nothing here now, and what comes next: "Nobody needs you now. The next talk is Thursday." */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <MarksPicture marks={{ student: DONE, tutor: DONE, teacher: DONE }} />
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
