import { Check } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import type { PaperSection } from "#shared/paper.ts";
import { textOf } from "#web/i18n/language.ts";
import { Page } from "#web/shell/page.tsx";
import { clockWord, dayRange, hours } from "#web/ui/format.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Joint } from "#web/ui/joint.tsx";
import { KeyValues } from "#web/ui/key-values.tsx";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { GENERAL_TERMS_SECTION } from "../general-terms.ts";
import { AgreementEnded } from "./agreement-ended.tsx";
import { type AgreementView, jointOf, ownParty, sectionsOf, shortHash } from "./agreement-view.ts";
import { GeneralTerms } from "./general-terms.tsx";
import { OpenPaper } from "./open-paper.tsx";
import { PaperBlocks, PaperUnfolds } from "./paper-shown.tsx";
import { SignPart } from "./sign-part.tsx";

/** Its day fields are heavy: who only signs waits for none of them. */
const CorrectForm = lazy(() =>
  import("./correct-form.tsx").then((file) => ({ default: file.CorrectForm })),
);

/** Four minutes of reading, one signature: what, when, whose duties, the whole text, then the code. */
export function SignerPage({ view }: { view: AgreementView }) {
  const [correcting, setCorrecting] = useState(false);
  const { first, rest } = sectionsOf(view);
  const own = ownParty(view);
  return (
    <Page frame="phone">
      <PageHead
        bare
        crumb={m.agreement_crumb({
          title: view.papers[getLocale()].title,
          employer: view.employerName,
        })}
        title={m.agreement_title({ student: view.studentName, workplace: view.workplaceName })}
        detail={view.state === "out" && own?.turn ? m.agreement_reading_time() : undefined}
      />
      <AgreementEnded view={view} />
      <Correction view={view} />
      <Facts view={view} />
      {first.map((section) =>
        section.id === GENERAL_TERMS_SECTION ? (
          <GeneralTerms key={section.id} view={view} section={section} />
        ) : (
          <Duties key={section.id} section={section} />
        ),
      )}
      <Section title={m.agreement_whole_text()}>
        <PaperUnfolds sections={rest} />
      </Section>
      <Joint deed={m.agreement_who_signed()} marks={jointOf(view)} />
      {correcting ? (
        <Suspense>
          <CorrectForm view={view} onClose={() => setCorrecting(false)} />
        </Suspense>
      ) : (
        <SignPart
          view={view}
          own={own}
          {...(view.abilities.correct.allowed && { onCorrect: () => setCorrecting(true) })}
        />
      )}
      <OpenPaper view={view} />
      <p className="small muted agreement-hash">
        {m.agreement_text_named({ revision: view.revision, hash: shortHash(view.textHash) })}
      </p>
    </Page>
  );
}

/** Why the text was put right after it had been sent, and by whom. */
function Correction({ view }: { view: AgreementView }) {
  if (view.revision === 1 || view.why === null || view.state !== "out") return null;
  return (
    <Note kind="wait" lead={m.agreement_corrected()}>
      {view.why}
    </Note>
  );
}

function Facts({ view }: { view: AgreementView }) {
  const { hours: day } = view;
  return (
    <div className="sheet agreement-facts">
      <KeyValues
        items={[
          {
            key: "when",
            label: m.agreement_when(),
            value: (
              <>
                {dayRange(view.startsOn, view.endsOn)}
                <span className="sub">
                  {m.agreement_hours({
                    from: clockWord(day.dayStartsAt),
                    to: clockWord(day.dayEndsAt),
                    week: hours(day.minutesPerWeek),
                  })}
                </span>
              </>
            ),
          },
          {
            key: "learns",
            label: m.agreement_learns(),
            value: view.units.map((unit) => textOf(unit)).join(", "),
          },
          { key: "tutor", label: m.agreement_tutor(), value: view.tutorName },
          { key: "teacher", label: m.agreement_teacher(), value: view.teacherName },
          { key: "pay", label: m.agreement_pay(), value: view.pay ?? m.agreement_no_pay() },
          { key: "time", label: m.agreement_your_time(), value: m.agreement_your_time_text() },
        ]}
      />
    </div>
  );
}

/** Duties as a list with ticks; whatever else the template says there follows as it is. */
function Duties({ section }: { section: PaperSection }) {
  const lists = section.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
  const others = section.blocks.filter(({ kind }) => kind !== "list");
  return (
    <Section title={section.heading}>
      <ul className="agreement-checks">
        {lists.map((item) => (
          <li key={item}>
            <Icon of={Check} tone="spruce" />
            <span>{item}</span>
          </li>
        ))}
      </ul>
      <PaperBlocks blocks={others} />
    </Section>
  );
}
