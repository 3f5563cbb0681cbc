import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import type { readChecklists } from "../checklist.contract.ts";
import type { AnswerCode, Field } from "../checklist.ts";
import type { Bearer } from "../insurance.ts";

export const CHECKLISTS_PATH = "/api/placements/{placementId}/checklists";
export const CHECKLIST_CHANGES = [CHECKLISTS_PATH, "/api/placements/{placementId}"];

export type ChecklistsView = AnswerOf<typeof readChecklists>;
export type FieldView = ChecklistsView["fields"][number];
export type Filling = NonNullable<FieldView["filling"]>;
export type Item = Filling["items"][number];

const FIELD_NAMES: Readonly<Record<Field, () => string>> = {
  general: m.checklist_field_general,
  construction: m.checklist_field_construction,
  kitchen: m.checklist_field_kitchen,
  vehicle: m.checklist_field_vehicle,
  care: m.checklist_field_care,
  electrical: m.checklist_field_electrical,
  forest: m.checklist_field_forest,
};
export const fieldName = (field: Field): string => FIELD_NAMES[field]();

const ANSWER_NAMES: Readonly<Record<AnswerCode, () => string>> = {
  yes: m.checklist_yes,
  no: m.checklist_no,
  na: m.checklist_na,
};
export const answerName = (code: AnswerCode): string => ANSWER_NAMES[code]();

export function bearerName(bearer: Bearer): string {
  return bearer === "provider" ? m.checklist_bearer_provider() : m.checklist_bearer_employer();
}
