import { useState } from "react";
import { m } from "#messages/web";
import { useBack, useCollege } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { dayRange } from "#web/ui/format.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { useView } from "#web/view.ts";
import type { readChecklists } from "../checklist.contract.ts";
import { ConditionList } from "./checklist-conditions.tsx";
import { FieldList } from "./checklist-fields.tsx";
import { FillForm } from "./checklist-fill.tsx";
import { InsuranceCard } from "./checklist-insurance.tsx";
import { SignedList } from "./checklist-signed.tsx";
import { CHECKLISTS_PATH } from "./checklist-view.ts";
import "./checklist-page.css";

/** Safety of the placement's workplace, gone through with a list, and who bears insurance. */
export function ChecklistPage({ placementId }: { placementId: string }) {
  const view = useView<typeof readChecklists>({ path: CHECKLISTS_PATH, params: { placementId } }, [
    `placement:${placementId}`,
  ]);
  const [open, setOpen] = useState<string | null>(null);
  const [read, setRead] = useState<string | null>(null);
  useCollege(view.providerName);
  useBack({ href: `/placements/${placementId}`, label: m.suitability_back() });
  const { givenName, familyName } = view.student;
  const shown = view.fields.find(({ field }) => field === open);
  const filling = view.abilities.check.allowed ? shown?.filling : null;
  const reading = view.fields.find(({ field }) => field === read);
  return (
    <Page frame="staff">
      <PageHead
        crumb={`${givenName} ${familyName} · ${dayRange(view.startsOn, view.endsOn)}`}
        title={m.checklist_title({ workplace: view.workplaceName })}
      />
      {reading?.signed || filling ? (
        <div className="main stack-8">
          {reading?.signed ? (
            <SignedList view={view} field={reading} onClose={() => setRead(null)} />
          ) : (
            shown &&
            filling && (
              <FillForm
                key={filling.checklistId}
                view={view}
                field={shown.field}
                filling={filling}
                onClose={() => setOpen(null)}
              />
            )
          )}
        </div>
      ) : (
        <div className="two">
          <div className="stack-8">
            <ConditionList view={view} />
            <FieldList view={view} onOpen={setOpen} onRead={setRead} />
          </div>
          <div className="stack-8">
            <InsuranceCard view={view} />
            <p className="small muted">{m.checks_not_law()}</p>
          </div>
        </div>
      )}
    </Page>
  );
}
