import { useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { clock } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useDeed } from "#web/view.ts";
import type { takeSafetyStep } from "../safety.contract.ts";
import type { Step } from "../safety.ts";
import { type Report, STEP_DONE, STEP_NAMES } from "./safety-view.ts";

/** What has been done, and what the reader may do now. */
export function ReportSteps({ report, path }: { report: Report; path: string }) {
  const [words, setWords] = useState("");
  const step = useDeed<typeof takeSafetyStep>({
    method: "POST",
    path: "/api/safety/{reportId}/steps",
    changes: [path],
    onDone: () => setWords(""),
  });
  const press = (what: Step) =>
    step.run({
      params: { reportId: report.id },
      body: { what, words: words.trim() || null },
      version: report.version,
    });
  const [first, ...others] = report.may;
  return (
    <div className="stack">
      {report.steps.length > 0 && (
        <Rows label={m.safety_so_far()}>
          {report.steps.map(({ name, what, words: said, at }) => (
            <Row key={`${what} ${at}`} sub={said} end={clock(at)}>
              {STEP_DONE[what]({ name })}
            </Row>
          ))}
        </Rows>
      )}
      {report.may.includes("write") && (
        <TextArea
          label={m.safety_say()}
          maxLength={2_000}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      )}
      {first && (
        <div className="row row-wrap">
          {[first, ...others].map((what, index) => (
            <Button
              key={what}
              kind={index === 0 ? "second" : "quiet"}
              busy={step.busy}
              onClick={() => press(what)}
            >
              {STEP_NAMES[what]()}
            </Button>
          ))}
        </div>
      )}
      <ProblemNote error={step.problem} />
    </div>
  );
}
