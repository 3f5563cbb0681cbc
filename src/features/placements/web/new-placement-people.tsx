import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { names } from "#web/ui/format.ts";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import {
  type Choices,
  type Draft,
  type Faults,
  teachersOf,
  withStudent,
  withWorkplace,
} from "./new-placement-draft.ts";

export type StepProps = {
  choices: Choices;
  draft: Draft;
  faults: Faults;
  onDraft: (draft: Draft) => void;
};

/** 1: the student and the teacher who answers for the placement. */
export function WhoStep({ choices, draft, faults, onDraft, me }: StepProps & { me: string }) {
  const teachers = teachersOf(choices, draft.studentId);
  return (
    <Section title={m.new_placement_who()}>
      <div className="stack new-placement-fields">
        <Combobox
          label={m.new_placement_student()}
          hint={m.new_placement_student_hint()}
          items={studentItems(choices)}
          value={draft.studentId}
          error={faults.studentId}
          onChange={(studentId) => onDraft(withStudent(draft, studentId, choices, me))}
        />
        {draft.studentId !== null && (
          <SelectField
            label={m.new_placement_teacher()}
            value={draft.teacherId ?? ""}
            error={faults.teacherId}
            options={teachers.map(({ id, ...teacher }) => ({
              value: id,
              label: teacherName(teacher, id === me),
            }))}
            onChange={(event) => onDraft({ ...draft, teacherId: event.target.value })}
          />
        )}
      </div>
    </Section>
  );
}

function teacherName(teacher: { givenName: string; familyName: string }, isMe: boolean): string {
  const name = `${teacher.givenName} ${teacher.familyName}`;
  return isMe ? m.new_placement_teacher_you({ name }) : name;
}

/** Those who have no placement now first; the order by name inside. */
function studentItems({ students }: Choices) {
  const inOrder = students.toSorted((a, b) => Number(a.running) - Number(b.running));
  return inOrder.map(({ id, givenName, familyName, running }) => ({
    id,
    label: `${givenName} ${familyName}`,
    ...(running ? { detail: m.new_placement_student_running() } : {}),
  }));
}

/** 2: the workplace and its tutor, who may also be named later. */
export function WhereStep({ choices, draft, faults, onDraft }: StepProps) {
  const workplace = choices.workplaces.find(({ id }) => id === draft.workplaceId);
  return (
    <Section title={m.new_placement_where()}>
      <div className="stack new-placement-fields">
        <Combobox
          label={m.new_placement_workplace()}
          hint={m.new_placement_workplace_hint()}
          items={choices.workplaces.map(({ id, name, municipality }) => ({
            id,
            label: `${name}, ${municipality}`,
          }))}
          value={draft.workplaceId}
          error={faults.workplaceId}
          onChange={(workplaceId) => onDraft(withWorkplace(draft, workplaceId, choices))}
        />
        {workplace ? (
          <>
            <Tasks workplace={workplace} />
            <TutorChoice workplace={workplace} draft={draft} onDraft={onDraft} />
          </>
        ) : (
          <p className="small muted">{m.new_placement_tutor_first()}</p>
        )}
      </div>
    </Section>
  );
}

type Workplace = Choices["workplaces"][number];

function Tasks({ workplace: { taskNames } }: { workplace: Workplace }) {
  if (taskNames.length === 0) return null;
  const tasks = names(taskNames.map((name) => textOf(name)));
  return <p className="small muted">{m.new_placement_tasks({ tasks })}</p>;
}

const LATER = "later";

type TutorChoiceProps = Pick<StepProps, "draft" | "onDraft"> & { workplace: Workplace };

function TutorChoice({ workplace, draft, onDraft }: TutorChoiceProps) {
  const tutors = workplace.tutors.map(({ id, givenName, familyName, title }) => ({
    value: id,
    label: `${givenName} ${familyName}`,
    detail: title,
  }));
  return (
    <RadioGroup
      legend={m.new_placement_tutor()}
      name="tutor"
      options={[
        ...tutors,
        {
          value: LATER,
          label: m.new_placement_tutor_later(),
          detail: m.new_placement_tutor_later_detail(),
        },
      ]}
      value={draft.tutorId ?? LATER}
      onChange={(chosen) => onDraft({ ...draft, tutorId: chosen === LATER ? null : chosen })}
    />
  );
}
