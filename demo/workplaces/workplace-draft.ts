import type { CoverageCell, CoverageLevel } from "../placement-types.ts";
import type { RequirementCode, TaskKey, Texts, Trade, Workplace } from "../story-types.ts";

/** A workplace as told: its tasks by short names, and what each requirement is practised in. */
export interface WorkplaceDraft {
  readonly key: string;
  readonly employer: string;
  readonly name: string;
  readonly trade: Trade;
  readonly street: string;
  readonly postalCode: string;
  readonly town: string;
  readonly about: Texts;
  readonly capacity: number;
  readonly tasks: Readonly<Record<string, Texts>>;
  /**
   * One letter for each task in its order: d done here, h with help, - not here.
   * A row of dashes is a gap.
   */
  readonly grid: readonly (readonly [RequirementCode, string])[];
}

export function taskKey(workplace: string, task: string): TaskKey {
  return `${workplace}-${task}`;
}

export function asWorkplace({ grid: _grid, tasks, ...rest }: WorkplaceDraft): Workplace {
  const named = Object.entries(tasks).map(([task, name]) => ({
    key: taskKey(rest.key, task),
    name,
  }));
  return { ...rest, tasks: named };
}

/** The cells of the grid for the requirements asked for, in the grid's order. */
export function coverageOf(
  draft: WorkplaceDraft,
  requirements: readonly RequirementCode[],
): readonly CoverageCell[] {
  const tasks = Object.keys(draft.tasks);
  return draft.grid
    .filter(([requirement]) => requirements.includes(requirement))
    .flatMap(([requirement, row]) =>
      tasks.flatMap((task, column) => {
        const level = levels[row.charAt(column)];
        return level === undefined ? [] : [{ requirement, task: taskKey(draft.key, task), level }];
      }),
    );
}

const levels: Readonly<Record<string, CoverageLevel>> = { d: "done", h: "help" };
