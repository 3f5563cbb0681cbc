import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { Item } from "./checklist-view.ts";

export type Condition = { text: string; owner: "teacher" | "workplace"; dueOn: string };

type ConditionFieldsProps = {
  item: Item;
  today: string;
  value: Condition;
  onChange: (value: Condition) => void;
};

/** What is done about a "no", who does it and by when. */
export function ConditionFields({ item, today, value, onChange }: ConditionFieldsProps) {
  return (
    <fieldset className="stack">
      <legend>{textOf(item.question)}</legend>
      <TextField
        label={m.checklist_remedy()}
        value={value.text}
        maxLength={300}
        required
        onChange={(event) => onChange({ ...value, text: event.target.value })}
      />
      <RadioGroup
        legend={m.checklist_owner()}
        name={`owner-${item.id}`}
        value={value.owner}
        onChange={(owner) => onChange({ ...value, owner })}
        options={[
          { value: "workplace", label: m.checklist_owner_workplace() },
          { value: "teacher", label: m.checklist_owner_teacher() },
        ]}
      />
      <DateField
        label={m.checklist_due()}
        value={value.dueOn}
        min={today}
        onChange={(day) => onChange({ ...value, dueOn: day ?? today })}
      />
    </fieldset>
  );
}
