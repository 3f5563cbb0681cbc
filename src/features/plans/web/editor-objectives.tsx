import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Choice } from "#web/ui/choice.tsx";
import { Group } from "#web/ui/group.tsx";
import { Section } from "#web/ui/section.tsx";
import { ProvenAlready } from "./plan-proven.tsx";
import { type PlanView, type Requirement, requirementName } from "./plan-view.ts";
import type { DraftBox } from "./use-plan-draft.ts";

type ObjectivesEditorProps = { view: PlanView; box: DraftBox };

/** Which requirements of the placement's units are aimed at: real national ones, in plain words. */
export function ObjectivesEditor({ view, box }: ObjectivesEditorProps) {
  const { objectives } = box.draft;
  const proven = new Set(view.choices.proven.map(({ requirementId }) => requirementId));
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
        <ProvenAlready view={view} />
        {view.choices.units.map((unit) => (
          <UnitChoices
            key={unit.id}
            legend={textOf(unit.name)}
            requirements={unit.requirements}
            chosen={objectives}
            proven={proven}
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
  proven: ReadonlySet<string>;
  onPress: (id: string, chosen: boolean) => void;
};

/** Headings of the official text stand between its requirements. */
function UnitChoices({ legend, requirements: all, chosen, proven, onPress }: UnitChoicesProps) {
  // What is proven is no longer chosen; a plan from before may still have it, and can leave it out.
  const requirements = all.filter(({ id }) => !proven.has(id) || chosen.includes(id));
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
