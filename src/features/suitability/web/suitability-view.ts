import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import type { Coverage } from "#web/ui/coverage.ts";
import type { readSuitability } from "../suitability.contract.ts";

export const SUITABILITY_PATH = "/api/placements/{placementId}/suitability";

/** The reads in which a decision is seen. */
export const SUITABILITY_READS = [
  SUITABILITY_PATH,
  "/api/placements/{placementId}",
  "/api/board",
  "/api/starts",
];

export type SuitabilityView = AnswerOf<typeof readSuitability>;
export type DecisionShown = NonNullable<SuitabilityView["current"]>;
export type Row = SuitabilityView["rows"][number];

/** The workplace's own words where there are some, else the official sentence. */
export function rowName(row: Row): string {
  return textOf(row.plain) || [textOf(row.lead), textOf(row.text)].filter(Boolean).join(" ");
}

/** Cells by "row column": what is not there is not done here. */
export type Cells = Readonly<Record<string, Coverage | undefined>>;

export function cellKey(requirementId: string, taskId: string): string {
  return `${requirementId} ${taskId}`;
}

export function cellsOf(view: SuitabilityView): Cells {
  return Object.fromEntries(
    view.cells.map(({ requirementId, taskId, level }) => [cellKey(requirementId, taskId), level]),
  );
}

/** In how many tasks of the workplace the requirement is met, also with help. */
export function tasksCovering(view: SuitabilityView, cells: Cells, requirementId: string): number {
  return view.columns.filter(({ taskId }) => {
    const cell = cells[cellKey(requirementId, taskId)];
    return cell !== undefined && cell !== "not";
  }).length;
}
