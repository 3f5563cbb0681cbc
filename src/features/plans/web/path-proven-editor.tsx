import { useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { useDeed } from "#web/view.ts";
import type { dropProven, noteProven } from "../path.contract.ts";
import { PROOFS, type Proof } from "../path.ts";
import { PATH_PATH } from "./path-view.ts";
import { PLAN_READS, type PlanView, requirementName, requirementOf } from "./plan-view.ts";

const PATH = `${PATH_PATH}/proven/{requirementId}` as const;

/** The teacher notes what the student has proven before, and takes a wrong note back. */
export function ProvenEditor({ view }: { view: PlanView }) {
  const [writing, setWriting] = useState(false);
  return (
    <Section
      className="no-print"
      title={m.plan_proven_edit()}
      end={
        <Button kind="quiet" aria-expanded={writing} onClick={() => setWriting(!writing)}>
          {m.plan_adaptation_add()}
        </Button>
      }
    >
      {!writing && <p className="muted">{m.plan_proven_edit_how()}</p>}
      {writing && (
        <>
          <Rows>
            {view.choices.proven.map(({ requirementId }) => (
              <ProvenRow key={requirementId} view={view} requirementId={requirementId} />
            ))}
          </Rows>
          <NewProof view={view} />
        </>
      )}
    </Section>
  );
}

function ProvenRow({ view, requirementId }: { view: PlanView; requirementId: string }) {
  const drop = useDeed<typeof dropProven>({ method: "DELETE", path: PATH, changes: PLAN_READS });
  const params = { placementId: view.placementId, requirementId };
  return (
    <Row
      end={
        <Button kind="quiet" busy={drop.busy} onClick={() => drop.run({ params })}>
          {m.plan_take_back()}
        </Button>
      }
    >
      {requirementName(requirementOf(view, requirementId))}
      <ProblemNote error={drop.problem} />
    </Row>
  );
}

function NewProof({ view }: { view: PlanView }) {
  const [requirementId, setRequirementId] = useState("");
  const [how, setHow] = useState<Proof>("recognised");
  const [on, setOn] = useState<string | null>(view.today);
  const note = useDeed<typeof noteProven>({
    method: "PUT",
    path: PATH,
    changes: PLAN_READS,
    onDone: () => setRequirementId(""),
  });
  const known = new Set(view.choices.proven.map((proof) => proof.requirementId));
  const open = view.choices.units
    .flatMap((unit) => unit.requirements)
    .filter(({ id }) => !known.has(id));
  const send = () =>
    on !== null &&
    note.run({ params: { placementId: view.placementId, requirementId }, body: { how, on } });
  return (
    <div className="stack">
      <SelectField
        label={m.plan_proven_which()}
        empty={m.plan_adaptation_choose()}
        options={open.map((one) => ({ value: one.id, label: requirementName(one) }))}
        value={requirementId}
        onChange={({ target }) => setRequirementId(target.value)}
      />
      <SelectField
        label={m.plan_proven_how()}
        options={PROOFS.map((proof) => ({
          value: proof,
          label: proof === "demonstrated" ? m.plan_how_demonstrated() : m.plan_how_recognised(),
        }))}
        value={how}
        onChange={({ target }) =>
          setHow(PROOFS.find((proof) => proof === target.value) ?? "recognised")
        }
      />
      <DateField label={m.plan_proven_on()} value={on} max={view.today} onChange={setOn} />
      <ProblemNote error={note.problem} />
      <Button
        kind="second"
        busy={note.busy}
        onClick={send}
        {...(requirementId === "" || on === null ? { notYet: m.plan_wait_proven() } : {})}
      >
        {m.plan_proven_save()}
      </Button>
    </div>
  );
}
