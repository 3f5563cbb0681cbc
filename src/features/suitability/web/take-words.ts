import { agrees, cellsSaid, otherwise, withWords } from "#features/cards/cards.ts";
import type { Cell } from "../suitability.ts";
import { type DecisionDraft, EMPTY_GAP } from "./decision-draft.ts";
import { type Cells, cellKey, type SuitabilityView } from "./suitability-view.ts";

type Said = SuitabilityView["said"][number];

function taskIdsOf({ columns }: SuitabilityView): string[] {
  return columns.map(({ taskId }) => taskId);
}

function draftCells(view: SuitabilityView, draft: DecisionDraft): Cell[] {
  return view.rows.flatMap(({ requirementId }) =>
    view.columns.flatMap(({ taskId }) => {
      const level = draft.cells[cellKey(requirementId, taskId)];
      return level === "done" || level === "help" ? [{ requirementId, taskId, level }] : [];
    }),
  );
}

/** The newest word of each row: what was known at the decision, and what has been said since. */
export function newestWords({ said, saidSince }: SuitabilityView): Said[] {
  return [...new Map([...said, ...saidSince].map((word) => [word.requirementId, word])).values()];
}

/** Words that the draft tells otherwise and that could be taken over. */
export function toldOtherwise(view: SuitabilityView, draft: DecisionDraft): Said[] {
  const cells = draftCells(view, draft);
  const present = taskIdsOf(view);
  return otherwise(newestWords(view), cells, present).filter((word) =>
    agrees(word, withWords(cells, [word], present), present),
  );
}

/** Whether somebody changed the cell from what these words say of it. */
export function changedFrom(view: SuitabilityView, cells: Cells, words: readonly Said[]) {
  const present = taskIdsOf(view);
  const said = new Map(
    words.map((word) => [
      word.requirementId,
      new Map(cellsSaid(word, present).map(({ taskId, level }) => [taskId, level])),
    ]),
  );
  return (requirementId: string, taskId: string): boolean => {
    const row = said.get(requirementId);
    if (row === undefined || (row.size === 0 && !isNotHere(words, requirementId))) return false;
    return (row.get(taskId) ?? "not") !== (cells[cellKey(requirementId, taskId)] ?? "not");
  };
}

function isNotHere(words: readonly Said[], requirementId: string): boolean {
  return words.some((word) => word.requirementId === requirementId && word.answer === "not");
}

/** The draft with these rows as the workplace tells them; "not here" is a gap to hand on by the last day. */
export function takeWords(
  view: SuitabilityView,
  draft: DecisionDraft,
  words: readonly Said[],
): DecisionDraft {
  const cells = withWords(draftCells(view, draft), words, taskIdsOf(view));
  const taken = {
    ...draft,
    cells: Object.fromEntries(
      cells.map(({ requirementId, taskId, level }) => [cellKey(requirementId, taskId), level]),
    ),
  };
  return proposeGaps(view, taken, words);
}

/** A gap's day is proposed, its owner is for the teacher to choose; what somebody wrote stays. */
export function proposeGaps(
  { endsOn }: SuitabilityView,
  draft: DecisionDraft,
  words: readonly Said[],
): DecisionDraft {
  const proposed = words
    .filter(({ answer }) => answer === "not")
    .map(({ requirementId }) => {
      const gap = draft.gaps[requirementId] ?? EMPTY_GAP;
      return [requirementId, { ...gap, dueOn: gap.dueOn ?? endsOn }];
    });
  return { ...draft, gaps: { ...draft.gaps, ...Object.fromEntries(proposed) } };
}
