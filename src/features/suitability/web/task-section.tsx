import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import type { SuitabilityView } from "./suitability-view.ts";

/** Fetched by those who have something to add. */
const TaskPicker = lazy(() =>
  import("./task-picker.tsx").then((file) => ({ default: file.TaskPicker })),
);

/** Below the grid: what is done here is added where it is missed; a workplace without tasks begins with it. */
export function TaskSection({ view }: { view: SuitabilityView }) {
  const isEmpty = view.columns.length === 0;
  const [open, setOpen] = useState(isEmpty);
  if (!view.abilities.addTasks.allowed) return null;
  return (
    <div className="stack">
      {isEmpty && <p>{m.tasks_none()}</p>}
      {open ? (
        <Suspense fallback={<Skeleton lines={6} />}>
          <TaskPicker placementId={view.placementId} onClose={() => setOpen(false)} />
        </Suspense>
      ) : (
        <Button kind="quiet" icon={Plus} onClick={() => setOpen(true)}>
          {m.tasks_add()}
        </Button>
      )}
    </div>
  );
}
