import { Check } from "lucide-react";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { moment, names } from "#web/ui/format.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { PersonalPath } from "./path-section.tsx";
import { PlanChanges } from "./plan-changes.tsx";
import { PlanFacts } from "./plan-facts.tsx";
import { crumbOf, handName } from "./plan-head.tsx";
import { PlanJoint } from "./plan-joint.tsx";
import { PrintedPlan } from "./plan-printed.tsx";
import { ownParty, type PlanView } from "./plan-view.ts";
import { hoursText } from "./plan-words.ts";
import { useAgree } from "./use-agree.ts";

type PlanToAgreeProps = { view: PlanView; onWrite: (() => void) | undefined };

/** One question: do you agree? To what changed since the last time, or to the whole plan the first time. */
export function PlanToAgree({ view, onWrite }: PlanToAgreeProps) {
  const { deed, agree } = useAgree(view);
  const count = view.differences.length;
  const bar = (
    <>
      <ProblemNote error={deed.problem} />
      <Button kind="primary" size="big" block icon={Check} busy={deed.busy} onClick={agree}>
        {count > 0 ? m.plan_agree_lines({ count }) : m.plan_agree()}
      </Button>
      {onWrite && (
        <Button kind="quiet" block onClick={onWrite}>
          {m.plan_change_line()}
        </Button>
      )}
    </>
  );
  return (
    <Page frame="phone" answer={bar}>
      <PrintedPlan view={view} />
      <div className="stack-8 no-print">
        <PageHead bare crumb={crumbOf(view)} title={titleOf(view)} detail={detailOf(view)} />
        {count > 0 ? <WhatChanged view={view} /> : <PlanFacts view={view} />}
        <PlanJoint view={view} />
        <p className="small muted">{emptiesText(view)}</p>
        <PersonalPath view={view} />
      </div>
    </Page>
  );
}

function titleOf(view: PlanView): string {
  const count = view.differences.length;
  if (count === 0) return m.plan_title_read({ number: view.version });
  const editors = new Set(
    view.differences.flatMap(({ number }) => {
      const version = view.versions.find((one) => one.number === number);
      return version ? [handName(version)] : [];
    }),
  );
  const [editor] = editors;
  if (editors.size !== 1 || editor === undefined) return m.plan_title_changed_many({ count });
  return m.plan_title_changed({ name: editor, count });
}

function detailOf(view: PlanView): string {
  const mine = view.lastAgreed.find(({ party }) => party === ownParty(view));
  if (mine === undefined) return m.plan_detail_first();
  const when = moment(mine.at, instantOf(nowMs()));
  const words = { number: mine.number, when };
  return view.differences.length === 0 ? m.plan_detail_same(words) : m.plan_detail_changed(words);
}

/** Whose marks an own edit would empty, before it is made. */
function emptiesText(view: PlanView): string {
  const others = view.marks.filter(({ party }) => party !== ownParty(view)).map(handName);
  return others.length === 0
    ? m.plan_if_you_write()
    : m.plan_if_you_write_names({ names: names(others) });
}

function WhatChanged({ view }: { view: PlanView }) {
  const touched = new Set(view.differences.map(({ kind }) => kind));
  const content = view.plan?.content;
  if (content === undefined) return null;
  const changedTasks = view.differences.filter(({ kind }) => kind === "task").length;
  const otherTasks = Math.max(content.tasks.length - changedTasks, 0);
  return (
    <>
      <PlanChanges view={view} />
      <Section title={m.plan_stays()}>
        <Rows>
          {!touched.has("hours") && (
            <Row end={<span className="muted">{hoursText(content.hours)}</span>}>
              {m.plan_hours()}
            </Row>
          )}
          <Row>{m.plan_other_tasks({ count: otherTasks })}</Row>
          <Row>{m.plan_objectives_count({ count: content.objectives.length })}</Row>
        </Rows>
        <details className="plan-whole">
          <summary>{m.plan_show_whole()}</summary>
          <PlanFacts view={view} />
        </details>
      </Section>
    </>
  );
}
