import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { CheckboxGroup } from "#web/ui/choice-group.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { HoursField } from "#web/ui/hours-field.tsx";
import { Note } from "#web/ui/note.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import {
  type AmendChoices,
  type AmendDraft,
  type AmendFaults,
  type AmendLine,
  type AmendUnit,
  atUnit,
  ownTasks,
  unitOf,
} from "./amend-draft.ts";

const LONGEST_WEEK = 4_200;

export type LineProps = {
  choices: AmendChoices;
  draft: AmendDraft;
  faults: AmendFaults;
  onDraft: (draft: AmendDraft) => void;
};

/** The field of one line that changes, with what it can become. */
export function LineField({ line, ...props }: LineProps & { line: AmendLine }) {
  switch (line) {
    case "last_day":
      return <LastDay {...props} />;
    case "hours":
      return <Hours {...props} />;
    case "tutor":
      return <Tutor {...props} />;
    case "unit":
      return <Unit {...props} />;
    case "tasks":
      return <Tasks {...props} />;
    case "objectives":
      return <Objectives {...props} />;
  }
}

function LastDay({ draft, faults, onDraft }: LineProps) {
  return (
    <DateField
      label={m.agreements_amend_last_day()}
      value={draft.endsOn}
      error={faults.last_day && m.agreement_fill_this()}
      onChange={(endsOn) => onDraft({ ...draft, endsOn })}
    />
  );
}

function Hours({ draft, onDraft }: LineProps) {
  const put = (change: Partial<AmendDraft["hours"]>) =>
    onDraft({ ...draft, hours: { ...draft.hours, ...change } });
  return (
    <div className="stack">
      <div className="agreement-clocks">
        <TextField
          type="time"
          label={m.agreement_day_starts()}
          value={draft.hours.dayStartsAt}
          onChange={({ target }) => put({ dayStartsAt: target.value })}
        />
        <TextField
          type="time"
          label={m.agreement_day_ends()}
          value={draft.hours.dayEndsAt}
          onChange={({ target }) => put({ dayEndsAt: target.value })}
        />
      </div>
      <HoursField
        label={m.agreements_amend_week()}
        minutes={draft.hours.minutesPerWeek}
        step={30}
        max={LONGEST_WEEK}
        onChange={(minutesPerWeek) => put({ minutesPerWeek })}
      />
    </div>
  );
}

function Tutor({ choices, draft, faults, onDraft }: LineProps) {
  const unit = unitOf(choices, draft);
  const now = unit?.tutors.find(({ id }) => id === choices.tutorId);
  return (
    <SelectField
      label={m.agreements_amend_tutor()}
      hint={now && m.agreements_amend_tutor_now({ name: fullName(now) })}
      error={faults.tutor && m.agreements_amend_tutor_choose()}
      empty={m.agreements_amend_tutor_choose()}
      value={draft.tutorId}
      options={(unit?.tutors ?? [])
        .filter(({ id }) => id !== choices.tutorId || unit?.id !== choices.workplaceId)
        .map((tutor) => ({
          value: tutor.id,
          label: tutor.title === null ? fullName(tutor) : `${fullName(tutor)}, ${tutor.title}`,
        }))}
      onChange={({ target }) => onDraft({ ...draft, tutorId: target.value })}
    />
  );
}

function fullName({ givenName, familyName }: AmendUnit["tutors"][number]): string {
  return `${givenName} ${familyName}`;
}

function Unit({ choices, draft, faults, onDraft }: LineProps) {
  const others = choices.units.filter(({ id }) => id !== choices.workplaceId);
  if (others.length === 0) return <Note>{m.agreements_amend_unit_none()}</Note>;
  const chosen = others.find(({ id }) => id === draft.unitId);
  return (
    <div className="stack-3">
      <SelectField
        label={m.agreements_amend_unit()}
        error={faults.unit && m.agreements_amend_unit_choose()}
        empty={m.agreements_amend_unit_choose()}
        value={draft.unitId}
        options={others.map(({ id, name, address }) => ({
          value: id,
          label: `${name}, ${address}`,
        }))}
        onChange={({ target }) =>
          onDraft(
            atUnit(
              draft,
              target.value,
              others.find(({ id }) => id === target.value),
            ),
          )
        }
      />
      {chosen && <UnitWaits unit={chosen} />}
    </div>
  );
}

const WAITS: Readonly<Record<AmendUnit["waits"][number], () => string>> = {
  suspended: m.agreements_unit_suspended,
  checklist: m.agreements_unit_checklist,
  tutor: m.agreements_unit_tutor,
  suitability: m.agreements_unit_suitability,
  induction: m.agreements_unit_induction,
};

/** What the gate will ask at the other unit, before anybody is asked to sign. */
function UnitWaits({ unit }: { unit: AmendUnit }) {
  const isStopped = unit.waits.includes("suspended");
  return (
    <Note
      kind={isStopped ? "stop" : "wait"}
      lead={m.agreements_amend_unit_waits({ unit: unit.name })}
    >
      <ul className="agreement-list">
        {unit.waits.map((wait) => (
          <li key={wait}>{WAITS[wait]()}</li>
        ))}
      </ul>
    </Note>
  );
}

function Tasks({ choices, draft, faults, onDraft }: LineProps) {
  const tasks = unitOf(choices, draft)?.tasks ?? [];
  const own = ownTasks(choices);
  return (
    <CheckboxGroup
      name="amend-tasks"
      legend={m.agreements_amend_tasks()}
      hint={m.agreements_amend_tasks_hint()}
      error={faults.tasks && m.agreements_amend_tasks_none()}
      values={draft.tasks}
      options={[
        ...tasks.map(({ id, name }) => ({ value: id, label: textOf(name) })),
        ...own.map(({ key, name }) => ({ value: key, label: name })),
      ]}
      onChange={(values) => onDraft({ ...draft, tasks: values })}
    />
  );
}

function Objectives({ choices, draft, faults, onDraft }: LineProps) {
  return (
    <CheckboxGroup
      name="amend-objectives"
      legend={m.agreements_amend_objectives()}
      error={faults.objectives && m.agreements_amend_objectives_none()}
      values={draft.objectives}
      options={choices.requirements.map(({ id, text, unitName }) => ({
        value: id,
        label: textOf(text),
        detail: textOf(unitName),
      }))}
      onChange={(objectives) => onDraft({ ...draft, objectives })}
    />
  );
}
