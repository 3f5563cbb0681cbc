import { Check, Pencil } from "lucide-react";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { moment, names } from "#web/ui/format.ts";
import { History } from "#web/ui/history.tsx";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { PARTIES } from "../plan.ts";
import { PersonalPath } from "./path-section.tsx";
import { PlanChanges } from "./plan-changes.tsx";
import { Demonstrations, HoursAndTalks, Objectives, Terms } from "./plan-facts.tsx";
import { crumbOf, handName } from "./plan-head.tsx";
import { PlanJoint } from "./plan-joint.tsx";
import { PrintedPlan } from "./plan-printed.tsx";
import { TasksByWeek } from "./plan-tasks.tsx";
import { isMyTurn, ownParty, type PlanView } from "./plan-view.ts";
import { useAgree } from "./use-agree.ts";

type PlanShownProps = { view: PlanView; onWrite: (() => void) | undefined };

/** The newest version, who has agreed to it, and how it came to be. */
export function PlanShown({ view, onWrite }: PlanShownProps) {
  if (view.plan === null) return <NoPlan view={view} />;
  const write = onWrite && (
    <Button kind="second" icon={Pencil} onClick={onWrite}>
      {m.plan_change()}
    </Button>
  );
  return (
    <Page frame="staff">
      <PrintedPlan view={view} />
      <div className="no-print">
        <PageHead
          crumb={crumbOf(view)}
          title={m.plan_title({ name: view.student.givenName, number: view.version })}
          badge={<HoldsBadge view={view} />}
          end={write}
        />
      </div>
      <div className="two no-print">
        <div className="stack-8">
          <TasksByWeek view={view} />
          <div className="columns">
            <HoursAndTalks view={view} />
            <Terms view={view} />
          </div>
          <Demonstrations view={view} />
          <Objectives view={view} />
          <PersonalPath view={view} />
        </div>
        <PlanAside view={view} />
      </div>
    </Page>
  );
}

function HoldsBadge({ view }: { view: PlanView }) {
  if (view.holds) return <Badge kind="ok">{m.plan_holds()}</Badge>;
  return <Badge kind="wait">{m.plan_waits_for({ names: names(waitingFor(view)) })}</Badge>;
}

/** First names of those who have not agreed to the newest version; "you" for the reader. */
function waitingFor(view: PlanView): string[] {
  return PARTIES.filter((party) => !view.marks.some((mark) => mark.party === party)).map((party) =>
    party === ownParty(view) ? m.ui_you_inside() : (view[party]?.givenName ?? m.plan_the_tutor()),
  );
}

function NoPlan({ view }: { view: PlanView }) {
  return (
    <Page frame="staff">
      <PageHead crumb={crumbOf(view)} title={m.plan_title_none({ name: view.student.givenName })} />
      <div className="main">
        <Note kind="wait" lead={m.plan_none()}>
          {m.plan_none_next({ name: view.teacher.givenName })}
        </Note>
      </div>
    </Page>
  );
}

function PlanAside({ view }: { view: PlanView }) {
  const { deed, agree } = useAgree(view);
  const { mark } = view.abilities;
  const turn = isMyTurn(view);
  return (
    <div className="stack-8">
      <Card as="aside" className="aside" label={m.plan_who_agreed({ number: view.version })}>
        <h2>{view.holds ? m.plan_all_agreed() : m.plan_who_agreed({ number: view.version })}</h2>
        <PlanJoint view={view} />
        {view.differences.length > 0 && (
          <Section level={3} title={m.plan_changed_since_you()}>
            <PlanChanges view={view} />
          </Section>
        )}
        <ProblemNote error={deed.problem} />
        {turn && (
          <Button kind="primary" size="tall" block icon={Check} busy={deed.busy} onClick={agree}>
            {m.plan_agree_version({ number: view.version })}
          </Button>
        )}
        {!mark.allowed && <WhyNot reason={mark.reason} />}
      </Card>
      <Section title={m.plan_history()}>
        <History items={historyOf(view)} />
      </Section>
    </div>
  );
}

function WhyNot({ reason }: { reason: string }) {
  const words: Record<string, string | undefined> = {
    name_needed: m.plan_reason_name(),
    placement_over: m.plan_reason_over(),
    role: m.plan_reason_role(),
  };
  const text = words[reason];
  return text === undefined ? null : <Note>{text}</Note>;
}

type Amendment = NonNullable<PlanView["versions"][number]["amendment"]>;

/** A version that nobody wrote here: everybody it asks has signed it as a change of the agreement. */
function ByAmendment({ amendment }: { amendment: Amendment }) {
  return (
    <span className="sub">
      <Link href={`/agreements/${amendment.id}`}>
        {m.plan_by_amendment({ number: amendment.number })}
      </Link>
    </span>
  );
}

function historyOf(view: PlanView) {
  const now = instantOf(nowMs());
  return view.versions.map((version) => {
    const others = version.marks.filter((mark) => mark.personId !== version.personId).map(handName);
    const words = { name: handName(version), number: version.number };
    return {
      key: String(version.number),
      at: moment(version.editedAt, now),
      icon: version.marks.length === PARTIES.length ? Check : Pencil,
      text: (
        <>
          {m.plan_wrote_version(words)}
          {version.amendment !== null && <ByAmendment amendment={version.amendment} />}
          {version.why !== null && <span className="sub">{version.why}</span>}
          {others.length > 0 && (
            <span className="sub">{m.plan_agreed_names({ names: names(others) })}</span>
          )}
        </>
      ),
    };
  });
}
