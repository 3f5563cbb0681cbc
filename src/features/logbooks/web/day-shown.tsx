import { m } from "#messages/web";
import { languageOf, textOf } from "#web/i18n/language.ts";
import { dayShort, hours, localDay } from "#web/ui/format.ts";
import { KeyValues } from "#web/ui/key-values.tsx";
import { ParagraphShown } from "#web/ui/paragraph-shown.tsx";
import type { Audience, DayContent } from "../logbook.ts";
import type { DayView } from "./day-content.ts";
import { absenceText, tutorName } from "./week-words.ts";

/** The day to read: hours, tasks, what was practised, the paragraphs for this reader, the honest stamp. */
export function DayShown({ view }: { view: DayView }) {
  const { entry } = view;
  if (entry === null) return <p className="muted">{m.logbook_nobody_wrote()}</p>;
  return (
    <>
      <ContentShown view={view} content={entry} emptyText={m.logbook_no_text_for_you()} />
      <Stamp day={view.day} entry={entry} />
    </>
  );
}

type ContentShownProps = { view: DayView; content: DayContent; emptyText: string };

/** Hours, tasks and paragraphs as they stand; also the preview of what another sees. */
export function ContentShown({ view, content, emptyText }: ContentShownProps) {
  const { minutes, absence, paragraphs } = content;
  const tasks = taskNames(view, content);
  const practised = practisedNames(view, content);
  const facts = [
    {
      key: "hours",
      label: m.logbook_hours(),
      value: absence ? absenceText(absence) : hours(minutes),
    },
    ...(tasks.length > 0
      ? [{ key: "tasks", label: m.logbook_tasks(), value: tasks.join(", ") }]
      : []),
    ...(practised.length > 0
      ? [
          {
            key: "practised",
            label: m.logbook_practised_fact(),
            value: <NameList names={practised} />,
          },
        ]
      : []),
  ];
  return (
    <div className="stack">
      <KeyValues items={facts} />
      {paragraphs.length === 0 && <p className="muted">{emptyText}</p>}
      {paragraphs.map(({ audience, text }, place) => (
        <ParagraphShown
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
          key={place}
          text={text}
          audience={audience}
          seenBy={readersOf(view, audience)}
        />
      ))}
    </div>
  );
}

function readersOf(view: DayView, audience: Audience): string[] {
  const { student, teacher } = view;
  const two = [student.givenName, teacher.givenName];
  return audience === "all" ? [student.givenName, tutorName(view), teacher.givenName] : two;
}

function taskNames(view: DayView, { tasks }: DayContent): string[] {
  return tasks.flatMap((task) => {
    if ("name" in task) return task.name;
    const known = view.tasks.find(({ taskId }) => taskId === task.taskId);
    return known ? textOf(known.name) : [];
  });
}

function practisedNames(view: DayView, { requirementIds }: DayContent) {
  return view.objectives.filter(({ requirementId }) => requirementIds.includes(requirementId));
}

function NameList({ names }: { names: DayView["objectives"] }) {
  return (
    <ul className="plain">
      {names.map(({ requirementId, name }) => (
        <li key={requirementId} lang={languageOf(name)}>
          {textOf(name)}
        </li>
      ))}
    </ul>
  );
}

/** When it was written, when it reached us and when it last changed, said where that was not the day itself. */
function Stamp({ day, entry }: { day: string; entry: NonNullable<DayView["entry"]> }) {
  const { writtenDaysLater, receivedDaysLater, receivedAt, editedAt } = entry;
  const isLate = receivedDaysLater > writtenDaysLater;
  const editedOn = editedAt === null ? null : localDay(editedAt);
  return (
    <p className="small muted day-stamp">
      {writtenDaysLater > 0 && <>{m.logbook_written_later({ count: writtenDaysLater })}. </>}
      {isLate && <>{m.logbook_received_later({ day: dayShort(localDay(receivedAt)) })}. </>}
      {editedOn !== null && editedOn !== day && (
        <>{m.logbook_edited({ day: dayShort(editedOn) })}.</>
      )}
    </p>
  );
}
