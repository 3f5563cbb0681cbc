import type { Cell } from "#features/suitability/suitability.ts";

/**
 * The tutor sorts objective cards: we do this here, with help, not here (product.md §6). What is said is
 * the workplace's; the teacher's grid and the plan are proposed from it and decided by others.
 */
export const ANSWERS = ["done", "help", "not"] as const;
export type CardAnswer = (typeof ANSWERS)[number];

/** A card takes a tutor about this long, its optional tap for the task included. */
export const SECONDS_A_CARD = 10;

/** What the workplace has said of one requirement: in which of its tasks, who and when. */
export type Word = {
  readonly requirementId: string;
  readonly answer: CardAnswer;
  readonly taskIds: readonly string[];
  readonly by: string;
  readonly at: string;
};

type Spoken = Pick<Word, "requirementId" | "answer" | "taskIds">;

/**
 * The cells a word puts into the grid: the tasks it names, as far as they are still done here. Where none
 * is named the only task there is; of several the teacher chooses.
 */
export function cellsSaid(
  { requirementId, answer, taskIds }: Spoken,
  present: readonly string[],
): Cell[] {
  if (answer === "not") return [];
  const named = present.filter((taskId) => taskIds.includes(taskId));
  const where = named.length === 0 && present.length === 1 ? present : named;
  return where.map((taskId) => ({ requirementId, taskId, level: answer }));
}

/** Whether the grid tells what the word tells. A word without a task asks for its level in some task. */
export function agrees(word: Spoken, cells: readonly Cell[], present: readonly string[]): boolean {
  const row = cells.filter(({ requirementId }) => requirementId === word.requirementId);
  const said = cellsSaid(word, present);
  if (word.answer !== "not" && said.length === 0)
    return row.some(({ level }) => level === word.answer);
  return (
    row.length === said.length &&
    said.every(({ taskId, level }) =>
      row.some((cell) => cell.taskId === taskId && cell.level === level),
    )
  );
}

/** The words that the grid does not tell. */
export function otherwise<W extends Spoken>(
  words: readonly W[],
  cells: readonly Cell[],
  present: readonly string[],
): W[] {
  return words.filter((word) => !agrees(word, cells, present));
}

/** The grid's cells with the rows of these words told anew. */
export function withWords(
  cells: readonly Cell[],
  words: readonly Spoken[],
  present: readonly string[],
): Cell[] {
  return words.reduce<Cell[]>(
    (grid, word) => {
      if (agrees(word, grid, present)) return grid;
      const row = grid.filter(({ requirementId }) => requirementId === word.requirementId);
      const others = grid.filter(({ requirementId }) => requirementId !== word.requirementId);
      return [...others, ...rowOf(word, row, present)];
    },
    [...cells],
  );
}

/** A word that names no task keeps the row's tasks and tells their level. */
function rowOf(word: Spoken, row: readonly Cell[], present: readonly string[]): Cell[] {
  const said = cellsSaid(word, present);
  const { answer } = word;
  if (said.length > 0 || answer === "not") return said;
  return row.map((cell) => ({ ...cell, level: answer }));
}
