import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { CheckboxGroup } from "#web/ui/choice-group.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Note } from "#web/ui/note.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { Choices } from "./new-placement-draft.ts";
import type { StepProps } from "./new-placement-people.tsx";

/** 3: the qualification, when there are several, and its units. */
export function WhatStep(props: StepProps) {
  const { choices, draft, faults, onDraft } = props;
  const framework = choices.frameworks.find(({ versionId }) => versionId === draft.versionId);
  const [only, ...others] = choices.frameworks;
  if (!only) {
    return (
      <Section title={m.new_placement_what()}>
        <Note kind="stop">{m.new_placement_no_frameworks()}</Note>
      </Section>
    );
  }
  return (
    <Section title={m.new_placement_what()}>
      <div className="stack new-placement-fields">
        {others.length === 0 ? (
          <p>{textOf(only.name)}</p>
        ) : (
          <Combobox
            label={m.new_placement_framework()}
            items={choices.frameworks.map(({ versionId, name }) => ({
              id: versionId,
              label: textOf(name),
            }))}
            value={draft.versionId}
            error={faults.versionId}
            onChange={(versionId) => onDraft({ ...draft, versionId, unitIds: [] })}
          />
        )}
        {framework && <Units key={framework.versionId} {...props} units={framework.units} />}
      </div>
    </Section>
  );
}

type Unit = Choices["frameworks"][number]["units"][number];

/** A list longer than this can be narrowed by a word. */
const LONG_LIST = 15;

function Units({ draft, faults, onDraft, units }: StepProps & { units: readonly Unit[] }) {
  const [find, setFind] = useState("");
  const word = find.trim().toLocaleLowerCase();
  const shown = units.filter(
    ({ id, name }) => draft.unitIds.includes(id) || textOf(name).toLocaleLowerCase().includes(word),
  );
  return (
    <>
      {units.length > LONG_LIST && (
        <TextField
          type="search"
          label={m.new_placement_units_find()}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      )}
      <CheckboxGroup
        legend={m.new_placement_units()}
        name="units"
        options={shown.map(({ id, name, requirements }) => ({
          value: id,
          label: textOf(name),
          detail: m.ui_requirements({ count: requirements }),
        }))}
        values={draft.unitIds}
        error={faults.unitIds}
        onChange={(unitIds) => onDraft({ ...draft, unitIds })}
      />
      {shown.length === 0 && <p className="muted">{m.new_placement_units_none()}</p>}
    </>
  );
}
