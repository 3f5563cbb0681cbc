import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { moment } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { useDeed } from "#web/view.ts";
import type { markWeekRead, sendWeek } from "../logbook.contract.ts";
import { WhatWasConfirmed } from "./confirmed-week.tsx";
import { WeekDays } from "./week-days.tsx";
import { OtherWeeks, WeekHead } from "./week-head.tsx";
import { WeekJoint } from "./week-joint.tsx";
import { confirmerName, tutorName, WEEK_PATH, type WeekView, waitText } from "./week-words.ts";

/** The week as the student, the teacher or a coordinator has it, and as everybody has it when it is done. */
export function WeekToRead({ view }: { view: WeekView }) {
  const { confirmation } = view;
  return (
    <Page frame="phone" answer={answerOf(view)}>
      <section className="stack-2">
        <WeekHead view={view} />
        <WeekState view={view} />
        <WeekDays view={view} />
      </section>
      {confirmation && <WhatWasConfirmed view={view} confirmation={confirmation} />}
      <WeekJoint view={view} />
      <OtherWeeks view={view} />
    </Page>
  );
}

/** Where the week is, in words: whom it waits for, or who confirmed it and when. */
function WeekState({ view }: { view: WeekView }) {
  const { confirmation, sentAt, abilities } = view;
  if (confirmation) {
    const asked =
      confirmation.kind === "exceptions" &&
      confirmation.lookAgain === null &&
      abilities.write.allowed;
    return (
      <Note kind={confirmation.kind === "ok" ? "ok" : "wait"}>
        {confirmedText(confirmation)} {asked && m.logbook_correct_days({ name: tutorName(view) })}
      </Note>
    );
  }
  if (sentAt === null) return null;
  const when = moment(sentAt, instantOf(nowMs()));
  return <Note kind="wait">{m.logbook_waits_for({ name: tutorName(view), when })}</Note>;
}

/** "Mika confirmed the week, Friday 14:32." A colleague's own name, and whose seat it was. */
function confirmedText(confirmation: NonNullable<WeekView["confirmation"]>): string {
  const when = moment(confirmation.at, instantOf(nowMs()));
  const { by, kind } = confirmation;
  const seat = by.actingName === null ? "" : ` (${m.logbook_for_tutor({ name: by.givenName })})`;
  const name = `${confirmerName(confirmation)}${seat}`;
  return kind === "ok"
    ? m.logbook_confirmed_by({ name, when })
    : m.logbook_exceptions_by({ name, when });
}

/** The one deed of this reader, or nothing. */
function answerOf(view: WeekView) {
  const { send, read, confirm } = view.abilities;
  if (send.allowed) return <SendWeek view={view} />;
  if (read.allowed) return <ReadWeek view={view} />;
  const waits = confirm.allowed ? undefined : waitText(confirm.reason, view.student.givenName);
  if (waits === undefined) return undefined;
  return (
    <Button kind="primary" size="big" block notYet={waits}>
      {m.logbook_week_ok()}
    </Button>
  );
}

function SendWeek({ view }: { view: WeekView }) {
  const { placementId, week, sentAt } = view;
  const send = useDeed<typeof sendWeek>({
    method: "POST",
    path: "/api/placements/{placementId}/weeks/{week}/sending",
    changes: [WEEK_PATH],
  });
  const name = tutorName(view);
  return (
    <>
      <ProblemNote error={send.problem} />
      <Button
        kind="primary"
        size="big"
        block
        busy={send.busy}
        onClick={() => send.run({ params: { placementId, week } })}
      >
        {sentAt === null ? m.logbook_send_week() : m.logbook_send_again({ name })}
      </Button>
      {sentAt === null && <p className="small muted">{m.logbook_send_how({ name })}</p>}
    </>
  );
}

function ReadWeek({ view }: { view: WeekView }) {
  const { placementId, week } = view;
  const read = useDeed<typeof markWeekRead>({
    method: "POST",
    path: "/api/placements/{placementId}/weeks/{week}/reading",
    changes: [WEEK_PATH],
  });
  return (
    <>
      <ProblemNote error={read.problem} />
      <Button
        kind="primary"
        size="big"
        block
        busy={read.busy}
        onClick={() => read.run({ params: { placementId, week } })}
      >
        {m.logbook_mark_read()}
      </Button>
    </>
  );
}
