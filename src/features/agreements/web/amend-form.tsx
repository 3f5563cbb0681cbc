import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { m } from "#messages/web";
import { newKey } from "#web/new-key.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { CheckboxGroup } from "#web/ui/choice-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { amendAgreement, readAmendmentChoices } from "../amendment.contract.ts";
import { AGREEMENT_CHANGES } from "./agreement-view.ts";
import {
  AMEND_LINES,
  type AmendChoices,
  type AmendFaults,
  type AmendLine,
  bodyOf,
  faultsOf,
  freshDraft,
  linesOf,
} from "./amend-draft.ts";
import { LineField } from "./amend-lines.tsx";

type AmendProps = { placementId: string; onClose: () => void };

const LINES: Readonly<Record<AmendLine, () => string>> = {
  last_day: m.agreement_last_day,
  hours: m.agreements_amend_hours,
  tutor: m.agreements_amend_tutor,
  unit: m.agreements_amend_unit,
  tasks: m.agreements_amend_tasks,
  objectives: m.agreements_amend_objectives,
};

/** A change of what was signed: only the lines that change are asked, and why. */
export function AmendForm({ placementId, onClose }: AmendProps) {
  const choices = useView<typeof readAmendmentChoices>({
    path: "/api/placements/{placementId}/amendments/choices",
    params: { placementId },
  });
  const form = useAmendment(choices);
  const { draft, put, faults, deed, frame } = form;
  return (
    <Section title={m.agreements_amend()}>
      <form ref={frame} className="card stack agreement-amend" noValidate onSubmit={form.send}>
        <CheckboxGroup
          name="amend-lines"
          legend={m.agreements_amend_what()}
          hint={m.agreements_amend_what_hint()}
          values={draft.lines}
          options={AMEND_LINES.map((line) => ({ value: line, label: LINES[line]() }))}
          onChange={(lines) => put({ ...draft, lines })}
        />
        {linesOf(draft).map((line) => (
          <LineField
            key={line}
            line={line}
            choices={choices}
            draft={draft}
            faults={faults}
            onDraft={put}
          />
        ))}
        <TextField
          label={m.agreement_why()}
          hint={m.agreement_why_hint()}
          error={faults.why && m.agreement_fill_this()}
          maxLength={300}
          value={draft.why}
          onChange={({ target }) => put({ ...draft, why: target.value })}
        />
        <ProblemNote error={deed.problem} />
        <div className="row row-wrap">
          <Button type="submit" kind="primary" busy={deed.busy}>
            {m.agreements_amend_send()}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {m.agreements_amend_back()}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function useAmendment(choices: AmendChoices) {
  const router = useRouter();
  const [id] = useState(newKey);
  const [draft, put] = useState(() => freshDraft(choices));
  const [faults, setFaults] = useState<AmendFaults>({});
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(faults).length === 0) return;
    frame.current?.querySelector<HTMLElement>(".has-error :is(input, select)")?.focus();
  }, [faults]);
  const deed = useDeed<typeof amendAgreement>({
    method: "POST",
    path: "/api/placements/{placementId}/amendments",
    changes: AGREEMENT_CHANGES,
    onDone: (answer) =>
      router.navigate({ to: "/agreements/$agreementId", params: { agreementId: answer.id } }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(choices, draft);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    deed.run({ params: { placementId: choices.placementId }, body: bodyOf(draft, id) });
  };
  return { draft, put, faults, deed, send, frame };
}
