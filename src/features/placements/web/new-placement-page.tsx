import { useRef, useState } from "react";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { useMe } from "#web/session.ts";
import { useGo } from "#web/shell/go.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { localDay } from "#web/ui/format.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { uuidV7 } from "#web/uuid-v7.ts";
import { useDeed, useView } from "#web/view.ts";
import type { proposePlacement } from "../placement.contract.ts";
import type { readProposalChoices } from "../placement-views.contract.ts";
import { bodyOf, type Faults, faultsOf, firstDraft } from "./new-placement-draft.ts";
import { WhereStep, WhoStep } from "./new-placement-people.tsx";
import { WhenStep } from "./new-placement-period.tsx";
import { NewPlacementSummary } from "./new-placement-summary.tsx";
import { WhatStep } from "./new-placement-units.tsx";
import "./new-placement-page.css";

/** Four steps on one page: who, where, what, when. Then the plan is written. */
export function NewPlacementPage() {
  const go = useGo();
  const me = useMe()?.personId ?? "";
  const form = useRef<HTMLFormElement>(null);
  const choices = useView<typeof readProposalChoices>({ path: "/api/placement-choices" });
  const [draft, setDraft] = useState(() => firstDraft(choices, localDay(instantOf(nowMs()))));
  // Made once for the page: a second press of the same intent is the same placement.
  const [id] = useState(uuidV7);
  const [isTried, setIsTried] = useState(false);
  const propose = useDeed<typeof proposePlacement>({
    method: "POST",
    path: "/api/placements",
    changes: ["/api/placements", "/api/board", "/api/starts"],
    onDone: (answer) => go(`/placements/${answer.id}/plan`),
  });
  const faults: Faults = isTried ? faultsOf(draft) : {};
  const press = () => {
    setIsTried(true);
    const body = bodyOf(draft, id, choices);
    if (body && Object.keys(faultsOf(draft)).length === 0) return propose.run({ body });
    // After the faults have been drawn, to the first of them.
    setTimeout(() => focusFirstFault(form.current));
  };
  const step = { choices, draft, faults, onDraft: setDraft };
  return (
    <Page frame="staff">
      <PageHead title={m.new_placement_title()} detail={m.new_placement_detail()} />
      <form
        ref={form}
        className="two"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          press();
        }}
      >
        <div className="stack-8">
          <WhoStep {...step} me={me} />
          <WhereStep {...step} />
          <WhatStep {...step} />
          <WhenStep {...step} />
        </div>
        <NewPlacementSummary choices={choices} draft={draft}>
          <ProblemNote error={propose.problem} />
          <Button type="submit" kind="primary" size="tall" block busy={propose.busy}>
            {m.new_placement_make()}
          </Button>
          <p className="small muted">{m.new_placement_next()}</p>
        </NewPlacementSummary>
      </form>
    </Page>
  );
}

function focusFirstFault(form: HTMLFormElement | null) {
  const field = form?.querySelector<HTMLElement>(".has-error");
  field?.querySelector<HTMLElement>("input, select, [tabindex='0']")?.focus();
}
