import { useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Note } from "#web/ui/note.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed } from "#web/view.ts";
import type { carryOver, signChecklist } from "../checklist.contract.ts";
import type { Field } from "../checklist.ts";
import { ItemForm } from "./checklist-item.tsx";
import { type Condition, ConditionFields } from "./checklist-remedy.tsx";
import {
  CHECKLIST_CHANGES,
  type ChecklistsView,
  type Filling,
  fieldName,
} from "./checklist-view.ts";

type FillProps = { view: ChecklistsView; field: Field; filling: Filling; onClose: () => void };

/** Item by item, each answer kept at once; at the end what has to be put right, and the signature. */
export function FillForm({ view, field, filling, onClose }: FillProps) {
  const params = { placementId: view.placementId, checklistId: filling.checklistId };
  const left = filling.items.filter(({ answer }) => answer === null).length;
  return (
    <Section title={fieldName(field)} end={m.checklist_left({ count: left })}>
      {filling.newer && <NewerNote params={params} filling={filling} />}
      <div className="stack">
        {filling.items.map((item) => (
          <ItemForm key={item.id} params={params} item={item} />
        ))}
      </div>
      {left === 0 && <SignForm view={view} filling={filling} params={params} onDone={onClose} />}
      <Button kind="quiet" onClick={onClose}>
        {m.checklist_later()}
      </Button>
    </Section>
  );
}

export type ChecklistParams = { placementId: string; checklistId: string };

function NewerNote({ params, filling }: { params: ChecklistParams; filling: Filling }) {
  const carry = useDeed<typeof carryOver>({
    method: "POST",
    path: "/api/placements/{placementId}/checklists/{checklistId}/template",
    changes: CHECKLIST_CHANGES,
  });
  return (
    <Note
      lead={m.checklist_newer()}
      action={
        <Button kind="quiet" busy={carry.busy} onClick={() => carry.run({ params })}>
          {m.checklist_carry({ count: filling.newer?.kept ?? 0 })}
        </Button>
      }
    >
      {m.checklist_newer_text()}
      <ProblemNote error={carry.problem} />
    </Note>
  );
}

function firstDayOrToday({ startsOn, today }: ChecklistsView): string {
  return [startsOn, today].toSorted((left, right) => right.localeCompare(left))[0] ?? today;
}

type SignProps = {
  view: ChecklistsView;
  filling: Filling;
  params: ChecklistParams;
  onDone: () => void;
};

function SignForm({ view, filling, params, onDone }: SignProps) {
  const [until, setUntil] = useState<string | null>(view.latestDay);
  const [written, write] = useState<Readonly<Record<string, Condition>>>({});
  const sign = useDeed<typeof signChecklist>({
    method: "POST",
    path: "/api/placements/{placementId}/checklists/{checklistId}/signature",
    changes: CHECKLIST_CHANGES,
    onDone,
  });
  const lacking = filling.items.filter(({ answer }) => answer === "no");
  const empty = (remark: string | null): Condition => ({
    text: remark ?? "",
    owner: "workplace",
    dueOn: firstDayOrToday(view),
  });
  const conditions = lacking.map(({ id, remark }) => ({
    itemId: id,
    ...(written[id] ?? empty(remark)),
  }));
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        sign.run({
          params,
          version: filling.version,
          body: {
            validUntil: until ?? view.latestDay,
            conditions: conditions.filter(({ text }) => text.trim() !== ""),
          },
        });
      }}
    >
      {lacking.map((item) => (
        <ConditionFields
          key={item.id}
          item={item}
          today={view.today}
          value={written[item.id] ?? empty(item.remark)}
          onChange={(value) => write({ ...written, [item.id]: value })}
        />
      ))}
      <DateField
        label={m.checklist_valid_until()}
        hint={m.checklist_valid_hint()}
        value={until}
        onChange={setUntil}
        min={view.today}
        max={view.latestDay}
      />
      <Button type="submit" kind="primary" busy={sign.busy}>
        {m.checklist_sign()}
      </Button>
      <ProblemNote error={sign.problem} />
    </form>
  );
}
