import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { dayYear } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed } from "#web/view.ts";
import type { stateInsurance } from "../checklist.contract.ts";
import { BEARERS, type Bearer } from "../insurance.ts";
import { bearerName, CHECKLIST_CHANGES, type ChecklistsView } from "./checklist-view.ts";

/** Who bears accident and liability: what is usual is chosen, one tap confirms it. */
export function InsuranceCard({ view }: { view: ChecklistsView }) {
  const { usual, stated, otherBasis, bareFrom } = view.insurance;
  const holds = stated !== null && !otherBasis;
  const known = (holds ? stated : null) ?? usual;
  const [accident, setAccident] = useState<Bearer>(known?.accident ?? "provider");
  const [liability, setLiability] = useState<Bearer>(known?.liability ?? "employer");
  const state = useDeed<typeof stateInsurance>({
    method: "PUT",
    path: "/api/placements/{placementId}/insurance",
    changes: CHECKLIST_CHANGES,
  });
  const options = BEARERS.map((bearer) => ({ value: bearer, label: bearerName(bearer) }));
  const params = { placementId: view.placementId };
  return (
    <Section
      title={m.gate_insurance()}
      end={holds && bareFrom === null && <Badge kind="ok">{m.checklist_insured()}</Badge>}
    >
      <CoverNote view={view} />
      {usual && <p className="muted checklist-why">{textOf(usual.source)}</p>}
      {view.abilities.check.allowed ? (
        <form
          className="card stack"
          onSubmit={(event) => {
            event.preventDefault();
            state.run({ params, body: { accident, liability, note: stated?.note ?? null } });
          }}
        >
          <RadioGroup
            legend={m.checklist_accident()}
            name="accident"
            value={accident}
            onChange={setAccident}
            options={options}
          />
          <RadioGroup
            legend={m.checklist_liability()}
            name="liability"
            value={liability}
            onChange={setLiability}
            options={options}
          />
          <Button type="submit" kind={holds ? "quiet" : "primary"} busy={state.busy}>
            {m.checklist_insure()}
          </Button>
          <ProblemNote error={state.problem} />
        </form>
      ) : (
        stated && (
          <p>
            {m.checklist_accident()}: {bearerName(stated.accident)}. {m.checklist_liability()}:{" "}
            {bearerName(stated.liability)}.
          </p>
        )
      )}
    </Section>
  );
}

/** What the insurance lacks: somebody's word on a new basis, or a paper from some day on. */
function CoverNote({ view: { insurance, today } }: { view: ChecklistsView }) {
  const { stated, otherBasis, bareFrom } = insurance;
  if (otherBasis) return <Note kind="stop">{m.gate_insurance_other_basis()}</Note>;
  if (stated === null || bareFrom === null) return null;
  return (
    <Note kind={bareFrom > today ? "wait" : "stop"}>
      {m.checklist_bare_from({ day: dayYear(bareFrom) })}
    </Note>
  );
}
