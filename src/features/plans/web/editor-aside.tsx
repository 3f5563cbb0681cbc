import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { names } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { writePlan } from "../plan.contract.ts";
import { PARTIES, type PlanContent } from "../plan.ts";
import { type Difference, diffPlans, lineOf } from "../plan-differences.ts";
import { ChangedLine } from "./plan-changes.tsx";
import { type DemonstrationRow, onNewest, type PlanDraft } from "./plan-draft.ts";
import { handName } from "./plan-head.tsx";
import { NextJoint } from "./plan-joint.tsx";
import { ownParty, PLAN_READS, type PlanView } from "./plan-view.ts";
import type { DraftBox } from "./use-plan-draft.ts";

type EditorAsideProps = {
  view: PlanView;
  box: DraftBox;
  content: PlanContent;
  differences: readonly Difference[];
  onClose: () => void;
};

/** What this edit does to the others, what changed, why, and the one button that sends it. */
export function EditorAside({ view, box, content, differences, onClose }: EditorAsideProps) {
  const send = useSend(view, box, content, onClose);
  const behind = view.version > box.draft.base;
  const emptied = view.marks.filter(({ party }) => party !== ownParty(view)).length;
  const undo = () => {
    box.forget();
    onClose();
  };
  return (
    <Card as="aside" className="aside aside-stays plan-aside" label={m.plan_your_edit()}>
      <h2>{emptied > 0 ? m.plan_empties({ count: emptied }) : m.plan_your_edit()}</h2>
      <NextJoint view={view} />
      {emptied > 0 && <p className="muted">{m.plan_empties_how({ number: view.version })}</p>}
      {behind && <Meanwhile view={view} box={box} />}
      {box.draft.baseContent !== null && (
        <OwnChanges view={view} number={box.draft.base} differences={differences} />
      )}
      <TextField
        optional
        label={m.plan_why()}
        maxLength={200}
        value={box.draft.why}
        onChange={({ target }) => box.put((draft) => ({ ...draft, why: target.value }))}
      />
      {!behind && <ProblemNote error={send.problem} />}
      <Button
        kind="primary"
        size="tall"
        block
        busy={send.busy}
        onClick={send.run}
        {...waitsFor(content, box.draft, differences, behind)}
      >
        {m.plan_send({ number: view.version + 1 })}
      </Button>
      <p className="small muted">{m.plan_goes_to({ names: names(othersOf(view)) })}</p>
      <div className="row row-wrap between">
        {view.plan !== null && (
          <Button kind="quiet" onClick={undo}>
            {m.plan_undo_all()}
          </Button>
        )}
        <span className="tiny muted">{m.plan_kept_here()}</span>
      </div>
    </Card>
  );
}

function useSend(view: PlanView, box: DraftBox, content: PlanContent, onClose: () => void) {
  const say = useToast();
  const deed = useDeed<typeof writePlan>({
    method: "PUT",
    path: "/api/placements/{placementId}/plan",
    changes: PLAN_READS,
    onDone: ({ version }) => {
      box.forget();
      onClose();
      say({ text: m.plan_said_sent({ number: version }) });
    },
  });
  const why = box.draft.why.trim() === "" ? null : box.draft.why.trim();
  return {
    problem: deed.problem,
    busy: deed.busy,
    run: () =>
      deed.run({
        params: { placementId: view.placementId },
        version: box.draft.base,
        body: { content: asBody(content), why },
      }),
  };
}

/** A copy whose lists are the request's own. */
function asBody(content: PlanContent) {
  return {
    ...content,
    objectives: [...content.objectives],
    tasks: content.tasks.map((task) => ({
      ...task,
      aloneWeeks: [...task.aloneWeeks],
      withTutorWeeks: [...task.withTutorWeeks],
    })),
    shifts: [...content.shifts],
    talks: [...content.talks],
    demonstrations: content.demonstrations.map((one) => ({
      ...one,
      requirementIds: [...one.requirementIds],
    })),
  };
}

/** The cause why it cannot be sent yet, said beside the button. */
function waitsFor(
  content: PlanContent,
  draft: PlanDraft,
  differences: readonly Difference[],
  behind: boolean,
): { notYet?: string } {
  if (behind) return { notYet: m.plan_wait_newer() };
  if (content.objectives.length === 0) return { notYet: m.plan_wait_objectives() };
  if (content.objectives.length > 40) return { notYet: m.plan_wait_fewer() };
  if (content.tasks.length === 0) return { notYet: m.plan_wait_tasks() };
  if (content.shifts.some(({ on }) => on === "")) return { notYet: m.plan_wait_shift() };
  if (draft.demonstrations.some(isUnfinished)) return { notYet: m.plan_wait_demonstration() };
  return differences.length === 0 ? { notYet: m.plan_wait_change() } : {};
}

function isUnfinished({ work, startsOn, requirementIds }: DemonstrationRow): boolean {
  return work.trim() === "" || startsOn === null || requirementIds.length === 0;
}

function othersOf(view: PlanView): string[] {
  return PARTIES.filter((party) => party !== ownParty(view)).flatMap(
    (party) => view[party]?.givenName ?? [],
  );
}

type OwnChangesProps = { view: PlanView; number: number; differences: readonly Difference[] };

function OwnChanges({ view, number, differences }: OwnChangesProps) {
  return (
    <Section level={3} title={m.plan_changed_since({ number })}>
      {differences.length === 0 && <p className="muted">{m.plan_nothing_changed()}</p>}
      {differences.map((difference) => (
        <ChangedLine key={lineOf(difference)} view={view} difference={difference} />
      ))}
    </Section>
  );
}

/** Somebody sent a version while this one was written: what they changed, and a way on that loses nothing. */
function Meanwhile({ view, box }: { view: PlanView; box: DraftBox }) {
  const theirs = view.plan?.content;
  if (theirs === undefined || view.plan === null) return null;
  const changed = diffPlans(box.draft.baseContent, theirs);
  const move = (
    <Button kind="second" onClick={() => box.put((draft) => onNewest(draft, view))}>
      {m.plan_put_on_top({ number: view.version })}
    </Button>
  );
  return (
    <div className="stack-3" role="status">
      <Note
        kind="wait"
        lead={m.plan_meanwhile({ name: handName(view.plan.editedBy), number: view.version })}
        action={move}
      >
        {m.plan_meanwhile_how()}
      </Note>
      {changed.map((difference) => (
        <ChangedLine key={lineOf(difference)} view={view} difference={difference} />
      ))}
    </div>
  );
}
