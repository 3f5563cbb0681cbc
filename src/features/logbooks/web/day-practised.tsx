import { m } from "#messages/web";
import { languageOf, textOf } from "#web/i18n/language.ts";
import { CheckboxGroup } from "#web/ui/choice-group.tsx";
import type { PartProps } from "./day-hours.tsx";

/** Objectives of the plan that the day practised; folded, since most days need none of it. */
export function PractisedPart({ view, content, onChange }: PartProps) {
  const { objectives } = view;
  const { requirementIds } = content;
  if (objectives.length === 0) return null;
  const count = requirementIds.length;
  return (
    <details className="practised">
      <summary>
        <b>{m.logbook_practised()}</b>
        <span className="sub">
          {count === 0 ? m.logbook_practised_none() : m.logbook_practised_count({ count })}
        </span>
      </summary>
      <CheckboxGroup
        sheet
        hideLegend
        legend={m.logbook_practised()}
        name="practised"
        options={objectives.map(({ requirementId, name }) => ({
          value: requirementId,
          label: <span lang={languageOf(name)}>{textOf(name)}</span>,
        }))}
        values={requirementIds}
        onChange={(next) => onChange({ requirementIds: next })}
      />
    </details>
  );
}
