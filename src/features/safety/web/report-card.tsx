import { Eye, EyeOff } from "lucide-react";
import { m } from "#messages/web";
import { Badge } from "#web/ui/badge.tsx";
import { Card } from "#web/ui/card.tsx";
import { atClock, clock, dayLong, localDay } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { AnswerClock, useMinutesLeft } from "./answer-clock.tsx";
import { LateForStudent } from "./late-answer.tsx";
import { ReportSteps } from "./report-steps.tsx";
import {
  type Choice,
  KIND_NAMES,
  MINE_PATH,
  PART_NAMES,
  type Report,
  STATE_NAMES,
} from "./safety-view.ts";
import { TellButton } from "./tell-button.tsx";

/** What the student told: who knows now and since when, the clock, and how it goes on. */
export function ReportCard({ report, choices }: { report: Report; choices: readonly Choice[] }) {
  const isLate = (useMinutesLeft(report) ?? 1) <= 0;
  const told = report.hearers.map(({ part }) => part);
  const others = choices.filter(({ part }) => !told.includes(part));
  return (
    <Card as="section" label={KIND_NAMES[report.kind]()}>
      <div className="row row-wrap between">
        <h2>{KIND_NAMES[report.kind]()}</h2>
        <Badge kind={report.state === "confirmed" ? "ok" : "wait"}>
          {STATE_NAMES[report.state]()}
        </Badge>
      </div>
      <p className="small muted">
        {dayLong(localDay(report.writtenAt))} {atClock(report.writtenAt)}
      </p>
      {report.words && <p>{report.words}</p>}
      <AnswerClock report={report} late={<LateForStudent report={report} choices={choices} />} />
      <h3>{m.safety_who_knows()}</h3>
      <Rows label={m.safety_who_knows()}>
        {report.hearers.map((hearer) => (
          <Row
            key={hearer.personId}
            icon={Eye}
            tone="spruce"
            sub={PART_NAMES[hearer.part]()}
            end={
              hearer.openedAt
                ? m.safety_seen({ time: clock(hearer.openedAt) })
                : m.safety_told({ time: clock(hearer.toldAt) })
            }
          >
            {hearer.name}
          </Row>
        ))}
        {others.map(({ part, name }) => (
          <Row
            key={part}
            icon={EyeOff}
            sub={PART_NAMES[part]()}
            end={
              // When the answer is late the same press stands above, larger.
              !isLate && (
                <TellButton reportId={report.id} part={part} kind="quiet">
                  {m.safety_let_know()}
                  <span className="vh"> {name}</span>
                </TellButton>
              )
            }
          >
            {name}, {m.safety_does_not_know()}
          </Row>
        ))}
      </Rows>
      <ReportSteps report={report} path={MINE_PATH} />
    </Card>
  );
}
