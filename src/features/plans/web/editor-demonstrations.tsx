import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { Choice } from "#web/ui/choice.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { addDays } from "#web/ui/format.ts";
import { Group } from "#web/ui/group.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { anotherDemonstration, type DemonstrationRow } from "./plan-draft.ts";
import { type PlanView, requirementName } from "./plan-view.ts";
import type { DraftBox } from "./use-plan-draft.ts";

const DAYS_AFTER = 30;

type DemonstrationsEditorProps = { view: PlanView; box: DraftBox };

/** When and where skill is shown, in which work, of which requirements, and who assesses. */
export function DemonstrationsEditor({ view, box }: DemonstrationsEditorProps) {
  const put = (id: string, change: Partial<DemonstrationRow>) =>
    box.put((draft) => ({
      ...draft,
      demonstrations: draft.demonstrations.map((one) =>
        one.id === id ? { ...one, ...change } : one,
      ),
    }));
  const drop = (id: string) =>
    box.put((draft) => ({
      ...draft,
      demonstrations: draft.demonstrations.filter((one) => one.id !== id),
    }));
  return (
    <div className="stack">
      {box.draft.demonstrations.length === 0 && (
        <p className="small muted">{m.plan_demonstrations_none()}</p>
      )}
      {box.draft.demonstrations.map((row, place) => (
        <DemonstrationFields
          key={row.id}
          view={view}
          row={row}
          number={place + 1}
          onPut={(change) => put(row.id, change)}
          onDrop={() => drop(row.id)}
        />
      ))}
      {box.draft.demonstrations.length < 10 && (
        <Button kind="quiet" onClick={() => box.put((draft) => anotherDemonstration(draft, view))}>
          {m.plan_add_demonstration()}
        </Button>
      )}
    </div>
  );
}

type FieldsProps = {
  view: PlanView;
  row: DemonstrationRow;
  number: number;
  onPut: (change: Partial<DemonstrationRow>) => void;
  onDrop: () => void;
};

function DemonstrationFields({ view, row, number, onPut, onDrop }: FieldsProps) {
  const days = { min: view.startsOn, max: addDays(view.endsOn, DAYS_AFTER) };
  return (
    <Group legend={m.plan_demonstration_number({ number })}>
      <div className="stack">
        <TextArea
          label={m.plan_demonstration_work()}
          hint={m.plan_demonstration_work_hint()}
          rows={2}
          maxLength={1_000}
          value={row.work}
          onChange={({ target }) => onPut({ work: target.value })}
        />
        <div className="plan-shift">
          <DateField
            label={m.plan_demonstration_from()}
            value={row.startsOn}
            {...days}
            onChange={(startsOn) => onPut({ startsOn })}
          />
          <DateField
            label={m.plan_demonstration_to()}
            value={row.endsOn}
            {...days}
            onChange={(endsOn) => onPut({ endsOn })}
          />
          <TextField
            optional
            label={m.plan_demonstration_place()}
            hint={view.workplaceName}
            maxLength={200}
            value={row.place}
            onChange={({ target }) => onPut({ place: target.value })}
          />
        </div>
        <div className="plan-shift">
          <TextField
            optional
            label={m.plan_assessor_school()}
            maxLength={200}
            value={row.schoolAssessor}
            onChange={({ target }) => onPut({ schoolAssessor: target.value })}
          />
          <TextField
            optional
            label={m.plan_assessor_work()}
            maxLength={200}
            value={row.workAssessor}
            onChange={({ target }) => onPut({ workAssessor: target.value })}
          />
        </div>
        <ShownRequirements view={view} row={row} onPut={onPut} />
        <Button kind="quiet" onClick={onDrop}>
          {m.plan_demonstration_drop({ number })}
        </Button>
      </div>
    </Group>
  );
}

type ShownProps = Pick<FieldsProps, "view" | "row" | "onPut">;

function ShownRequirements({ view, row, onPut }: ShownProps) {
  const press = (id: string, chosen: boolean) =>
    onPut({
      requirementIds: chosen
        ? [...row.requirementIds, id]
        : row.requirementIds.filter((one) => one !== id),
    });
  return (
    <Group legend={m.plan_demonstration_shows()}>
      {view.choices.units
        .flatMap((unit) => unit.requirements)
        .map((requirement) => (
          <Choice
            key={requirement.id}
            kind="checkbox"
            name={`${row.id} ${requirement.id}`}
            label={requirementName(requirement)}
            checked={row.requirementIds.includes(requirement.id)}
            onChange={({ target }) => press(requirement.id, target.checked)}
          />
        ))}
    </Group>
  );
}
