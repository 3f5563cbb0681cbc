import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { hours } from "#web/ui/format.ts";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import { EFFECTS } from "../rule-pack.ts";
import type { writeRule } from "../rule-packs.contract.ts";
import { changeAge, changeLength, lengthOf } from "./rule-pack-change.ts";
import { RuleTexts } from "./rule-pack-texts.tsx";
import { effectText, type PackRule, RULE_PACK_PATH, type RulePackView } from "./rule-pack-view.ts";

type RuleFormProps = {
  providerId: string;
  view: RulePackView;
  rule: PackRule;
  onClose: () => void;
};

/** One rule to change: words in three languages, source, effect, ages, length, validity. */
export function RuleForm({ providerId, view, rule, onClose }: RuleFormProps) {
  const [draft, put] = useState(rule);
  const save = useDeed<typeof writeRule>({
    method: "PUT",
    path: "/api/rule-packs/{providerId}/draft/rules/{ruleId}",
    changes: [RULE_PACK_PATH],
    onDone: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.run({
      params: { providerId, ruleId: rule.id },
      body: draft,
      version: view.draft?.version,
    });
  };
  const before = view.pack.rules.find(({ id }) => id === rule.id);
  return (
    <form className="card stack" onSubmit={submit}>
      <h3>{textOf(rule.title)}</h3>
      <RuleTexts rule={draft} before={before} works={view.pack.works} onChange={put} />
      <RuleFields rule={draft} onChange={put} />
      <div className="row row-wrap">
        <Button type="submit" kind="primary" busy={save.busy}>
          {m.rules_save()}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {m.ui_close()}
        </Button>
      </div>
      <ProblemNote error={save.problem} />
    </form>
  );
}

type RuleFieldsProps = { rule: PackRule; onChange: (rule: PackRule) => void };

/** Effect, ages, length and validity. */
function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const length = lengthOf(rule);
  return (
    <div className="rules-fields">
      <SelectField
        label={m.rules_effect()}
        options={EFFECTS.map((value) => ({ value, label: effectText(value) }))}
        value={rule.effect}
        onChange={({ target }) => {
          const effect = EFFECTS.find((one) => one === target.value);
          if (effect) onChange({ ...rule, effect });
        }}
      />
      <AgeField label={m.rules_from_age()} rule={rule} edge="from" onChange={onChange} />
      <AgeField label={m.rules_below_age()} rule={rule} edge="below" onChange={onChange} />
      {length !== undefined && (
        <TextField
          label={`${m.rules_minutes()}, ${hours(length)}`}
          type="number"
          min={0}
          max={10_000}
          value={length}
          onChange={({ target }) => onChange(changeLength(rule, target.valueAsNumber))}
        />
      )}
      <DateField
        label={m.rules_from_day()}
        value={rule.validFrom}
        onChange={(day) => onChange({ ...rule, validFrom: day ?? rule.validFrom })}
      />
      <DateField
        label={m.rules_to_day()}
        value={rule.validTo}
        onChange={(validTo) => onChange({ ...rule, validTo })}
      />
    </div>
  );
}

type AgeFieldProps = {
  label: string;
  rule: PackRule;
  edge: "from" | "below";
  onChange: (rule: PackRule) => void;
};

function AgeField({ label, rule, edge, onChange }: AgeFieldProps) {
  return (
    <TextField
      label={label}
      type="number"
      min={0}
      max={120}
      value={rule.who[edge] ?? ""}
      onChange={({ target }) => onChange(changeAge(rule, edge, target.valueAsNumber))}
    />
  );
}
