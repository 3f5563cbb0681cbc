import { lazy, Suspense, useState } from "react";
import { m } from "#messages/web";
import { isStaff, useMe } from "#web/session.ts";
import { useBack, useCollege } from "#web/shell/bar-state.ts";
import { WaitingPage } from "#web/shell/waiting-page.tsx";
import { useMedia } from "#web/ui/use-media.ts";
import { useView } from "#web/view.ts";
import type { readPlan } from "../plan.contract.ts";
import { PlanShown } from "./plan-shown.tsx";
import { PlanToAgree } from "./plan-to-agree.tsx";
import { isMyTurn, PLAN_PATH } from "./plan-view.ts";
import "./plan-page.css";

const PlanEditor = lazy(() =>
  import("./plan-editor.tsx").then((file) => ({ default: file.PlanEditor })),
);

/** The plan of a placement: read it, agree to what changed, or write its next version. */
export function PlanPage({ placementId }: { placementId: string }) {
  const view = useView<typeof readPlan>({ path: PLAN_PATH, params: { placementId } }, [
    `placement:${placementId}`,
  ]);
  const me = useMe();
  const narrow = useMedia("(max-width: 899px)");
  const [writing, setWriting] = useState(false);
  useCollege(view.providerName);
  useBack({ href: `/placements/${placementId}`, label: m.plan_back() });
  const mayWrite = view.abilities.edit.allowed;
  if (mayWrite && (writing || view.plan === null)) {
    if (!me) return <WaitingPage />;
    return (
      <Suspense fallback={<WaitingPage />}>
        <PlanEditor
          key={`${me.personId} ${placementId}`}
          view={view}
          personId={me.personId}
          onClose={() => setWriting(false)}
        />
      </Suspense>
    );
  }
  const write = mayWrite ? () => setWriting(true) : undefined;
  // On a narrow screen everybody is asked the one question first.
  if (view.plan !== null && isMyTurn(view) && (!isStaff(me) || narrow)) {
    return <PlanToAgree view={view} onWrite={write} />;
  }
  return <PlanShown view={view} onWrite={write} />;
}
