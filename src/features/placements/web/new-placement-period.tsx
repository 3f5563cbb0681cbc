import { m } from "#messages/web";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { lastDayFault, withFirstDay } from "./new-placement-draft.ts";
import type { StepProps } from "./new-placement-people.tsx";
import { basisText } from "./state-text.ts";

/** 4: the first and the last day, the basis and the share of full time. */
export function WhenStep({ draft, faults, onDraft }: Omit<StepProps, "choices">) {
  return (
    <Section title={m.new_placement_when()}>
      <div className="stack new-placement-fields">
        <div className="new-placement-days">
          <DateField
            label={m.new_placement_first_day()}
            value={draft.startsOn}
            error={faults.startsOn}
            onChange={(day) => onDraft(withFirstDay(draft, day))}
          />
          <DateField
            label={m.new_placement_last_day()}
            value={draft.endsOn}
            error={faults.endsOn ?? (draft.endsOn ? lastDayFault(draft) : undefined)}
            onChange={(endsOn) => onDraft({ ...draft, endsOn })}
          />
        </div>
        <RadioGroup
          legend={m.new_placement_basis()}
          name="basis"
          options={[
            {
              value: "training_agreement",
              label: basisText("training_agreement"),
              detail: m.new_placement_basis_training(),
            },
            {
              value: "apprenticeship",
              label: basisText("apprenticeship"),
              detail: m.new_placement_basis_apprenticeship(),
            },
          ]}
          value={draft.basis}
          onChange={(basis) => onDraft({ ...draft, basis })}
        />
        <div className="new-placement-percent">
          <TextField
            label={m.new_placement_percent()}
            inputMode="numeric"
            maxLength={3}
            value={draft.percent}
            error={faults.percent}
            onChange={(event) => onDraft({ ...draft, percent: event.target.value })}
          />
        </div>
      </div>
    </Section>
  );
}
