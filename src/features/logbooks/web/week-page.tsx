import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { useCollege } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { moment } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { markWeekRead, readWeek, sendWeek } from "../logbook.contract.ts";
import { ConfirmWeek } from "./confirm-week.tsx";
import { ConfirmedNow, confirmedText, WhatWasConfirmed } from "./confirmed-week.tsx";
import { WeekDays } from "./week-days.tsx";
import { OtherWeeks, WeekHead } from "./week-head.tsx";
import { WeekJoint } from "./week-joint.tsx";
import { tutorName, WEEK_PATH, type WeekView, waitText } from "./week-words.ts";
import "./week-page.css";

/** One week of a placement. Each reader gets the one thing that is theirs to do, by the data's abilities. */
export function WeekPage({ placementId, week }: { placementId: string; week: string }) {
  const view = useView<typeof readWeek>({ path: WEEK_PATH, params: { placementId, week } }, [
    `placement:${placementId}`,
  ]);
  useCollege(view.providerName);
  const { confirmation, abilities } = view;
  if (confirmation && confirmation.lookAgain === null && abilities.undo.allowed) {
    return <ConfirmedNow view={view} confirmation={confirmation} />;
  }
  if (abilities.confirm.allowed) return <ConfirmWeek key={week} view={view} />;
  return <WeekToRead view={view} />;
}

function WeekToRead({ view }: { view: WeekView }) {
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
