import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { textOf } from "#web/i18n/language.ts";
import { Page } from "#web/shell/page.tsx";
import { clockWord, dayRange, dayYear, hours, localDay } from "#web/ui/format.ts";
import { Joint } from "#web/ui/joint.tsx";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { AgreementEnded } from "./agreement-ended.tsx";
import { type AgreementView, jointOf, ownParty, shortHash } from "./agreement-view.ts";
import { ChangedLines, changedLines } from "./changed-lines.tsx";
import { OpenPaper } from "./open-paper.tsx";
import { PaperUnfolds } from "./paper-shown.tsx";
import { SignPart } from "./sign-part.tsx";

/** A change of a signed agreement on a phone: what changes, why, what stays, and the one answer. */
export function AmendmentPage({ view }: { view: AgreementView }) {
  return (
    <Page frame="phone">
      <PageHead
        bare
        crumb={m.amendment_crumb({ student: view.studentName, workplace: view.workplaceName })}
        title={m.amendment_title({ count: changedLines(view).length })}
      />
      <AgreementEnded view={view} />
      <ChangedLines view={view} />
      <Stays view={view} />
      <Joint deed={m.agreement_who_signed()} marks={jointOf(view)} />
      <SignPart view={view} own={ownParty(view)} />
      {view.state === "out" && view.overtaken.length === 0 && (
        <p className="small muted">{m.amendment_until()}</p>
      )}
      <Section title={m.amendment_whole_text()}>
        <PaperUnfolds sections={view.papers[getLocale()].sections} />
      </Section>
      <OpenPaper view={view} />
      <p className="small muted agreement-hash">
        {m.agreement_text_named({ revision: view.revision, hash: shortHash(view.textHash) })}
      </p>
    </Page>
  );
}

/** What the reader might fear for, with its value; the rest is in the agreement that was signed. */
export function Stays({ view }: { view: AgreementView }) {
  const { amends, hours: day } = view;
  if (amends === null) return null;
  const changed = changedLines(view).map(({ field }) => field);
  const lines = [
    {
      label: m.agreement_when(),
      value: dayRange(view.startsOn, view.endsOn),
      fields: ["ends_on", "starts_on"],
    },
    {
      label: m.agreement_working_hours(),
      value: m.agreement_hours({
        from: clockWord(day.dayStartsAt),
        to: clockWord(day.dayEndsAt),
        week: hours(day.minutesPerWeek),
      }),
      fields: ["hours"],
    },
    { label: m.agreement_tutor(), value: view.tutorName, fields: ["tutor"] },
    {
      label: m.agreement_learns(),
      value: view.units.map((unit) => textOf(unit)).join(", "),
      fields: ["objectives"],
    },
  ].filter(({ fields }) => !fields.some((field) => changed.some((one) => one === field)));
  const signed = dayYear(localDay(amends.completedAt, view.timeZone));
  return (
    <Section title={m.amendment_stays({ day: signed })}>
      <Rows label={m.amendment_stays({ day: signed })}>
        {lines.map(({ label, value }) => (
          <Row key={label} sub={value}>
            <span className="muted">{label}</span>
          </Row>
        ))}
        {amends.readable && (
          <Row>
            <Link className="link48" href={`/agreements/${amends.id}`}>
              {m.amendment_everything_else()}
            </Link>
          </Row>
        )}
      </Rows>
    </Section>
  );
}
