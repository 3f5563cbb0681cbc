import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { useGo } from "#web/shell/go.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { addDays, mondayOf } from "#web/ui/format.ts";
import { SelectField } from "#web/ui/select-field.tsx";
import { uuidV7 } from "#web/uuid-v7.ts";
import { useDeed, useView } from "#web/view.ts";
import type { copyPlacement } from "../placement.contract.ts";
import type { readProposalChoices } from "../placement-views.contract.ts";
import { nameOf, type Placement } from "./placement-page-answer.ts";
import { FormDeeds } from "./placement-page-form-deeds.tsx";

/** The next Monday after the last day, and as long as this one. */
function nextPeriod({ startsOn, endsOn }: Placement) {
  const from = addDays(mondayOf(endsOn), 7);
  const days = Temporal.PlainDate.from(startsOn).until(endsOn).days;
  return { from, to: addDays(from, days) };
}

/** Whose and when; everything else comes from this placement and is edited in the new one. */
export function CopyForm({ placement, onClose }: { placement: Placement; onClose: () => void }) {
  const go = useGo();
  const choices = useView<typeof readProposalChoices>({ path: "/api/placement-choices" });
  const students = choices.students.filter(({ providerId }) => providerId === placement.providerId);
  const [id] = useState(uuidV7);
  const [studentId, setStudentId] = useState(placement.student.id);
  const [startsOn, setStartsOn] = useState<string | null>(nextPeriod(placement).from);
  const [endsOn, setEndsOn] = useState<string | null>(nextPeriod(placement).to);
  const [isTried, setIsTried] = useState(false);
  const copy = useDeed<typeof copyPlacement>({
    method: "POST",
    path: "/api/placements/{placementId}/copies",
    changes: ["/api/placements", "/api/board", "/api/starts"],
    onDone: (made) => go(`/placements/${made.id}/plan`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (startsOn === null || endsOn === null) return;
    const params = { placementId: placement.id };
    copy.run({ params, body: { id, studentId, startsOn, endsOn } });
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>{m.copy_follows()}</p>
      <SelectField
        label={m.copy_student()}
        value={studentId}
        options={students.map((student) => ({ value: student.id, label: nameOf(student) }))}
        onChange={(event) => setStudentId(event.target.value)}
      />
      <div className="place-pair">
        <DateField
          label={m.new_placement_first_day()}
          value={startsOn}
          error={isTried && startsOn === null ? m.new_placement_fault_first_day() : undefined}
          onChange={setStartsOn}
        />
        <DateField
          label={m.new_placement_last_day()}
          value={endsOn}
          error={isTried && endsOn === null ? m.new_placement_fault_last_day() : undefined}
          onChange={setEndsOn}
        />
      </div>
      <FormDeeds busy={copy.busy} problem={copy.problem} onClose={onClose}>
        {m.copy_make()}
      </FormDeeds>
    </form>
  );
}
