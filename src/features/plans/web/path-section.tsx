import { useMe } from "#web/session.ts";
import { useView } from "#web/view.ts";
import type { readPath } from "../path.contract.ts";
import { Adaptations } from "./path-adaptations.tsx";
import { ProvenEditor } from "./path-proven-editor.tsx";
import { SupportNotes } from "./path-support.tsx";
import { PATH_PATH } from "./path-view.ts";
import type { PlanView } from "./plan-view.ts";

/** What is the student's own: what is proven, what is assessed otherwise, what helps and who may know it. */
export function PersonalPath({ view }: { view: PlanView }) {
  const me = useMe();
  const own = me ? [`person:${me.personId}`] : [];
  const path = useView<typeof readPath>(
    { path: PATH_PATH, params: { placementId: view.placementId } },
    [`placement:${view.placementId}`, ...own],
  );
  return (
    <div className="stack-8">
      <SupportNotes view={view} path={path} />
      <Adaptations view={view} path={path} />
      {path.abilities.write.allowed && <ProvenEditor view={view} />}
    </div>
  );
}
