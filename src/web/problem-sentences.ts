import { m } from "#messages/web";
import type { Sentence } from "./problem-text.ts";
import { dayLong } from "./ui/format.ts";

function count(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

function day(value: unknown): string {
  return typeof value === "string" ? dayLong(value) : "";
}

function words(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function place(line: unknown, column: unknown) {
  return { line: count(line), column: count(column) };
}

/** One for each refusal code of every contract and of the server itself; a test looks for gaps. */
export const SENTENCES: Readonly<Record<string, Sentence | undefined>> = {
  already_noted: () => m.problem_already_noted(),
  already_read: () => m.problem_already_read(),
  body_too_large: () => m.problem_body_too_large(),
  busy: () => m.problem_busy(),
  code_not_asked: () => m.problem_code_not_asked(),
  code_old: () => m.problem_code_old(),
  code_used_up: () => m.problem_code_used_up(),
  code_wrong: ({ triesLeft }) => m.problem_code_wrong({ count: count(triesLeft) }),
  conditions_missing: () => m.problem_conditions_missing(),
  conditions_unexpected: () => m.problem_conditions_unexpected(),
  cross_site: () => m.problem_cross_site(),
  day_in_future: () => m.problem_day_in_future(),
  day_interrupted: () => m.problem_day_interrupted(),
  day_outside: () => m.problem_day_outside(),
  day_written: () => m.problem_day_written(),
  ending_missing: () => m.problem_ending_missing(),
  ends_before_start: ({ startsOn }) => m.problem_ends_before_start({ day: day(startsOn) }),
  entry_id_taken: () => m.problem_entry_id_taken(),
  file_cut_off: ({ line, column }) => m.problem_file_cut_off(place(line, column)),
  file_empty: () => m.problem_file_empty(),
  file_no_register_number: ({ path }) => m.problem_file_no_register_number({ path: words(path) }),
  file_no_units: ({ path }) => m.problem_file_no_units({ path: words(path) }),
  file_not_json: ({ line, column }) => m.problem_file_not_json(place(line, column)),
  file_not_qualification: ({ path }) => m.problem_file_not_qualification({ path: words(path) }),
  file_not_text: ({ line, column }) => m.problem_file_not_text(place(line, column)),
  file_too_deep: ({ line, column }) => m.problem_file_too_deep(place(line, column)),
  file_too_large: ({ megabytes, limit }) =>
    m.problem_file_too_large({ megabytes: count(megabytes), limit: count(limit) }),
  file_wrong_type: ({ path }) => m.problem_file_wrong_type({ path: words(path) }),
  forbidden: () => m.problem_forbidden(),
  gap_not_needed: () => m.problem_gap_not_needed(),
  gap_unowned: () => m.problem_gap_unowned(),
  gate_closed: () => m.problem_gate_closed(),
  hours_impossible: () => m.problem_hours_impossible(),
  id_taken: () => m.problem_id_taken(),
  idempotency_key: () => m.problem_idempotency_key(),
  idempotency_key_reused: () => m.problem_idempotency_key(),
  in_future: () => m.problem_in_future(),
  internal: () => m.problem_internal(),
  link_expired: () => m.problem_link_expired(),
  link_revoked: () => m.problem_link_revoked(),
  link_unknown: () => m.problem_link_unknown(),
  log_closed: ({ closedOn }) => m.problem_log_closed({ day: day(closedOn) }),
  malformed: () => m.problem_malformed(),
  media_type: () => m.problem_media_type(),
  no_address: () => m.problem_no_address(),
  no_plan: () => m.problem_no_plan(),
  no_tutor: () => m.problem_no_tutor(),
  not_an_objective: () => m.problem_not_an_objective(),
  not_confirmed: () => m.problem_not_confirmed(),
  not_found: () => m.problem_not_found(),
  not_held: () => m.problem_not_held(),
  not_running: () => m.problem_not_running(),
  not_signed_in: () => m.problem_not_signed_in(),
  not_yet_last_day: ({ endsOn }) => m.problem_not_yet_last_day({ day: day(endsOn) }),
  not_yet_first_day: ({ startsOn }) => m.problem_not_yet_first_day({ day: day(startsOn) }),
  nothing_to_decide: () => m.problem_nothing_to_decide(),
  nothing_written: () => m.problem_nothing_written(),
  period_too_long: ({ latest }) => m.problem_period_too_long({ day: day(latest) }),
  placement_over: () => m.problem_placement_over(),
  reason_missing: () => m.problem_reason_missing(),
  stale: () => m.problem_stale(),
  talk_held: () => m.problem_talk_held(),
  talk_outside: ({ earliest, latest }) =>
    m.problem_talk_outside({ earliest: day(earliest), latest: day(latest) }),
  talk_twice: () => m.problem_talk_twice(),
  task_twice: () => m.problem_task_twice(),
  too_many_codes: ({ minutes }) => m.problem_too_many_codes({ count: count(minutes) }),
  too_many_requests: () => m.problem_too_many_requests(),
  too_soon: () => m.problem_too_soon(),
  undo_too_late: () => m.problem_undo_too_late(),
  address_taken: () => m.problem_address_taken(),
  unknown_choice: () => m.problem_unknown_choice(),
  unknown_requirement: () => m.problem_unknown_requirement(),
  unknown_task: () => m.problem_unknown_task(),
  file_kind: () => m.problem_file_kind(),
  file_broken: () => m.problem_file_broken(),
  image_too_large: () => m.problem_image_too_large(),
  pdf_too_large: () => m.problem_pdf_too_large(),
  pdf_too_long: ({ pages }) => m.problem_pdf_too_long({ pages: Number(pages) }),
  pdf_locked: () => m.problem_pdf_locked(),
  pdf_active: () => m.problem_pdf_active(),
  already_signed: () => m.problem_already_signed(),
  unknown_item: () => m.problem_unknown_item(),
  unknown_file: () => m.problem_unknown_file(),
  newest_already: () => m.problem_newest_already(),
  unanswered: ({ count: left }) => m.problem_unanswered({ count: count(left) }),
  condition_needed: () => m.problem_condition_needed(),
  due_passed: () => m.problem_due_passed(),
  unknown_kind: () => m.problem_unknown_kind(),
  unknown_fact: () => m.problem_unknown_fact(),
  case_impossible: () => m.problem_case_impossible(),
  unknown_rule: () => m.problem_unknown_rule(),
  pack_broken: () => m.problem_pack_broken(),
  no_draft: () => m.problem_no_draft(),
  second_person_needed: () => m.problem_second_person_needed(),
  too_many_cases: () => m.problem_too_many_cases(),
  valid_until_outside: ({ latest }) => m.problem_valid_until_outside({ latest: day(latest) }),
  week_confirmed: () => m.problem_week_confirmed(),
  week_in_future: () => m.problem_week_in_future(),
  week_outside: () => m.problem_week_outside(),
  week_twice: () => m.problem_week_twice(),
  wrong_state: () => m.problem_wrong_state(),
};
