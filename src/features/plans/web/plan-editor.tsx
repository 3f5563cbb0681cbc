import { m } from "#messages/web";
import { Page } from "#web/shell/page.tsx";
import { Button } from "#web/ui/button.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { diffPlans } from "../plan-differences.ts";
import { EditorAside } from "./editor-aside.tsx";
import { DemonstrationsEditor } from "./editor-demonstrations.tsx";
import { GuidanceEditor } from "./editor-guidance.tsx";
import { HoursEditor } from "./editor-hours.tsx";
import { ObjectivesEditor } from "./editor-objectives.tsx";
import { ShiftsEditor } from "./editor-shifts.tsx";
import { TalksEditor } from "./editor-talks.tsx";
import { TermsEditor } from "./editor-terms.tsx";
import { WeeksEditor } from "./editor-weeks.tsx";
import { contentOf } from "./plan-draft.ts";
import { crumbOf } from "./plan-head.tsx";
import { PlanProposalNote } from "./plan-proposal-note.tsx";
import type { PlanView } from "./plan-view.ts";
import { usePlanDraft } from "./use-plan-draft.ts";

type PlanEditorProps = { view: PlanView; personId: string; onClose: () => void };

/** Writes the next version. Nothing is sent before the one button; until then it stays on this device. */
export function PlanEditor({ view, personId, onClose }: PlanEditorProps) {
  const box = usePlanDraft(view, personId);
  const { draft } = box;
  const content = contentOf(draft, view.timeZone);
  const differences = diffPlans(draft.baseContent, content);
  return (
    <Page frame="staff">
      <PageHead
        crumb={crumbOf(view)}
        title={titleOf(view)}
        detail={m.plan_being_written()}
        end={
          view.plan && (
            <Button kind="quiet" onClick={onClose}>
              {m.plan_to_version({ number: view.version })}
            </Button>
          )
        }
      />
      <div className="two">
        <div className="stack-8">
          <PlanProposalNote view={view} box={box} />
          <WeeksEditor view={view} box={box} />
          <div className="columns">
            <Section title={m.plan_hours()}>
              <HoursEditor box={box} />
            </Section>
            <Section title={m.plan_terms()}>
              <TermsEditor box={box} />
            </Section>
          </div>
          <Section title={m.plan_shifts()}>
            <ShiftsEditor box={box} />
          </Section>
          <Section title={m.plan_talks()}>
            <TalksEditor view={view} box={box} />
          </Section>
          <Section title={m.plan_guidance()}>
            <GuidanceEditor box={box} />
          </Section>
          <Section title={m.plan_demonstrations()}>
            <DemonstrationsEditor view={view} box={box} />
          </Section>
          <ObjectivesEditor view={view} box={box} />
        </div>
        <EditorAside
          view={view}
          box={box}
          content={content}
          differences={differences}
          onClose={onClose}
        />
      </div>
    </Page>
  );
}

function titleOf({ student: { givenName: name }, version }: PlanView): string {
  return version === 0 ? m.plan_title_first({ name }) : m.plan_title({ name, number: version + 1 });
}
