import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayYear } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed } from "#web/view.ts";
import type { startChecklist } from "../checklist.contract.ts";
import {
  CHECKLIST_CHANGES,
  CHECKLISTS_PATH,
  type ChecklistsView,
  type FieldView,
  fieldName,
} from "./checklist-view.ts";

type FieldListProps = {
  view: ChecklistsView;
  onOpen: (field: string) => void;
  onRead: (field: string) => void;
};

/** The general list and those of the workplace's own fields; the others wait behind a fold. */
export function FieldList({ view, onOpen, onRead }: FieldListProps) {
  const start = useDeed<typeof startChecklist>({
    method: "POST",
    path: CHECKLISTS_PATH,
    changes: CHECKLIST_CHANGES,
    onDone: (_, { body }) => onOpen(body.field),
  });
  const [here, others] = [true, false].map((near) =>
    view.fields.filter((one) => isNear(one) === near),
  );
  const rows = (fields: readonly FieldView[], label: string) => (
    <Rows label={label}>
      {fields.map((one) => (
        <FieldRow
          key={one.field}
          view={view}
          one={one}
          busy={start.busy}
          onStart={() =>
            start.run({ params: { placementId: view.placementId }, body: { field: one.field } })
          }
          onRead={() => onRead(one.field)}
        />
      ))}
    </Rows>
  );
  return (
    <Section title={m.checklist_fields()}>
      <p className="muted checklist-why">{m.checklist_fields_why()}</p>
      {rows(here ?? [], m.checklist_fields())}
      {view.abilities.check.allowed && (
        <details>
          <summary>{m.checklist_other_fields()}</summary>
          {rows(others ?? [], m.checklist_other_fields())}
        </details>
      )}
      <ProblemNote error={start.problem} />
    </Section>
  );
}

function isNear({ ofWorkplace, signed, filling }: FieldView): boolean {
  return ofWorkplace || signed !== null || filling !== null;
}

type FieldRowProps = {
  view: ChecklistsView;
  one: FieldView;
  busy: boolean;
  onStart: () => void;
  onRead: () => void;
};

function FieldRow({ view, one, busy, onStart, onRead }: FieldRowProps) {
  const name = <span className="vh"> {fieldName(one.field)}</span>;
  const isFirst = one.field === "general" && one.signed === null;
  return (
    <Row
      sub={fieldText(one)}
      end={
        <div className="checklist-deeds">
          {one.signed && (
            <Button kind="quiet" onClick={onRead}>
              {m.checklist_read()}
              {name}
            </Button>
          )}
          {view.abilities.check.allowed && (
            <Button kind={isFirst ? "primary" : "quiet"} busy={busy} onClick={onStart}>
              {startText(one)}
              {name}
            </Button>
          )}
        </div>
      }
    >
      {fieldName(one.field)}{" "}
      {one.signed && one.signed.validUntil >= view.startsOn && (
        <Badge kind="ok">{m.checklist_signed()}</Badge>
      )}
    </Row>
  );
}

function startText({ filling, signed }: FieldView): string {
  if (filling !== null) return m.checklist_go_on();
  return signed === null ? m.checklist_begin() : m.checklist_again();
}

function fieldText({ filling, signed }: FieldView): string {
  if (filling !== null) {
    const left = filling.items.filter(({ answer }) => answer === null).length;
    return m.checklist_left({ count: left });
  }
  if (signed === null) return m.checklist_never();
  const { givenName, familyName } = signed.by;
  return m.checklist_held({
    name: `${givenName} ${familyName}`,
    day: dayYear(signed.validUntil),
  });
}
