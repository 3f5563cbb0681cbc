// Generated from the migrated database by `npm run fix`; changes here are overwritten.
import type { ColumnType, JSONColumnType } from "kysely";
import type { LocalisedText as Texts } from "#shared/language.ts";

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Json = JSONColumnType<object, object | string, object | string>;
export type LocalisedText = ColumnType<Texts, Texts | string, Texts | string>;

export interface Adaptation {
  ended_at: string | null;
  for_workplace: boolean;
  id: string;
  kind: string;
  placement_id: string;
  provider_id: string;
  requirement_id: string | null;
  text: string;
  unit_id: string;
  written_at: string;
  written_by: string;
}

export interface AddressChange {
  answered_at: string | null;
  asked_at: string;
  asked_by: string;
  asked_for: string | null;
  id: string;
  new_address: string;
  old_address: string;
  person_id: string;
  state: Generated<string>;
  takes_effect_at: string;
  token_hash: Buffer;
}

export interface Agreement {
  amends_id: string | null;
  basis: string | null;
  closed_at: string | null;
  closed_by: string | null;
  closed_name: string | null;
  closed_reason: string | null;
  completed_at: string | null;
  employer_id: string | null;
  framework_agreement_id: string | null;
  id: string;
  kind: string;
  language: string;
  number: number;
  placement_id: string | null;
  provider_id: string;
  revision: Generated<number>;
  sent_at: string;
  sent_by: string;
  signing_order: string;
  state: string;
  version: Generated<number>;
}

export interface AgreementCode {
  agreement_id: string;
  code_hash: Buffer;
  created_at: string;
  expires_at: string;
  id: string;
  party: string;
  provider_id: string;
  sent_to: string;
  session_id: string;
  tries: Generated<number>;
  used_at: string | null;
}

export interface AgreementPaper {
  agreement_id: string;
  bytes: Buffer;
  provider_id: string;
  sealed_at: string;
  sha256: Buffer;
  time_stamped: boolean;
}

export interface AgreementParty {
  acting_for: string | null;
  agreement_id: string;
  duty: string;
  mandate: Json | null;
  party: string;
  person_id: string;
  provider_id: string;
}

export interface AgreementReminder {
  agreement_id: string;
  at: string;
  by_person: string;
  id: string;
  party: string;
  provider_id: string;
}

export interface AgreementSignature {
  acting_for: string | null;
  agreement_id: string;
  at: string;
  hash: string;
  language: string;
  mandate: Json | null;
  means: string;
  party: string;
  person_id: string;
  person_name: string;
  position: number;
  previous_hash: string | null;
  provider_id: string;
  revision: number;
  sent_to: string | null;
  text_hash: string;
}

export interface AgreementTemplate {
  asked_at: string | null;
  asked_by: string | null;
  asked_person: string | null;
  basis: string;
  content: Json;
  id: string;
  in_use_from: string | null;
  number: number;
  provider_id: string;
  published_at: string | null;
  published_by: string | null;
  state: string;
  version: Generated<number>;
  written_at: string;
  written_by: string;
}

export interface AgreementText {
  acting_name: string | null;
  agreement_id: string;
  made_at: string;
  made_by: string;
  provider_id: string;
  revision: number;
  text: Json;
  text_hash: string;
  why: string | null;
}

export interface AuditEvent {
  acting_name: string | null;
  at: string;
  change: Generated<Json>;
  deed: string;
  id: string;
  means: string;
  person_id: string | null;
  placement_id: string | null;
  provider_id: string | null;
  subject_id: string;
  subject_kind: string;
}

export interface AuditHead {
  chain: string;
  day: string;
  fault: Json | null;
  hash: Buffer | null;
  kept_at: string;
  number: number;
  provider_id: string | null;
}

export interface AuditLink {
  chain: string;
  event_id: string;
  hash: Buffer;
  number: number;
  previous: Buffer | null;
  provider_id: string | null;
  what: Buffer;
  what_salt: Buffer | null;
  who: Buffer;
  who_salt: Buffer | null;
}

export interface CalendarEvent {
  cancelled_at: string | null;
  kind: string;
  minutes: number | null;
  people: string[];
  place: string | null;
  placement_id: string;
  provider_id: string;
  sequence: number;
  starts_at: string;
  talk_id: string;
  told_at: string;
}

export interface CalendarFeed {
  made_at: string;
  person_id: string;
  read_at: string | null;
  shows_names: Generated<boolean>;
  token_hash: Buffer;
}

export interface Checklist {
  field: string;
  id: string;
  provider_id: string;
  signed_at: string | null;
  signed_by: string | null;
  started_at: string;
  started_by: string;
  template_version: number;
  valid_from: string | null;
  valid_until: string | null;
  version: Generated<number>;
  workplace_id: string;
}

export interface ChecklistAnswer {
  answer: string;
  answered_at: string;
  answered_by: string;
  checklist_id: string;
  file_id: string | null;
  item_id: string;
  provider_id: string;
  remark: string | null;
}

export interface ChecklistCondition {
  checklist_id: string;
  done_by: string | null;
  done_on: string | null;
  due_on: string;
  id: string;
  item_id: string;
  owner: string;
  provider_id: string;
  text: string;
}

export interface ClearanceConsent {
  clearance: string;
  given_at: string;
  given_by: string;
  placement_id: string;
  provider_id: string;
}

export interface CoverageCell {
  decision_id: string;
  level: string;
  provider_id: string;
  requirement_id: string;
  task_id: string;
}

export interface CoverageRow {
  decision_id: string;
  gap_due_on: string | null;
  gap_note: string | null;
  gap_owner: string | null;
  provider_id: string;
  requirement_id: string;
}

export interface CoverageSaid {
  answer: string;
  decision_id: string;
  provider_id: string;
  requirement_id: string;
  said_at: string;
  said_by: string;
  task_ids: string[];
}

export interface CoverageTask {
  decision_id: string;
  provider_id: string;
  supervised_by: string;
  task_id: string;
}

export interface Criterion {
  framework_version_id: string;
  id: string;
  key: string;
  level: string;
  level_name: Json;
  position: number;
  requirement_id: string | null;
  scale_id: string | null;
  text: Json;
}

export interface DecisionFollowUp {
  about: string;
  decision_id: string;
  done_by: string;
  done_on: string;
  provider_id: string;
}

export interface Employer {
  business_id: string;
  created_at: Generated<string>;
  id: string;
  name: string;
}

export interface File {
  bytes: Buffer;
  height: number | null;
  id: string;
  media_type: string;
  name: string;
  pages: number | null;
  placement_id: string;
  provider_id: string;
  sha256: Buffer;
  uploaded_at: string;
  uploaded_by: string;
  width: number | null;
}

export interface FitNote {
  about: string;
  how: string;
  lacks: string[];
  noted_at: string;
  noted_by: string;
  placement_id: string;
  provider_id: string;
}

export interface Framework {
  created_at: string;
  id: string;
  key: string;
  register_number: string | null;
}

export interface FrameworkAgreement {
  agreement_id: string;
  bases: string[];
  provider_id: string;
  terminated_at: string | null;
  terminated_by: string | null;
  terminated_name: string | null;
  terminated_on: string | null;
  terminated_party: string | null;
  terminated_reason: string | null;
  valid_from: string;
  valid_until: string;
  workplace_id: string;
}

export interface FrameworkText {
  criterion_id: string | null;
  framework_version_id: string;
  language: string;
  requirement_id: string | null;
  stems: ColumnType<string, never, never>;
  sub_area_id: string | null;
  text: string;
  unit_id: string | null;
}

export interface FrameworkVersion {
  content: Json;
  content_hash: Buffer;
  criteria: number;
  drift: Json | null;
  file_bytes: number;
  file_name: string;
  framework_id: string;
  id: string;
  imported_at: string;
  imported_by: string | null;
  kind: string;
  languages: Json;
  name: LocalisedText;
  number: number;
  remarks: Json;
  requirements: number;
  sub_areas: number;
  transition_ends_on: string | null;
  units: number;
  valid_from: string | null;
  valid_to: string | null;
}

export interface GenericScale {
  framework_version_id: string;
  id: string;
  key: string;
  lead: Json;
  name: Json;
}

export interface Guardian {
  ended_on: string | null;
  person_id: string;
  provider_id: string;
  student_id: string;
}

export interface HearerClock {
  due_at: string;
  person_id: string;
}

export interface IdempotencyKey {
  answer: Json | null;
  body_hash: Buffer;
  created_at: Generated<string>;
  key: string;
  person_id: string;
  route: string;
}

export interface InductionItem {
  added_at: string;
  added_by: string;
  id: string;
  position: number;
  retired_at: string | null;
  task_key: Generated<string>;
  text: Json;
  workplace_id: string;
}

export interface InductionMark {
  acting_name: string | null;
  at: string;
  item: string;
  party: string;
  person_id: string;
  placement_id: string;
  provider_id: string;
  task_key: string;
  workplace_id: string;
}

export interface Interruption {
  ends_on: string | null;
  id: string;
  placement_id: string;
  provider_id: string;
  reason: string;
  starts_on: string;
}

export interface KnownDifferent {
  left_id: string;
  provider_id: string;
  right_id: string;
  said_at: string;
  said_by: string;
}

export interface LogEntry {
  absence: string | null;
  edited_at: string | null;
  edited_for_tutor_at: string | null;
  id: string;
  minutes: number;
  on_day: string;
  placement_id: string;
  provider_id: string;
  received_at: string;
  student_id: string;
  tasks: Generated<Json>;
  version: Generated<number>;
  written_at: string;
}

export interface LogEntryRequirement {
  entry_id: string;
  provider_id: string;
  requirement_id: string;
}

export interface LogParagraph {
  audience: string;
  entry_id: string;
  position: number;
  provider_id: string;
  student_id: string;
  text: string;
}

export interface LoginCode {
  browser_hash: Buffer;
  code_hash: Buffer;
  created_at: Generated<string>;
  email: string;
  expires_at: string;
  id: string;
  person_id: string | null;
  tries: Generated<number>;
  used_at: string | null;
}

export interface MailMessage {
  agreement_id: string | null;
  body: string | null;
  box_gone: Generated<boolean>;
  channel: Generated<string>;
  created_at: string;
  error: string | null;
  id: string;
  language: string;
  person_id: string | null;
  provider_id: string | null;
  sent_at: string | null;
  state: Generated<string>;
  subject: string;
  template: string;
  to_address: string;
  tries: Generated<number>;
}

export interface MailPart {
  bytes: Buffer;
  file_name: string;
  kind: string;
  mail_id: string;
  media_type: string;
  position: number;
}

export interface Membership {
  created_at: Generated<string>;
  person_id: string;
  provider_id: string;
  role: string;
}

export interface Nudge {
  about: string;
  at: string;
  by_person: string;
  id: string;
  placement_id: string;
  provider_id: string;
  to_person: string;
}

export interface ObjectiveCard {
  number: number;
  plain: Generated<LocalisedText>;
  provider_id: string;
  requirement_key: string;
  seen_when: Generated<LocalisedText>;
  typical_tasks: Generated<Json>;
}

export interface ObjectiveCardVersion {
  number: number;
  plain: LocalisedText;
  provider_id: string;
  requirement_key: string;
  seen_when: LocalisedText;
  taken_from: string | null;
  typical_tasks: Json;
  written_at: string;
  written_by: string;
}

export interface OfferedCard {
  number: number;
  offered_at: string;
  offered_by: string;
  plain: LocalisedText;
  requirement_key: string;
  seen_when: LocalisedText;
  typical_tasks: Json;
}

export interface Person {
  born_on: string | null;
  created_at: Generated<string>;
  email: string | null;
  family_name: string;
  given_name: string;
  id: string;
  language: Generated<string>;
  phone: string | null;
}

export interface PersonalLink {
  agreement_id: string | null;
  created_at: Generated<string>;
  created_by: string | null;
  expires_at: string;
  id: string;
  person_id: string;
  placement_id: string | null;
  provider_id: string;
  revoked_at: string | null;
  token_hash: Buffer;
  workplace_id: string | null;
}

export interface Placement {
  basis: string;
  created_at: string;
  ending_ground: string | null;
  ends_on: string;
  framework_version_id: string;
  heard_on: string | null;
  heard_parties: string[] | null;
  id: string;
  on_probation: boolean | null;
  part_time_percent: Generated<number>;
  provider_id: string;
  starts_on: string;
  state: string;
  state_changed_at: string;
  state_reason: string | null;
  student_id: string;
  teacher_id: string;
  tutor_id: string | null;
  version: Generated<number>;
  workplace_id: string;
}

export interface PlacementClearance {
  clearance: string;
  noted_at: string;
  noted_by: string;
  placement_id: string;
  provider_id: string;
  shown_on: string | null;
  state: string;
  valid_until: string | null;
}

export interface PlacementInsurance {
  accident_bearer: string;
  basis: string;
  liability_bearer: string;
  note: string | null;
  placement_id: string;
  provider_id: string;
  stated_at: string;
  stated_by: string;
}

export interface PlacementLook {
  acting_name: Generated<string>;
  day: string;
  first_at: string;
  last_at: string;
  page: string;
  person_id: string;
  placement_id: string;
  provider_id: string;
  relation: string;
  times: Generated<number>;
}

export interface PlacementObjective {
  placement_id: string;
  position: number;
  provider_id: string;
  requirement_id: string;
}

export interface PlacementSettled {
  fact: string;
  kind: Generated<string>;
  noted_at: string;
  noted_by: string;
  on_day: string;
  placement_id: string;
  provider_id: string;
}

export interface PlacementTaskKinds {
  kinds: string[];
  noted_at: string;
  noted_by: string;
  placement_id: string;
  provider_id: string;
  task_key: string;
}

export interface PlacementUnit {
  placement_id: string;
  provider_id: string;
  unit_id: string;
}

export interface PlacementWeek {
  placement_id: string;
  provider_id: string;
  read_at: string | null;
  read_by: string | null;
  sent_at: string | null;
  week: string;
}

export interface PlanMark {
  acting_name: string | null;
  at: string;
  number: number;
  party: string;
  person_id: string;
  placement_id: string;
  provider_id: string;
}

export interface PlanVersion {
  acting_name: string | null;
  agreement_id: string | null;
  content: Json;
  edited_at: string;
  edited_by: string;
  number: number;
  placement_id: string;
  provider_id: string;
  why: string | null;
}

export interface ProvenRequirement {
  how: string;
  noted_at: string;
  noted_by: string;
  proven_on: string;
  provider_id: string;
  requirement_id: string;
  student_id: string;
}

export interface Provider {
  business_id: string;
  created_at: Generated<string>;
  id: string;
  name: LocalisedText;
  safety_lead_id: string | null;
  slug: string;
  time_zone: Generated<string>;
}

export interface ProviderSeal {
  added_at: string;
  added_by: string | null;
  certificates: Buffer[];
  fingerprint: string;
  id: string;
  locked_key: Buffer;
  origin: string;
  provider_id: string;
  retired_at: string | null;
  subject: string;
  valid_from: string;
  valid_until: string;
}

export interface RegisterChange {
  changes: number;
  slot: number;
}

export interface RegisterImport {
  id: string;
  imported_at: string;
  imported_by: string;
  provider_id: string;
  undoable_until: string;
  undone_at: string | null;
  undone_by: string | null;
}

export interface RegisterImportRow {
  added: boolean;
  before: Json;
  capacity_ids: string[];
  document_ids: string[];
  import_id: string;
  provider_id: string;
  version: number;
  workplace_id: string;
}

export interface RelationEntry {
  id: string;
  kind: string;
  on_day: string;
  provider_id: string;
  text: string;
  withdrawn_at: string | null;
  workplace_id: string;
  written_at: string;
  written_by: string;
}

export interface Relocation {
  id: string;
  note: string | null;
  opened_at: string;
  outcome: string | null;
  placement_id: string;
  provider_id: string;
  settled_at: string | null;
  settled_by: string | null;
  suspension_id: string;
}

export interface RenewalAsk {
  asked_at: string;
  asked_person: string;
  decision_id: string;
  placement_id: string;
  provider_id: string;
  round: number;
}

export interface Requirement {
  code: string | null;
  group_title: Json;
  id: string;
  key: string;
  lead: Json;
  number: string;
  objective_set: number | null;
  position: number;
  sub_area_id: string | null;
  text: LocalisedText;
  unit_id: string;
}

export interface RequirementPlain {
  plain: LocalisedText;
  requirement_key: string;
  seen_when: LocalisedText;
  typical_tasks: Json;
}

export interface RuleCase {
  answer: Json;
  asked: Json;
  id: string;
  kept_at: string;
  kept_by: string;
  pack: string;
  provider_id: string;
}

export interface RulePackVersion {
  content: Json;
  id: string;
  number: number;
  pack: string;
  provider_id: string;
  published_at: string | null;
  published_by: string | null;
  state: string;
  version: Generated<number>;
  written_at: string;
  written_by: string;
}

export interface SafetyAnswered {
  kind: string;
  placement_id: string;
  provider_id: string;
}

export interface SafetyHearer {
  opened_at: string | null;
  part: string;
  person_id: string;
  provider_id: string;
  reminded_at: string | null;
  report_id: string;
  told_at: string;
}

export interface SafetyReport {
  answer_by: string | null;
  answers: Generated<string[]>;
  call_me: Generated<boolean>;
  circle: string[];
  id: string;
  kind: string;
  placement_id: string;
  provider_id: string;
  state: string;
  student_id: string;
  version: Generated<number>;
  words: string | null;
  written_at: string;
}

export interface SafetyStep {
  at: string;
  id: string;
  person_id: string;
  provider_id: string;
  report_id: string;
  what: string;
  words: string | null;
}

export interface SavedView {
  deleted_at: string | null;
  id: string;
  name: string;
  owner_id: string;
  provider_id: string;
  query: string;
  shared: boolean;
  version: Generated<number>;
}

export interface Session {
  acting_name: string | null;
  created_at: Generated<string>;
  expires_at: string;
  id: string;
  means: string;
  named_at: string | null;
  person_id: string;
  personal_link_id: string | null;
  revoked_at: string | null;
  token_hash: Buffer;
}

export interface SubArea {
  code: string | null;
  description: Json;
  id: string;
  key: string;
  name: Json;
  objectives: Json;
  position: number;
  scale_key: string | null;
  unit_id: string;
}

export interface SuitabilityDecision {
  conditions: Generated<Json>;
  decided_at: string;
  decided_by: string;
  decided_on: string;
  id: string;
  outcome: string;
  placement_id: string;
  provider_id: string;
  reason: string;
  superseded_by: string | null;
  valid_until: string;
  workplace_id: string;
}

export interface SupportNote {
  ended_at: string | null;
  id: string;
  placement_id: string;
  provider_id: string;
  shared_at: string | null;
  text: string;
  written_at: string;
  written_by: string;
}

export interface Talk {
  held_at: string | null;
  id: string;
  kind: string;
  minutes: number | null;
  note: string | null;
  noted_by: string | null;
  noted_name: string | null;
  place: string | null;
  placement_id: string;
  planned_at: string | null;
  provider_id: string;
}

export interface TalkConfirmation {
  at: string;
  person_id: string;
  provider_id: string;
  talk_id: string;
}

export interface TaskNeed {
  noted_at: string;
  noted_by: string;
  requirement_id: string;
  task_id: string;
}

export interface Unit {
  code: string;
  demonstration: Json;
  description: Json;
  framework_version_id: string;
  id: string;
  kind: string;
  name: LocalisedText;
  points: Json;
  position: number;
  requirement_text: Json;
  scale_key: string | null;
  state: string;
}

export interface WeekCard {
  level: string;
  placement_id: string;
  provider_id: string;
  requirement_id: string;
  week: string;
}

export interface WeekConfirmation {
  acting_name: string | null;
  at: string;
  confirmed_by: string;
  exceptions: Generated<Json>;
  kind: string;
  placement_id: string;
  provider_id: string;
  remark: string | null;
  week: string;
}

export interface WorkField {
  code: string;
  name: LocalisedText;
  position: number;
}

export interface Workplace {
  created_at: Generated<string>;
  email: string | null;
  employer_id: string;
  id: string;
  merged_into: string | null;
  municipality: string;
  name: string;
  phone: string | null;
  postal_code: string | null;
  street: string | null;
  survivor_id: string | null;
  version: Generated<number>;
}

export interface WorkplaceCapacity {
  ends_on: string;
  field: string;
  id: string;
  places: number;
  provider_id: string;
  starts_on: string;
  version: Generated<number>;
  withdrawn_at: string | null;
  workplace_id: string;
}

export interface WorkplaceCard {
  acting_name: string | null;
  answer: string;
  requirement_key: string;
  said_at: string;
  said_by: string;
  task_ids: Generated<string[]>;
  workplace_id: string;
}

export interface WorkplaceDocument {
  file_id: string | null;
  id: string;
  kind: string;
  removed_at: string | null;
  title: string;
  valid_from: string | null;
  valid_until: string | null;
  workplace_id: string;
}

export interface WorkplaceField {
  field: string;
  workplace_id: string;
}

export interface WorkplaceLanguage {
  language: string;
  workplace_id: string;
}

export interface WorkplaceMerge {
  after: Json;
  before: Json;
  given_id: string;
  id: string;
  kept_id: string;
  merged_at: string;
  merged_by: string;
  reason: string | null;
  undoable_until: string;
  undone_at: string | null;
  undone_by: string | null;
}

export interface WorkplacePerson {
  ended_on: string | null;
  person_id: string;
  role: string;
  title: string | null;
  workplace_id: string;
}

export interface WorkplaceSuspension {
  id: string;
  kind: string;
  lifted_at: string | null;
  lifted_by: string | null;
  lifted_reason: string | null;
  provider_id: string;
  reason: string;
  suspended_at: string;
  suspended_by: string;
  workplace_id: string;
}

export interface WorkplaceTask {
  id: string;
  kinds: string[] | null;
  kinds_at: string | null;
  kinds_by: string | null;
  name: LocalisedText;
  position: number;
  retired_on: string | null;
  workplace_id: string;
}

export interface WorkplaceTool {
  id: string;
  name: string;
  retired_on: string | null;
  workplace_id: string;
}

export interface WorkplaceWord {
  acting_name: string | null;
  changed: string[];
  id: string;
  note: string | null;
  placement_id: string;
  provider_id: string;
  said_at: string;
  said_by: string;
}

export interface DB {
  adaptation: Adaptation;
  address_change: AddressChange;
  agreement: Agreement;
  agreement_code: AgreementCode;
  agreement_paper: AgreementPaper;
  agreement_party: AgreementParty;
  agreement_reminder: AgreementReminder;
  agreement_signature: AgreementSignature;
  agreement_template: AgreementTemplate;
  agreement_text: AgreementText;
  audit_event: AuditEvent;
  audit_head: AuditHead;
  audit_link: AuditLink;
  calendar_event: CalendarEvent;
  calendar_feed: CalendarFeed;
  checklist: Checklist;
  checklist_answer: ChecklistAnswer;
  checklist_condition: ChecklistCondition;
  clearance_consent: ClearanceConsent;
  coverage_cell: CoverageCell;
  coverage_row: CoverageRow;
  coverage_said: CoverageSaid;
  coverage_task: CoverageTask;
  criterion: Criterion;
  decision_follow_up: DecisionFollowUp;
  employer: Employer;
  file: File;
  fit_note: FitNote;
  framework: Framework;
  framework_agreement: FrameworkAgreement;
  framework_text: FrameworkText;
  framework_version: FrameworkVersion;
  generic_scale: GenericScale;
  guardian: Guardian;
  hearer_clock: HearerClock;
  idempotency_key: IdempotencyKey;
  induction_item: InductionItem;
  induction_mark: InductionMark;
  interruption: Interruption;
  known_different: KnownDifferent;
  log_entry: LogEntry;
  log_entry_requirement: LogEntryRequirement;
  log_paragraph: LogParagraph;
  login_code: LoginCode;
  mail_message: MailMessage;
  mail_part: MailPart;
  membership: Membership;
  nudge: Nudge;
  objective_card: ObjectiveCard;
  objective_card_version: ObjectiveCardVersion;
  offered_card: OfferedCard;
  person: Person;
  personal_link: PersonalLink;
  placement: Placement;
  placement_clearance: PlacementClearance;
  placement_insurance: PlacementInsurance;
  placement_look: PlacementLook;
  placement_objective: PlacementObjective;
  placement_settled: PlacementSettled;
  placement_task_kinds: PlacementTaskKinds;
  placement_unit: PlacementUnit;
  placement_week: PlacementWeek;
  plan_mark: PlanMark;
  plan_version: PlanVersion;
  proven_requirement: ProvenRequirement;
  provider: Provider;
  provider_seal: ProviderSeal;
  register_change: RegisterChange;
  register_import: RegisterImport;
  register_import_row: RegisterImportRow;
  relation_entry: RelationEntry;
  relocation: Relocation;
  renewal_ask: RenewalAsk;
  requirement: Requirement;
  requirement_plain: RequirementPlain;
  rule_case: RuleCase;
  rule_pack_version: RulePackVersion;
  safety_answered: SafetyAnswered;
  safety_hearer: SafetyHearer;
  safety_report: SafetyReport;
  safety_step: SafetyStep;
  saved_view: SavedView;
  session: Session;
  sub_area: SubArea;
  suitability_decision: SuitabilityDecision;
  support_note: SupportNote;
  talk: Talk;
  talk_confirmation: TalkConfirmation;
  task_need: TaskNeed;
  unit: Unit;
  week_card: WeekCard;
  week_confirmation: WeekConfirmation;
  work_field: WorkField;
  workplace: Workplace;
  workplace_capacity: WorkplaceCapacity;
  workplace_card: WorkplaceCard;
  workplace_document: WorkplaceDocument;
  workplace_field: WorkplaceField;
  workplace_language: WorkplaceLanguage;
  workplace_merge: WorkplaceMerge;
  workplace_person: WorkplacePerson;
  workplace_suspension: WorkplaceSuspension;
  workplace_task: WorkplaceTask;
  workplace_tool: WorkplaceTool;
  workplace_word: WorkplaceWord;
}
