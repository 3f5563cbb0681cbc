import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { textOf } from "#web/i18n/language.ts";
import { useBack } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { dayRange, dayYear, names } from "#web/ui/format.ts";
import { KeyValues } from "#web/ui/key-values.tsx";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { AgreementEnded } from "./agreement-ended.tsx";
import { type FrameworkView, nameOf, ownParty, shortHash, waitingOf } from "./agreement-view.ts";
import { PaperLink, WhatHappened, WhoSignedWhich } from "./desk-sections.tsx";
import { basesText, StandingBadge } from "./framework-words.tsx";
import { OpenPaper } from "./open-paper.tsx";
import { PaperUnfolds } from "./paper-shown.tsx";
import { PaperState } from "./paper-state.tsx";
import { PartiesTable } from "./parties-table.tsx";
import { ReachAside } from "./reach-aside.tsx";
import { SignPart } from "./sign-part.tsx";
import { TerminatePart } from "./terminate-part.tsx";
import { WithdrawPart } from "./withdraw-part.tsx";

/** General terms between a college and an employer: to be signed on a phone, looked after at a desk, read by others. */
export function FrameworkPage({ view }: { view: FrameworkView }) {
  return view.workplaceId === null ? (
    <Reader view={view} />
  ) : (
    <Desk view={view} workplaceId={view.workplaceId} />
  );
}

function Reader({ view }: { view: FrameworkView }) {
  const own = ownParty(view);
  const isAsked = view.state === "out" && own?.turn === true;
  return (
    <Page frame="phone">
      <PageHead
        bare
        crumb={m.framework_agreement_crumb({
          college: textOf(view.providerName),
          employer: view.employerName,
        })}
        title={view.papers[getLocale()].title}
        detail={isAsked ? m.agreement_reading_time() : undefined}
      />
      <Ended view={view} />
      <Facts view={view} />
      <Section title={m.agreement_whole_text()}>
        <PaperUnfolds sections={view.papers[getLocale()].sections} />
      </Section>
      <Section title={m.agreement_who_signed()}>
        <PartiesTable view={view} />
      </Section>
      <SignPart view={view} own={own} />
      <OpenPaper view={view} />
      {view.abilities.terminate.allowed && <TerminatePart view={view} />}
      <Hash view={view} />
    </Page>
  );
}

function Desk({ view, workplaceId }: { view: FrameworkView; workplaceId: string }) {
  useBack({
    href: `/workplaces/${workplaceId}/framework-agreements`,
    label: m.framework_agreement_back_list(),
  });
  return (
    <Page frame="staff">
      <PageHead
        crumb={`${m.framework_agreement_named({ number: view.number })}, ${textOf(view.providerName)}`}
        title={titleOf(view)}
        end={<PaperLink view={view} />}
      />
      <div className="two">
        <div className="stack-8">
          <Ended view={view} />
          <PaperState view={view} />
          <Facts view={view} />
          <WhoSignedWhich view={view} />
          <Section title={m.agreement_whole_text()}>
            <PaperUnfolds sections={view.papers[getLocale()].sections} />
          </Section>
          <WhatHappened view={view} />
        </div>
        <NextDeeds view={view} />
      </div>
    </Page>
  );
}

/** What can be done now: sign, reach who is missing, take it back, or end it early. */
function NextDeeds({ view }: { view: FrameworkView }) {
  const waiting = waitingOf(view);
  const own = ownParty(view);
  return (
    <div className="stack-8">
      {own && <SignPart view={view} own={own} />}
      {waiting && <ReachAside key={waiting.party} view={view} party={waiting} />}
      {view.abilities.withdraw.allowed && <WithdrawPart view={view} />}
      {view.abilities.terminate.allowed && <TerminatePart view={view} />}
    </div>
  );
}

/** How it stands: signed, declined, ended early by whom and why, or near its end. */
function Ended({ view }: { view: FrameworkView }) {
  const { terminated, standing, endsOn, workplaceId } = view;
  if (terminated !== null) {
    const words = { day: dayYear(terminated.lastDay) };
    const lead =
      terminated.party === "employer"
        ? m.framework_agreement_ended_by_employer(words)
        : m.framework_agreement_ended_by_provider(words);
    return (
      <Note kind="wait" lead={lead}>
        {terminated.reason} {m.framework_agreement_signed_stay()}
      </Note>
    );
  }
  if (standing === "ends_soon") {
    return (
      <Note
        kind="wait"
        lead={m.framework_agreement_ends_lead({ day: dayYear(endsOn) })}
        action={
          workplaceId !== null && (
            <ButtonLink kind="second" href={`/workplaces/${workplaceId}/framework-agreements`}>
              {m.framework_agreements_next()}
            </ButtonLink>
          )
        }
      >
        {workplaceId !== null && m.framework_agreement_ends_then()}
      </Note>
    );
  }
  return <AgreementEnded view={view} />;
}

/** Standings that no note above tells. */
const UNTOLD = ["coming", "in_force", "ended"];

function Facts({ view }: { view: FrameworkView }) {
  const { refersHere } = view;
  return (
    <div className="sheet agreement-facts">
      <KeyValues
        items={[
          {
            key: "valid",
            label: m.framework_agreement_valid(),
            value: (
              <>
                {dayRange(view.startsOn, view.endsOn)}{" "}
                {UNTOLD.includes(view.standing) && (
                  <StandingBadge standing={view.standing} lastDay={view.endsOn} />
                )}
              </>
            ),
          },
          {
            key: "covers",
            label: m.framework_agreement_covers(),
            value: basesText(view.bases),
          },
          ...(refersHere === null
            ? []
            : [
                {
                  key: "here",
                  label: m.framework_agreement_referring(),
                  value: String(refersHere),
                },
              ]),
        ]}
      />
    </div>
  );
}

function Hash({ view }: { view: FrameworkView }) {
  return (
    <p className="small muted agreement-hash">
      {m.agreement_text_named({ revision: view.revision, hash: shortHash(view.textHash) })}
    </p>
  );
}

/** The status in people while it is out, else between whom it is. */
function titleOf(view: FrameworkView): string {
  if (view.state !== "out") return m.framework_agreement_title({ employer: view.employerName });
  const waiting = view.parties.filter(({ turn }) => turn);
  const who = names(waiting.map(nameOf));
  return waiting.some(({ bounced }) => bounced)
    ? m.agreement_waits_bounced({ names: who })
    : m.agreement_waits_title({ names: who });
}
