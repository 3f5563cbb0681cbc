import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Choice } from "#web/ui/choice.tsx";
import { Group } from "#web/ui/group.tsx";
import { Section } from "#web/ui/section.tsx";
import { type PlanView, type Requirement, requirementName } from "./plan-view.ts";
import type { DraftBox } from "./use-plan-draft.ts";

type ObjectivesEditorProps = { view: PlanView; box: DraftBox };

/** Which requirements of the placement's units are aimed at: real national ones, in plain words. */
export function ObjectivesEditor({ view, box }: ObjectivesEditorProps) {
  const { objectives } = box.draft;
  const press = (id: string, chosen: boolean) =>
    box.put((draft) => ({
      ...draft,
      objectives: chosen
        ? [...draft.objectives, id]
        : draft.objectives.filter((objective) => objective !== id),
    }));
  return (
    <Section
      title={m.plan_objectives()}
      end={m.plan_objectives_count({ count: objectives.length })}
    >
      <div className="stack-6">
        {view.choices.units.map((unit) => (
          <UnitChoices
            key={unit.id}
            legend={textOf(unit.name)}
            requirements={unit.requirements}
            chosen={objectives}
            onPress={press}
          />
        ))}
      </div>
    </Section>
  );
}

type UnitChoicesProps = {
  legend: string;
  requirements: readonly Requirement[];
  chosen: readonly string[];
  onPress: (id: string, chosen: boolean) => void;
};

/** Headings of the official text stand between its requirements. */
function UnitChoices({ legend, requirements, chosen, onPress }: UnitChoicesProps) {
  const titles = requirements.map((requirement) => textOf(requirement.groupTitle));
  return (
    <Group legend={legend}>
      {requirements.map((requirement, index) => (
        <div key={requirement.id}>
          {titles[index] && titles[index] !== titles[index - 1] && (
            <p className="small muted">{titles[index]}</p>
          )}
          <Choice
            kind="checkbox"
            name={requirement.id}
            label={requirementName(requirement)}
            detail={textOf(requirement.plain) ? textOf(requirement.text) : undefined}
            checked={chosen.includes(requirement.id)}
            onChange={({ target }) => onPress(requirement.id, target.checked)}
          />
        </div>
      ))}
    </Group>
  );
}
