import { m } from "#messages/web";
import { useMe } from "#web/session.ts";
import { useBack, useCollege } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { WaitingPage } from "#web/shell/waiting-page.tsx";
import { Note } from "#web/ui/note.tsx";
import { useView } from "#web/view.ts";
import type { readDay } from "../logbook.contract.ts";
import type { DayView } from "./day-content.ts";
import { DayForm } from "./day-form.tsx";
import { DayHead } from "./day-head.tsx";
import { DayShown } from "./day-shown.tsx";
import { DAY_PATH } from "./use-day.ts";
import { weekHref, weekNumber } from "./week-words.ts";
import "./day-page.css";

/** One day of the logbook: the student writes it, the others read what is meant for them. */
export function DayPage({ placementId, day }: { placementId: string; day: string }) {
  const view = useView<typeof readDay>({ path: DAY_PATH, params: { placementId, day } }, [
    `placement:${placementId}`,
  ]);
  const me = useMe();
  useCollege(view.providerName);
  useBack({
    href: weekHref(placementId, view.week),
    label: m.logbook_week_number({ week: weekNumber(view.week) }),
  });
  if (view.abilities.write.allowed) {
    if (!me) return <WaitingPage />;
    return (
      <DayForm key={`${me.personId} ${placementId} ${day}`} view={view} personId={me.personId} />
    );
  }
  return (
    <Page frame="phone" className="stack-6">
      <DayHead view={view} />
      <Closed view={view} />
      <DayShown view={view} />
    </Page>
  );
}

/** Why the student cannot write this day, and whom to tell; others never could. */
function Closed({ view }: { view: DayView }) {
  const { write } = view.abilities;
  if (write.allowed) return null;
  const name = view.teacher.givenName;
  const words: Record<string, string | undefined> = {
    day_in_future: m.logbook_reason_day_in_future(),
    day_interrupted: m.logbook_reason_day_interrupted({ name }),
    log_closed: m.logbook_reason_log_closed({ name }),
    not_running: m.logbook_reason_not_running(),
  };
  const text = words[write.reason];
  return text === undefined ? null : <Note>{text}</Note>;
}
