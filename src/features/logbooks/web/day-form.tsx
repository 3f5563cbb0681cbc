import { Eye } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import { isPassing } from "#web/problem.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { asSentence, dayWord } from "#web/ui/format.ts";
import { Sheet } from "#web/ui/sheet.tsx";
import { SyncRow, syncWords } from "#web/ui/sync-row.tsx";
import { audiencesOf } from "../logbook.policy.ts";
import { contentFor } from "../logbook.ts";
import { type DayView, tidy } from "./day-content.ts";
import { DayHead } from "./day-head.tsx";
import { HoursPart, TasksPart } from "./day-hours.tsx";
import { ParagraphsPart } from "./day-paragraphs.tsx";
import { PractisedPart } from "./day-practised.tsx";
import { ContentShown } from "./day-shown.tsx";
import { StaleChoice } from "./stale-choice.tsx";
import { type Day, useDay } from "./use-day.ts";
import { tutorName } from "./week-words.ts";

/** The student's day: hours and tasks are there to press, the rest is a few words. */
export function DayForm({ view, personId }: { view: DayView; personId: string }) {
  const day = useDay(view, personId);
  return (
    <Page frame="phone" className="stack-6" answer={<SaveBar day={day} />}>
      <DayHead view={view} />
      <HoursPart view={view} content={day.content} onChange={day.change} />
      {day.content.absence === null && (
        <TasksPart view={view} content={day.content} onChange={day.change} />
      )}
      <section className="stack-3" aria-labelledby="what-did-you-do">
        <h2 id="what-did-you-do">{m.logbook_what_did_you_do()}</h2>
        <ParagraphsPart view={view} content={day.content} onChange={day.change} />
        <Preview view={view} day={day} />
      </section>
      {day.content.absence === null && (
        <PractisedPart view={view} content={day.content} onChange={day.change} />
      )}
      <WhereItIs view={view} day={day} />
    </Page>
  );
}

function SaveBar({ day }: { day: Day }) {
  const { conflict, problem, busy } = day;
  const refused = problem !== null && !isPassing(problem) && conflict === null;
  return (
    <>
      {conflict && (
        <StaleChoice
          parts={conflict.parts}
          busy={busy}
          onKeep={() => day.keepMine(conflict)}
          onTake={day.takeOther}
        />
      )}
      {refused && <ProblemNote error={problem} />}
      <Button kind="primary" size="big" block busy={busy} onClick={day.save}>
        {m.logbook_save_day()}
      </Button>
      <p className="small muted day-where" role="status">
        {whereText(day)}
      </p>
    </>
  );
}

/** Where the text is, in the words of the list below, beside the press that sends it. */
function whereText({ where, waits }: Day): string {
  if (where === null) return "";
  const words = syncWords(where.state, where.at);
  return where.state === "here" && waits ? `${words}. ${m.logbook_sends_by_itself()}` : words;
}

/** The writer looks with the tutor's eyes before anything is sent. */
function Preview({ view, day }: { view: DayView; day: Day }) {
  const [open, setOpen] = useState(false);
  const name = tutorName(view);
  return (
    <>
      <Button block icon={Eye} onClick={() => setOpen(true)}>
        {m.logbook_see_what({ name })}
      </Button>
      <Dialog
        open={open}
        title={m.logbook_what_sees({ name })}
        onClose={() => setOpen(false)}
        actions={<Button onClick={() => setOpen(false)}>{m.logbook_close_preview()}</Button>}
      >
        <ContentShown
          view={view}
          content={contentFor(audiencesOf("tutor"), tidy(day.content))}
          emptyText={m.logbook_sees_no_text()}
        />
      </Dialog>
    </>
  );
}

/** On this phone, sending, or safe and since when: always in words. */
function WhereItIs({ view, day }: { view: DayView; day: Day }) {
  const { where, waits } = day;
  if (where === null) return null;
  const written = tidy(day.content).paragraphs.length;
  return (
    <section className="stack-2" aria-labelledby="where-it-is">
      <h2 id="where-it-is">{m.logbook_where_things_are()}</h2>
      <Sheet>
        <SyncRow
          what={asSentence(dayWord(view.day))}
          detail={m.logbook_paragraph_count({ count: written })}
          state={where.state}
          at={where.at}
        />
      </Sheet>
      {where.state !== "safe" && (
        <p className="small muted">
          {waits ? m.logbook_sends_by_itself() : m.logbook_not_saved_yet()}
        </p>
      )}
    </section>
  );
}
