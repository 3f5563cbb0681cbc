/** Words for the one action of a board row. */
import { m } from "#messages/web";
import type { Action } from "../attention.ts";

/** What the button of the row says. */
export function actionText(action: Action): string {
  return ACTIONS[action]();
}

const ACTIONS: Readonly<Record<Action, () => string>> = {
  review_suitability: m.attention_action_review_suitability,
  name_tutor: m.attention_action_name_tutor,
  open_plan: m.attention_action_open_plan,
  open_checks: m.attention_action_open_checks,
  open_checklist: m.attention_action_open_checklist,
  open_agreement: m.gate_step_open_agreement,
  open_promises: m.attention_action_open_promises,
  note_talk: m.attention_action_note_talk,
  call_tutor: m.attention_action_call_tutor,
  open_week: m.attention_action_open_week,
  ask_student: m.attention_action_nudge,
  nudge_tutor: m.attention_action_nudge,
  nudge_student: m.attention_action_nudge,
  open: m.attention_action_open,
};

/** The action of a row as the board knows it; one of a newer server opens the placement. */
export function actionOf(action: string): Action {
  return isAction(action) ? action : "open";
}

function isAction(action: string): action is Action {
  return Object.hasOwn(ACTIONS, action);
}
