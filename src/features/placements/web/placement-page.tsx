import { useState } from "react";
import { m } from "#messages/web";
import { useCollege } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { type Placement, usePlacement } from "./placement-page-answer.ts";
import { Interruptions } from "./placement-page-away.tsx";
import { JointDeeds } from "./placement-page-deeds.tsx";
import { PlacementGate } from "./placement-page-gate.tsx";
import { PlacementHead } from "./placement-page-head.tsx";
import { Moves } from "./placement-page-moves.tsx";
import { Objectives } from "./placement-page-objectives.tsx";
import { People } from "./placement-page-people.tsx";
import { RelocationTask } from "./placement-page-relocation.tsx";
import { SafePages } from "./placement-page-safe.tsx";
import { Skills } from "./placement-page-skills.tsx";
import { Talks } from "./placement-page-talks.tsx";
import { PrintedPlacement } from "./print-placement.tsx";
import "./placement-page.css";

/** One placement for whoever takes part in it: what is missing, what is done together, who is who. */
export function PlacementPage({ placementId }: { placementId: string }) {
  const placement = usePlacement(placementId);
  useCollege(placement.providerName);
  return (
    <Page frame="staff" className="place">
      <div className="no-print">
        <PlacementHead placement={placement} />
        <Parts placement={placement} />
      </div>
      <PrintedPlacement placement={placement} />
    </Page>
  );
}

/** Two columns on a desk; on a phone what is missing, the joint deeds, the people, the rest. */
function Parts({ placement }: { placement: Placement }) {
  const [naming, setNaming] = useState(false);
  return (
    <div className="two two-even place-parts">
      <div className="stack-8 place-first">
        <RelocationTask placement={placement} />
        <PlacementGate placement={placement} onNameTutor={() => setNaming(true)} />
      </div>
      <div className="stack-8 place-aside">
        <JointDeeds placement={placement} />
        <People placement={placement} naming={naming} onNaming={setNaming} />
        <SafePages placement={placement} />
      </div>
      <div className="stack-8 place-rest">
        <Talks placement={placement} />
        <Interruptions placement={placement} />
        <Objectives placement={placement} />
      </div>
      <div className="stack-8 place-end">
        <Skills units={placement.units} title={m.placement_skill_map()} />
        <Moves placement={placement} />
      </div>
    </div>
  );
}
