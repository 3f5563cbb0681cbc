import { m } from "#messages/web";
import { DateField } from "#web/ui/date-field.tsx";
import { Group } from "#web/ui/group.tsx";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { GAP_OWNERS } from "../suitability.ts";
import { type DecisionDraft, EMPTY_GAP, type GapRow, gapRows, withGap } from "./decision-draft.ts";
import type { PutDraft } from "./decision-editor.tsx";
import { rowName, type SuitabilityView } from "./suitability-view.ts";
import { ownerName } from "./suitability-words.ts";

type GapsEditorProps = { view: SuitabilityView; draft: DecisionDraft; put: PutDraft };

/** What cannot be learned here: who covers it and by when. Each needs both before the decision. */
export function GapsEditor({ view, draft, put }: GapsEditorProps) {
  const gaps = gapRows(view, draft);
  if (gaps.length === 0 || draft.outcome === "not_suitable") return null;
  return (
    <Section title={m.suitability_gaps({ count: gaps.length })}>
      <div className="stack-6">
        {gaps.map((row) => (
          <GapLine
            key={row.requirementId}
            legend={rowName(row)}
            gap={draft.gaps[row.requirementId] ?? EMPTY_GAP}
            onPut={(change) => put((present) => withGap(present, row.requirementId, change))}
          />
        ))}
      </div>
    </Section>
  );
}

type GapLineProps = { legend: string; gap: GapRow; onPut: (change: Partial<GapRow>) => void };

function GapLine({ legend, gap, onPut }: GapLineProps) {
  return (
    <Group legend={legend}>
      <div className="suitability-gap">
        <SelectField
          label={m.suitability_who_covers()}
          empty={m.suitability_choose()}
          options={GAP_OWNERS.map((owner) => ({ value: owner, label: ownerName(owner) }))}
          value={gap.owner ?? ""}
          onChange={({ target }) =>
            onPut({ owner: GAP_OWNERS.find((owner) => owner === target.value) ?? null })
          }
        />
        <DateField
          label={m.suitability_by_when()}
          value={gap.dueOn}
          onChange={(dueOn) => onPut({ dueOn })}
        />
        <TextField
          optional
          label={m.suitability_note()}
          maxLength={500}
          value={gap.note}
          onChange={({ target }) => onPut({ note: target.value })}
        />
      </div>
    </Group>
  );
}
