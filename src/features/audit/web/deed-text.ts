import { type PlacementState, STATES } from "#features/placements/placement.ts";
import { m } from "#messages/web";
import { dayShort } from "#web/ui/format.ts";
import type { DeedCode } from "../deeds.ts";

export type Done = {
  readonly deed: string;
  readonly number: string | null;
  readonly week: string | null;
  readonly day: string | null;
  readonly to: string | null;
};

/** "wrote version 3 of the plan": after the name of whoever did it. A deed of a newer server is its code. */
export function deedText(done: Done): string {
  return isDeed(done.deed) ? WORDS[done.deed](done) : done.deed;
}

/** The deed without its details, for a list to choose from. */
export function deedName(deed: string): string {
  return deedText({ deed, number: "…", week: null, day: null, to: null });
}

function isDeed(deed: string): deed is DeedCode {
  return Object.hasOwn(WORDS, deed);
}

const NOT_TOLD = "…";

function inWeek(say: (words: { week: number | string }) => string) {
  return ({ week }: Done) => say({ week: week === null ? NOT_TOLD : Number(week.slice(-2)) });
}

function ofVersion(say: (words: { number: string }) => string) {
  return ({ number }: Done) => say({ number: number ?? NOT_TOLD });
}

function reminded({ to }: Done): string {
  const names: Readonly<Record<string, () => string>> = {
    student: m.deed_nudge_student,
    tutor: m.deed_nudge_tutor,
    teacher: m.deed_nudge_teacher,
  };
  return m.deed_nudge({ who: names[to ?? ""]?.() ?? NOT_TOLD });
}

function moved({ to }: Done): string {
  const state = STATES.find((known) => known === to);
  return m.deed_move_placement({ state: state === undefined ? NOT_TOLD : STATE_WORDS[state]() });
}

const STATE_WORDS: Readonly<Record<PlacementState, () => string>> = {
  proposed: m.state_proposed,
  planning: m.state_planning,
  agreement_out: m.state_agreement_out,
  ready: m.state_ready,
  running: m.state_running,
  ended: m.state_ended,
  closed: m.state_closed,
  cancelled: m.state_cancelled,
  terminated: m.state_terminated,
};

const WORDS: Readonly<Record<DeedCode, (done: Done) => string>> = {
  "propose-placement": m.deed_propose_placement,
  "move-placement": moved,
  "name-tutor": m.deed_name_tutor,
  "copy-placement": m.deed_copy_placement,
  "put-interruption": m.deed_put_interruption,
  "end-interruption": m.deed_end_interruption,
  "remove-interruption": m.deed_remove_interruption,
  "invite-tutor": m.deed_invite_tutor,
  nudge: reminded,
  "note-talk": m.deed_note_talk,
  "confirm-talk": m.deed_confirm_talk,
  "write-plan": ofVersion(m.deed_write_plan),
  "mark-plan": ofVersion(m.deed_mark_plan),
  "plan-agreed": ofVersion(m.deed_plan_agreed),
  "write-day": ({ day }) => m.deed_write_day({ day: day === null ? NOT_TOLD : dayShort(day) }),
  "send-week": inWeek(m.deed_send_week),
  "read-week": inWeek(m.deed_read_week),
  "confirm-week": inWeek(m.deed_confirm_week),
  "undo-confirmation": inWeek(m.deed_undo_confirmation),
  "add-induction-item": m.deed_add_induction_item,
  "retire-induction-item": m.deed_retire_induction_item,
  "confirm-induction": m.deed_confirm_induction,
  "decide-suitability": m.deed_decide_suitability,
  "add-workplace-tasks": m.deed_add_workplace_tasks,
  "follow-up": m.deed_follow_up,
  "say-workplace-word": m.deed_say_workplace_word,
  "settle-relocation": m.deed_settle_relocation,
  "suspend-workplace": m.deed_suspend_workplace,
  "lift-suspension": m.deed_lift_suspension,
  "mark-task-kinds": m.deed_mark_task_kinds,
  "mark-task-needs": m.deed_mark_task_needs,
  "agree-on-fit": m.deed_agree_on_fit,
  "settle-work": m.deed_settle_work,
  "note-clearance": m.deed_note_clearance,
  "start-checklist": m.deed_start_checklist,
  "answer-item": m.deed_answer_item,
  "carry-over": m.deed_carry_over,
  "sign-checklist": m.deed_sign_checklist,
  "close-condition": m.deed_close_condition,
  "state-insurance": m.deed_state_insurance,
  "upload-file": m.deed_upload_file,
  "own-matter": m.deed_own_matter,
  "choose-language": m.deed_choose_language,
  "add-workplace": m.deed_add_workplace,
  "edit-workplace": m.deed_edit_workplace,
  "import-workplaces": m.deed_import_workplaces,
  "keep-apart": m.deed_keep_apart,
  "merge-workplaces": m.deed_merge_workplaces,
  "undo-merge": m.deed_undo_merge,
  "put-capacity": m.deed_put_capacity,
  "put-relation-entry": m.deed_put_relation_entry,
  "put-saved-view": m.deed_put_saved_view,
  "put-workplace-document": m.deed_put_workplace_document,
  "put-workplace-task": m.deed_put_workplace_task,
  "put-workplace-tool": m.deed_put_workplace_tool,
  "import-framework": m.deed_import_framework,
  "write-rule": m.deed_write_rule,
  "drop-rule-draft": m.deed_drop_rule_draft,
  "publish-rules": m.deed_publish_rules,
  "keep-rule-case": m.deed_keep_rule_case,
  "drop-rule-case": m.deed_drop_rule_case,
  "add-workplace-person": m.deed_add_workplace_person,
  "correct-person": m.deed_correct_person,
  "set-address": m.deed_set_address,
  "take-address": m.deed_take_address,
  "object-to-address": m.deed_object_to_address,
  "put-workplace-part": m.deed_put_workplace_part,
  "undo-import": m.deed_undo_import,
  "ask-renewal": m.deed_ask_renewal,
  "consent-to-clearance": m.deed_consent_to_clearance,
  "remove-attachment": m.deed_remove_attachment,
  "sort-card": m.deed_sort_card,
  "write-objective-card": m.deed_write_objective_card,
  "offer-objective-card": m.deed_offer_objective_card,
  "make-calendar-feed": m.deed_make_calendar_feed,
  "change-calendar-feed": m.deed_change_calendar_feed,
  "end-calendar-feed": m.deed_end_calendar_feed,
  "send-agreement": m.deed_send_agreement,
  "send-amendment": m.deed_send_amendment,
  "sign-agreement": m.deed_sign_agreement,
  "acknowledge-agreement": m.deed_acknowledge_agreement,
  "agreement-completed": m.deed_agreement_completed,
  "carry-amendment": m.deed_carry_amendment,
  "correct-agreement": m.deed_correct_agreement,
  "decline-agreement": m.deed_decline_agreement,
  "withdraw-agreement": m.deed_withdraw_agreement,
  "remind-signer": m.deed_remind_signer,
  "repair-address": m.deed_repair_address,
  "name-deputy": m.deed_name_deputy,
  "send-framework-agreement": m.deed_send_framework_agreement,
  "terminate-framework-agreement": m.deed_terminate_framework_agreement,
  "write-support": m.deed_write_support,
  "end-support": m.deed_end_support,
  "share-support": m.deed_share_support,
  "unshare-support": m.deed_unshare_support,
  "note-proven": m.deed_note_proven,
  "drop-proven": m.deed_drop_proven,
  "write-adaptation": m.deed_write_adaptation,
  "end-adaptation": m.deed_end_adaptation,
  "make-seal": m.deed_make_seal,
  "bring-seal": m.deed_bring_seal,
  "begin-template": m.deed_begin_template,
  "write-template": m.deed_write_template,
  "drop-template-draft": m.deed_drop_template_draft,
  "ask-template-reader": m.deed_ask_template_reader,
  "publish-template": m.deed_publish_template,
  "check-audit": m.deed_check_audit,
  "export-audit": m.deed_export_audit,
};
