import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Note } from "#web/ui/note.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { decideSuitability } from "../suitability.contract.ts";
import { OUTCOMES } from "../suitability.ts";
import { ConditionsEditor } from "./conditions-editor.tsx";
import { conditionsOf, type DecisionDraft, decisionOf, unownedGaps } from "./decision-draft.ts";
import type { PutDraft } from "./decision-editor.tsx";
import { SUITABILITY_READS, type SuitabilityView } from "./suitability-view.ts";
import { outcomeName } from "./suitability-words.ts";

type DecisionAsideProps = {
  view: SuitabilityView;
  draft: DecisionDraft;
  put: PutDraft;
  onClose: () => void;
};

/** Outcome, grounds, conditions, until when, and the one button. */
export function DecisionAside({ view, draft, put, onClose }: DecisionAsideProps) {
  const deed = useDecide(view, draft, onClose);
  const behind = view.version > draft.base;
  return (
    <Card as="aside" className="aside aside-stays suitability-aside" label={m.suitability_yours()}>
      <h2>{m.suitability_yours()}</h2>
      <RadioGroup
        hideLegend
        legend={m.suitability_decision()}
        name="outcome"
        options={OUTCOMES.map((outcome) => ({ value: outcome, label: outcomeName(outcome) }))}
        value={draft.outcome}
        onChange={(outcome) => put((present) => ({ ...present, outcome }))}
      />
      {draft.outcome === "with_conditions" && (
        <ConditionsEditor view={view} draft={draft} put={put} />
      )}
      <TextArea
        label={m.suitability_grounds()}
        hint={m.suitability_grounds_hint()}
        rows={4}
        maxLength={4_000}
        value={draft.reason}
        onChange={({ target }) => put((present) => ({ ...present, reason: target.value }))}
      />
      <DateField
        label={m.suitability_until()}
        hint={m.suitability_until_hint()}
        value={draft.validUntil}
        min={view.today}
        max={view.latestValidUntil}
        onChange={(validUntil) => put((present) => ({ ...present, validUntil }))}
      />
      {behind && <NewerDecision view={view} put={put} />}
      {!behind && <ProblemNote error={deed.problem} />}
      <Button
        kind="primary"
        size="tall"
        block
        busy={deed.busy}
        onClick={deed.run}
        {...waitsFor(view, draft, behind)}
      >
        {m.suitability_record()}
      </Button>
      <p className="tiny muted">{m.suitability_recorded_how()}</p>
      {view.current !== null && (
        <Button kind="quiet" onClick={onClose}>
          {m.suitability_keep()}
        </Button>
      )}
    </Card>
  );
}

/** Another tab recorded one meanwhile: it is looked at before it is replaced. */
function NewerDecision({ view, put }: { view: SuitabilityView; put: PutDraft }) {
  const over = (
    <Button kind="second" onClick={() => put((draft) => ({ ...draft, base: view.version }))}>
      {m.suitability_still_mine()}
    </Button>
  );
  return (
    <Note kind="wait" role="status" action={over}>
      {m.suitability_meanwhile()}
    </Note>
  );
}

function useDecide(view: SuitabilityView, draft: DecisionDraft, onClose: () => void) {
  const say = useToast();
  const deed = useDeed<typeof decideSuitability>({
    method: "POST",
    path: "/api/placements/{placementId}/suitability",
    changes: SUITABILITY_READS,
    onDone: () => {
      onClose();
      say({ text: m.suitability_said() });
    },
  });
  const body = decisionOf(view, draft);
  return {
    problem: deed.problem,
    busy: deed.busy,
    run: () => {
      if (body === null) return;
      deed.run({ params: { placementId: view.placementId }, version: draft.base, body });
    },
  };
}

/** The first thing that is missing, said beside the button. */
function waitsFor(
  view: SuitabilityView,
  draft: DecisionDraft,
  behind: boolean,
): { notYet?: string } {
  if (behind) return { notYet: m.suitability_wait_newer() };
  if (draft.outcome === null) return { notYet: m.suitability_wait_outcome() };
  const unowned = draft.outcome === "not_suitable" ? 0 : unownedGaps(view, draft);
  if (unowned > 0) return { notYet: m.suitability_wait_gaps({ count: unowned }) };
  if (conditionsOf(draft) === null) return { notYet: m.suitability_wait_conditions() };
  if (draft.reason.trim() === "") return { notYet: m.suitability_wait_grounds() };
  return draft.validUntil === null ? { notYet: m.suitability_wait_until() } : {};
}
