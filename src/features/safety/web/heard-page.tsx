import { useEffect, useEffectEvent } from "react";
import { m } from "#messages/web";
import { useMe } from "#web/session.ts";
import { useBack } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { atClock, dayLong, localDay } from "#web/ui/format.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { listHeard, openHeard } from "../safety.contract.ts";
import type { ANSWERS } from "../safety.ts";
import { AnswerClock } from "./answer-clock.tsx";
import { LateForHearer } from "./late-answer.tsx";
import { ReportSteps } from "./report-steps.tsx";
import { HEARD_PATH, KIND_NAMES, QUESTION_TEXTS, type Report, STATE_NAMES } from "./safety-view.ts";
import "./safety-page.css";

/** What students have told the reader, and nobody else but those named beside it. */
export function HeardPage() {
  const me = useMe();
  const { reports } = useView<typeof listHeard>(
    { path: HEARD_PATH },
    me ? [`person:${me.personId}`] : [],
  );
  useBack({ href: "/today", label: m.shell_today() });
  return (
    <Page frame="phone" className="safety">
      <PageHead bare title={m.safety_heard_title()} detail={m.safety_heard_detail()} />
      {reports.length === 0 && (
        <EmptyState title={m.safety_heard_none()}>{m.safety_heard_none_text()}</EmptyState>
      )}
      {reports.map((report) => (
        <HeardCard key={report.id} report={report} me={me?.personId} />
      ))}
    </Page>
  );
}

const ANSWER_NAMES: Readonly<Record<(typeof ANSWERS)[number], () => string>> = {
  yes: m.safety_yes,
  unsure: m.safety_unsure,
  no: m.safety_no,
};

function HeardCard({ report, me }: { report: Report; me: string | undefined }) {
  const open = useDeed<typeof openHeard>({
    method: "POST",
    path: "/api/safety/{reportId}/opening",
    changes: [HEARD_PATH],
  });
  const unread = report.hearers.some(
    ({ personId, openedAt }) => personId === me && openedAt === null,
  );
  const tell = useEffectEvent(() => open.run({ params: { reportId: report.id } }));
  useEffect(() => {
    if (unread) tell();
  }, [unread]);
  const { givenName, familyName, phone } = report.student;
  return (
    <Card as="section" label={`${givenName} ${familyName}`} asked={report.state === "told"}>
      <div className="row row-wrap between">
        <h2>
          {givenName} {familyName}
        </h2>
        <Badge kind={report.state === "confirmed" ? "ok" : "wait"}>
          {STATE_NAMES[report.state]()}
        </Badge>
      </div>
      <p className="small muted">
        {KIND_NAMES[report.kind]()}, {report.workplaceName}, {dayLong(localDay(report.writtenAt))}{" "}
        {atClock(report.writtenAt)}
      </p>
      <AnswerClock report={report} late={<LateForHearer />} />
      {report.answers.length > 0 && (
        <Rows label={m.safety_answers()}>
          {report.answers.map((answer, index) => (
            <Row key={QUESTION_TEXTS[index]?.() ?? answer} end={<b>{ANSWER_NAMES[answer]()}</b>}>
              {QUESTION_TEXTS[index]?.()}
            </Row>
          ))}
        </Rows>
      )}
      {report.words && <p>{report.words}</p>}
      {report.callMe && phone && (
        <a className="btn btn-block" href={`tel:${phone.replaceAll(/\s/g, "")}`}>
          {m.safety_call({ name: givenName, phone })}
        </a>
      )}
      <p className="small muted">
        {m.safety_circle({ names: report.hearers.map(({ name }) => name).join(", ") })}
      </p>
      <ReportSteps report={report} path={HEARD_PATH} />
    </Card>
  );
}
