import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Choice } from "#web/ui/choice.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useDeed } from "#web/view.ts";
import type { endAdaptation, writeAdaptation } from "../path.contract.ts";
import { ADAPTATIONS, type AdaptationKind } from "../path.ts";
import { PATH_PATH, type PathView } from "./path-view.ts";
import { type PlanView, requirementName, requirementOf } from "./plan-view.ts";

type AdaptationsProps = { view: PlanView; path: PathView };

/** What is assessed otherwise than the requirements say, for those who assess. */
export function Adaptations({ view, path }: AdaptationsProps) {
  const [writing, setWriting] = useState(false);
  const mayWrite = path.abilities.write.allowed;
  if (!mayWrite && path.adaptations.length === 0) return null;
  return (
    <Section
      title={m.plan_adaptations()}
      end={
        mayWrite && (
          <Button kind="quiet" aria-expanded={writing} onClick={() => setWriting(!writing)}>
            {m.plan_adaptation_add()}
          </Button>
        )
      }
    >
      {path.adaptations.length === 0 && <p className="muted">{m.plan_adaptations_none()}</p>}
      <Rows>
        {path.adaptations.map((one) => (
          <AdaptationRow key={one.id} view={view} one={one} mayWrite={mayWrite} />
        ))}
      </Rows>
      {writing && <NewAdaptation view={view} onDone={() => setWriting(false)} />}
    </Section>
  );
}

function kindName(kind: AdaptationKind): string {
  return kind === "deviation" ? m.plan_deviation() : m.plan_individual_criteria();
}

type AdaptationRowProps = {
  view: PlanView;
  one: PathView["adaptations"][number];
  mayWrite: boolean;
};

function AdaptationRow({ view, one, mayWrite }: AdaptationRowProps) {
  const end = useDeed<typeof endAdaptation>({
    method: "DELETE",
    path: `${PATH_PATH}/adaptations/{adaptationId}`,
    changes: [PATH_PATH],
  });
  const unit = view.choices.units.find(({ id }) => id === one.unitId);
  const about =
    one.requirementId === null
      ? textOf(unit?.name)
      : requirementName(requirementOf(view, one.requirementId));
  const params = { placementId: view.placementId, adaptationId: one.id };
  return (
    <Row>
      <span className="plan-words">{one.text}</span>
      <span className="sub">
        {kindName(one.kind)}: {about}
      </span>
      <span className="sub">
        {one.byName}. {one.forWorkplace ? m.plan_adaptation_all() : m.plan_adaptation_school()}
      </span>
      {mayWrite && (
        <Button kind="quiet" busy={end.busy} onClick={() => end.run({ params })}>
          {m.plan_take_away()}
        </Button>
      )}
      <ProblemNote error={end.problem} />
    </Row>
  );
}

function NewAdaptation({ view, onDone }: { view: PlanView; onDone: () => void }) {
  const [adaptationId] = useState<string>(() => crypto.randomUUID());
  const [about, setAbout] = useState("");
  const [kind, setKind] = useState<AdaptationKind>("individual_criteria");
  const [text, setText] = useState("");
  const [forWorkplace, setForWorkplace] = useState(false);
  const write = useDeed<typeof writeAdaptation>({
    method: "PUT",
    path: `${PATH_PATH}/adaptations/{adaptationId}`,
    changes: [PATH_PATH],
    onDone,
  });
  const [unitId = "", requirementId = null] = about.split(" ");
  const send = () =>
    write.run({
      params: { placementId: view.placementId, adaptationId },
      body: { unitId, requirementId, kind, text: text.trim(), forWorkplace },
    });
  return (
    <div className="stack no-print">
      <SelectField
        label={m.plan_adaptation_about()}
        empty={m.plan_adaptation_choose()}
        options={aboutOptions(view)}
        value={about}
        onChange={({ target }) => setAbout(target.value)}
      />
      <SelectField
        label={m.plan_adaptation_kind()}
        options={ADAPTATIONS.map((one) => ({ value: one, label: kindName(one) }))}
        value={kind}
        onChange={({ target }) =>
          setKind(ADAPTATIONS.find((one) => one === target.value) ?? "individual_criteria")
        }
      />
      <TextArea
        label={m.plan_adaptation_text()}
        hint={m.plan_adaptation_hint()}
        maxLength={1_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Choice
        kind="checkbox"
        label={m.plan_adaptation_for_workplace()}
        checked={forWorkplace}
        onChange={({ target }) => setForWorkplace(target.checked)}
      />
      <ProblemNote error={write.problem} />
      <Button
        kind="second"
        busy={write.busy}
        onClick={send}
        {...(about === "" || text.trim() === "" ? { notYet: m.plan_wait_adaptation() } : {})}
      >
        {m.plan_adaptation_save()}
      </Button>
    </div>
  );
}

/** A whole unit, or one of its requirements. */
function aboutOptions(view: PlanView) {
  return view.choices.units.flatMap((unit) => [
    { value: unit.id, label: textOf(unit.name) ?? "" },
    ...unit.requirements.map((requirement) => ({
      value: `${unit.id} ${requirement.id}`,
      label: `– ${requirementName(requirement)}`,
    })),
  ]);
}
