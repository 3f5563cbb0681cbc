import { useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { Page } from "#web/shell/page.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayRange, names } from "#web/ui/format.ts";
import { Joint } from "#web/ui/joint.tsx";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { AgreementEnded } from "./agreement-ended.tsx";
import { type AgreementView, jointOf, nameOf, ownParty, waitingOf } from "./agreement-view.ts";
import { Stays } from "./amendment-page.tsx";
import { ChangedLines } from "./changed-lines.tsx";
import { CorrectForm } from "./correct-form.tsx";
import { PaperLink, WhatHappened, WhoSignedWhich } from "./desk-sections.tsx";
import { EarlierTexts } from "./earlier-texts.tsx";
import { GeneralTermsLink } from "./general-terms.tsx";
import { PaperUnfolds } from "./paper-shown.tsx";
import { PaperState } from "./paper-state.tsx";
import { ReachAside } from "./reach-aside.tsx";
import { SignPart } from "./sign-part.tsx";
import { WithdrawPart } from "./withdraw-part.tsx";

/** The desk: who has signed which text, who is missing and why, the address put right on the spot. */
export function StaffPage({ view }: { view: AgreementView }) {
  return (
    <Page frame="staff">
      <PageHead
        crumb={
          <Link href={`/placements/${view.placementId}`}>
            {`${view.papers[getLocale()].title}, ${view.studentName}, ${view.workplaceName}, ${dayRange(view.startsOn, view.endsOn)}`}
          </Link>
        }
        title={titleOf(view)}
        end={<PaperLink view={view} />}
      />
      <div className="two">
        <div className="stack-8">
          <AgreementEnded view={view} />
          {view.kind === "amendment" && <ChangedLines view={view} />}
          <PaperState view={view} />
          <Joint deed={m.agreement_who_signed()} marks={jointOf(view)} />
          <WhoSignedWhich view={view} />
          {view.kind === "amendment" && <Stays view={view} />}
          <EarlierTexts view={view} />
          <Section
            title={view.kind === "amendment" ? m.amendment_whole_text() : m.agreement_whole_text()}
          >
            <PaperUnfolds sections={view.papers[getLocale()].sections} />
            <GeneralTermsLink view={view} />
          </Section>
          <WhatHappened view={view} />
        </div>
        <NextDeeds view={view} />
      </div>
    </Page>
  );
}

/** What can be done now: sign, reach who is missing, correct or withdraw the text. */
function NextDeeds({ view }: { view: AgreementView }) {
  const [correcting, setCorrecting] = useState(false);
  const waiting = waitingOf(view);
  const own = ownParty(view);
  return (
    <div className="stack-8">
      {correcting ? (
        <CorrectForm view={view} onClose={() => setCorrecting(false)} />
      ) : (
        <>
          {own && <SignPart view={view} own={own} />}
          {waiting && <ReachAside key={waiting.party} view={view} party={waiting} />}
          {view.abilities.correct.allowed && (
            <Button onClick={() => setCorrecting(true)}>{m.agreement_correct()}</Button>
          )}
          {view.abilities.withdraw.allowed && <WithdrawPart view={view} />}
        </>
      )}
    </div>
  );
}

/** The status in people: "Waits for Timo Rautio. The mail did not arrive". */
function titleOf(view: AgreementView): string {
  if (view.state !== "out") {
    return view.kind === "amendment"
      ? m.amendment_title_plain({ number: view.number, student: view.studentName })
      : m.agreement_title_plain({ student: view.studentName });
  }
  const waiting = view.parties.filter(({ turn, duty }) => turn && duty === "signs");
  const who = names(waiting.map(nameOf));
  return waiting.some(({ bounced }) => bounced)
    ? m.agreement_waits_bounced({ names: who })
    : m.agreement_waits_title({ names: who });
}
