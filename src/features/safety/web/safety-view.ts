import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import type { listHeard, readMySafety } from "../safety.contract.ts";
import type { Kind, Part, State, Step } from "../safety.ts";

export const MINE_PATH = "/api/safety/mine";
export const HEARD_PATH = "/api/safety/heard";

export type Mine = AnswerOf<typeof readMySafety>;
export type Report = AnswerOf<typeof listHeard>["reports"][number];
export type Choice = NonNullable<Mine["placement"]>["choices"][number];

export const KIND_NAMES: Readonly<Record<Kind, () => string>> = {
  day_1: m.safety_day_1,
  day_5: m.safety_day_5,
  week_4: m.safety_week_4,
  need_someone: m.safety_need_someone,
  incident: m.safety_incident,
  near_miss: m.safety_near_miss,
};
export const PART_NAMES: Readonly<Record<Part, () => string>> = {
  teacher: m.safety_part_teacher,
  tutor: m.safety_part_tutor,
  safety_lead: m.safety_part_lead,
};
export const PART_DETAILS: Readonly<Record<Part, () => string>> = {
  teacher: m.safety_detail_teacher,
  tutor: m.safety_detail_tutor,
  safety_lead: m.safety_detail_lead,
};
export const STATE_NAMES: Readonly<Record<State, () => string>> = {
  kept: m.safety_state_kept,
  told: m.safety_state_told,
  in_hand: m.safety_state_in_hand,
  closed: m.safety_state_closed,
  confirmed: m.safety_state_confirmed,
};
export const STEP_NAMES: Readonly<Record<Step, () => string>> = {
  take: m.safety_step_take,
  write: m.safety_step_write,
  close: m.safety_step_close,
  confirm: m.safety_step_confirm,
  reopen: m.safety_step_reopen,
};
export const STEP_DONE: Readonly<Record<Step, (words: { name: string }) => string>> = {
  take: m.safety_did_take,
  write: m.safety_did_write,
  close: m.safety_did_close,
  confirm: m.safety_did_confirm,
  reopen: m.safety_did_reopen,
};
export const QUESTION_TEXTS = [
  m.safety_question_hurt,
  m.safety_question_dangers,
  m.safety_question_no,
];
