import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { names } from "#web/ui/format.ts";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { agreeOnFit, readStudentFit } from "../student-fit.contract.ts";
import { FIT_CHANGES, FIT_PATH, type FitReason, type FitView } from "./student-fit-view.ts";
import { TaskNeeds } from "./task-needs.tsx";

/** What of language and earlier skill fits this workplace, and how it is seen to where it does not. */
export function StudentFitSection({ placementId }: { placementId: string }) {
  const view = useView<typeof readStudentFit>({ path: FIT_PATH, params: { placementId } }, [
    `placement:${placementId}`,
  ]);
  return (
    <Section title={m.fit_title()}>
      <p className="muted">{m.fit_why()}</p>
      <ul className="rows">
        {view.reasons.map((reason) => (
          <ReasonRow key={reason.about} placementId={placementId} view={view} reason={reason} />
        ))}
      </ul>
      {view.tasks.length > 0 && (
        <details>
          <summary>{m.fit_tasks()}</summary>
          <ul className="rows">
            {view.tasks.map((task) => (
              <TaskNeeds key={task.id} placementId={placementId} view={view} task={task} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

type RowProps = { placementId: string; view: FitView; reason: FitReason };

function ReasonRow({ placementId, view, reason }: RowProps) {
  const { about, verdict, note } = reason;
  return (
    <li>
      <div className="grow">
        <b>{about === "language" ? m.gate_language() : m.gate_prior_skill()}</b>{" "}
        <VerdictBadge verdict={verdict} />
        <span className="sub">{about === "language" ? languageText(view, reason) : null}</span>
        {about === "prior_skill" && <SkillText view={view} reason={reason} />}
        {note !== null && <p>{m.fit_agreed_by({ name: note.byName, how: note.how })}</p>}
        {verdict === "lacks" && view.abilities.agree.allowed && (
          <AgreeForm placementId={placementId} reason={reason} />
        )}
      </div>
    </li>
  );
}

function VerdictBadge({ verdict }: Pick<FitReason, "verdict">) {
  if (verdict === "lacks") return <Badge kind="stop">{m.fit_lacks()}</Badge>;
  if (verdict === "met") return <Badge kind="ok">{m.fit_met()}</Badge>;
  return verdict === "agreed" ? <Badge kind="ok">{m.fit_agreed()}</Badge> : null;
}

const SPOKEN = {
  fi: m.placement_language_fi,
  sv: m.placement_language_sv,
  en: m.placement_language_en,
} as const;

function languageText({ language, guides }: FitView, { verdict }: FitReason): string {
  if (verdict === "unknown") return m.gate_language_unknown();
  return m.fit_language({
    student: SPOKEN[language](),
    workplace: names(guides.map((one) => SPOKEN[one]())),
  });
}

function SkillText({ view, reason: { verdict, lacks } }: Omit<RowProps, "placementId">) {
  if (verdict === "none") return <span className="sub">{m.gate_prior_skill_none()}</span>;
  if (lacks.length === 0) return <span className="sub">{m.gate_prior_skill_met()}</span>;
  const lacking = view.tasks.flatMap((task) =>
    task.needs
      .filter(({ requirementId }) => lacks.includes(`${task.id}:${requirementId}`))
      .map((need) => ({ key: `${task.id}:${need.requirementId}`, task, need })),
  );
  return (
    <ul>
      {lacking.map(({ key, task, need }) => (
        <li key={key}>{m.fit_task_needs({ task: textOf(task.name), skill: textOf(need.text) })}</li>
      ))}
    </ul>
  );
}

function AgreeForm({ placementId, reason: { about, lacks } }: Omit<RowProps, "view">) {
  const [how, setHow] = useState("");
  const agree = useDeed<typeof agreeOnFit>({
    method: "PUT",
    path: "/api/placements/{placementId}/fit/{about}",
    changes: FIT_CHANGES,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        agree.run({ params: { placementId, about }, body: { lacks, how } });
      }}
    >
      <TextArea
        label={about === "language" ? m.fit_how_language() : m.fit_how_skill()}
        hint={m.fit_how_readers()}
        required
        maxLength={500}
        value={how}
        onChange={({ target }) => setHow(target.value)}
      />
      <Button type="submit" busy={agree.busy}>
        {m.fit_agree()}
      </Button>
      <ProblemNote error={agree.problem} />
    </form>
  );
}
