import type { ReactNode } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { useBack, useCollege } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { dayRange, dayYear } from "#web/ui/format.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView } from "#web/view.ts";
import type { readYoungWork } from "../young-work.contract.ts";
import { HitList } from "./checks-hits.tsx";
import { LettersCard } from "./checks-letters.tsx";
import { SettledList } from "./checks-settled.tsx";
import { TaskList } from "./checks-tasks.tsx";
import { CHECKS_PATH, type ChecksView, type Young } from "./checks-view.ts";
import "./checks-page.css";

type ChecksProps = {
  placementId: string;
  /** What else is checked before the work. */
  children: ReactNode;
};

/** What the rules for young workers say of one placement, and what has been seen to. */
export function ChecksPage({ placementId, children }: ChecksProps) {
  const view = useView<typeof readYoungWork>({ path: CHECKS_PATH, params: { placementId } }, [
    `placement:${placementId}`,
  ]);
  useCollege(view.providerName);
  useBack({ href: `/placements/${placementId}`, label: m.suitability_back() });
  const { givenName, familyName } = view.student;
  return (
    <Page frame="staff" className="checks">
      <PageHead
        crumb={m.checks_crumb({
          workplace: view.workplaceName,
          days: dayRange(view.startsOn, view.endsOn),
        })}
        title={m.checks_title({ student: `${givenName} ${familyName}` })}
        detail={view.young && untilText(view.young)}
      />
      {view.young ? <YoungChecks view={view} young={view.young} /> : <NotYoung view={view} />}
      <div className="main">{children}</div>
    </Page>
  );
}

function untilText({ lifted, turns18On }: Young): string {
  const words = { day: dayYear(turns18On) };
  return lifted ? m.checks_lifted(words) : m.checks_until(words);
}

function NotYoung({ view: { birthKnown } }: { view: ChecksView }) {
  return birthKnown ? (
    <EmptyState title={m.checks_adult()}>{m.checks_adult_text()}</EmptyState>
  ) : (
    <EmptyState title={m.checks_no_birth()}>{m.checks_no_birth_text()}</EmptyState>
  );
}

function YoungChecks({ view, young }: { view: ChecksView; young: Young }) {
  const open = young.hits.filter(({ effect }) => effect !== "information");
  const unread = young.tasks.filter(({ kinds }) => kinds === null).length;
  const notes = young.hits.filter(({ effect }) => effect === "information");
  return (
    <div className="two">
      <div className="stack-8">
        <Section
          title={m.checks_open()}
          end={open.length > 0 && m.checks_count({ count: open.length })}
        >
          {open.length === 0 ? (
            <p className="muted">
              {unread > 0 ? m.checks_unread_first({ count: unread }) : m.checks_open_none()}
            </p>
          ) : (
            <HitList view={view} hits={open} />
          )}
        </Section>
        <TaskList view={view} young={young} />
        {young.logged.length > 0 && (
          <Section title={m.checks_logged()}>
            <HitList view={view} hits={young.logged} />
          </Section>
        )}
        {notes.length > 0 && (
          <Section title={m.checks_notes()}>
            <HitList view={view} hits={notes} />
          </Section>
        )}
      </div>
      <div className="stack-8">
        {young.letters && open.length + young.settled.length > 0 && (
          <LettersCard letters={young.letters} />
        )}
        <SettledList view={view} young={young} />
        <p className="small muted">
          {m.checks_not_law()} {textOf(young.pack.seen)}
        </p>
      </div>
    </div>
  );
}
