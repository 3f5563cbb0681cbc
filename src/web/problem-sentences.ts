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
  gate_closed: () => m.problem_gate_closed(),
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
  no_tutor: () => m.problem_no_tutor(),
  not_an_objective: () => m.problem_not_an_objective(),
  not_confirmed: () => m.problem_not_confirmed(),
  not_found: () => m.problem_not_found(),
  not_held: () => m.problem_not_held(),
  not_running: () => m.problem_not_running(),
  not_signed_in: () => m.problem_not_signed_in(),
  not_yet_first_day: ({ startsOn }) => m.problem_not_yet_first_day({ day: day(startsOn) }),
  nothing_written: () => m.problem_nothing_written(),
  period_too_long: ({ latest }) => m.problem_period_too_long({ day: day(latest) }),
  reason_missing: () => m.problem_reason_missing(),
  stale: () => m.problem_stale(),
  too_many_codes: ({ minutes }) => m.problem_too_many_codes({ count: count(minutes) }),
  too_many_requests: () => m.problem_too_many_requests(),
  too_soon: () => m.problem_too_soon(),
  undo_too_late: () => m.problem_undo_too_late(),
  unknown_choice: () => m.problem_unknown_choice(),
  unknown_task: () => m.problem_unknown_task(),
  week_confirmed: () => m.problem_week_confirmed(),
  week_in_future: () => m.problem_week_in_future(),
  week_outside: () => m.problem_week_outside(),
  wrong_state: () => m.problem_wrong_state(),
};
