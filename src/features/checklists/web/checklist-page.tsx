import { useState } from "react";
import { m } from "#messages/web";
import { useBack, useCollege } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayRange, dayYear } from "#web/ui/format.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { readChecklists, startChecklist } from "../checklist.contract.ts";
import { ConditionList } from "./checklist-conditions.tsx";
import { FillForm } from "./checklist-fill.tsx";
import { InsuranceCard } from "./checklist-insurance.tsx";
import {
  CHECKLIST_CHANGES,
  CHECKLISTS_PATH,
  type ChecklistsView,
  type FieldView,
  fieldName,
} from "./checklist-view.ts";

/** Safety of the placement's workplace, gone through with a list, and who bears insurance. */
export function ChecklistPage({ placementId }: { placementId: string }) {
  const view = useView<typeof readChecklists>({ path: CHECKLISTS_PATH, params: { placementId } }, [
    `placement:${placementId}`,
  ]);
  const [open, setOpen] = useState<string | null>(null);
  useCollege(view.providerName);
  useBack({ href: `/placements/${placementId}`, label: m.suitability_back() });
  const { givenName, familyName } = view.student;
  const shown = view.fields.find(({ field }) => field === open);
  return (
    <Page frame="staff">
      <PageHead
        crumb={`${givenName} ${familyName} · ${dayRange(view.startsOn, view.endsOn)}`}
        title={m.checklist_title({ workplace: view.workplaceName })}
      />
      <div className="stack-8">
        {shown?.filling && view.abilities.check.allowed ? (
          <FillForm
            key={shown.filling.checklistId}
            view={view}
            field={shown.field}
            filling={shown.filling}
            onClose={() => setOpen(null)}
          />
        ) : (
          <>
            <FieldList view={view} onOpen={setOpen} />
            <ConditionList view={view} />
            <InsuranceCard view={view} />
          </>
        )}
        <p className="small muted">{m.checks_not_law()}</p>
      </div>
    </Page>
  );
}

type FieldListProps = { view: ChecklistsView; onOpen: (field: string) => void };

function FieldList({ view, onOpen }: FieldListProps) {
  const start = useDeed<typeof startChecklist>({
    method: "POST",
    path: CHECKLISTS_PATH,
    changes: CHECKLIST_CHANGES,
    onDone: (_, { body }) => onOpen(body.field),
  });
  return (
    <Section title={m.checklist_fields()}>
      <p className="muted">{m.checklist_fields_why()}</p>
      <Rows label={m.checklist_fields()}>
        {view.fields.map((one) => (
          <Row
            key={one.field}
            sub={fieldText(one)}
            end={
              view.abilities.check.allowed && (
                <Button
                  kind={one.field === "general" && one.signed === null ? "primary" : "quiet"}
                  busy={start.busy}
                  onClick={() =>
                    start.run({
                      params: { placementId: view.placementId },
                      body: { field: one.field },
                    })
                  }
                >
                  {one.filling ? m.checklist_go_on() : m.checklist_begin()}
                  <span className="vh"> {fieldName(one.field)}</span>
                </Button>
              )
            }
          >
            {fieldName(one.field)}{" "}
            {one.signed && one.signed.validUntil >= view.startsOn && (
              <Badge kind="ok">{m.checklist_signed()}</Badge>
            )}
          </Row>
        ))}
      </Rows>
      <ProblemNote error={start.problem} />
    </Section>
  );
}

function fieldText({ filling, signed }: FieldView): string {
  if (filling !== null) {
    const left = filling.items.filter(({ answer }) => answer === null).length;
    return m.checklist_left({ count: left });
  }
  if (signed === null) return m.checklist_never();
  const { givenName, familyName } = signed.by;
  return m.checklist_held({
    name: `${givenName} ${familyName}`,
    day: dayYear(signed.validUntil),
  });
}
