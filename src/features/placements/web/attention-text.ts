/** Words for the board: why a placement is where it is in the teacher's list, and the one action. */
import {
  CalendarClock,
  CalendarX,
  ClipboardList,
  type LucideIcon,
  MessageCircleWarning,
  MessagesSquare,
  PhoneOff,
  ShieldAlert,
  ShieldQuestionMark,
  UserRoundX,
} from "lucide-react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { dayLong, dayNumber, moment } from "#web/ui/format.ts";
import type { Reason } from "../attention.ts";
import type { GateCode } from "../gate.ts";
import type { readBoard } from "../placement-views.contract.ts";
import { gateWhy } from "./gate-text.ts";
import { amendmentText, stateText, talkText, weekNumber } from "./state-text.ts";

export type BoardRow = AnswerOf<typeof readBoard>["rows"][number];
type Facts = Pick<BoardRow, "reason" | "params" | "state" | "student" | "tutor">;

export type AttentionWords = {
  /** Only rows that need the teacher carry one. */
  readonly icon?: LucideIcon;
  readonly tone?: "ling" | "birch";
  readonly reason: string;
  readonly detail?: string;
};

type Sentence = (row: Facts, now: string) => AttentionWords;

/** The sentence of a board row and its second line; `today` comes with the data. */
export function attentionText(row: Facts, today: string): AttentionWords {
  const now = noonOf(today);
  return isReason(row.reason) ? SENTENCES[row.reason](row, now) : { reason: stateText(row.state) };
}

/** An instant of the day, for sentences that say how near something is. */
export function noonOf(day: string): string {
  return `${day}T12:00:00Z`;
}

function isReason(reason: string): reason is Reason {
  return Object.hasOwn(SENTENCES, reason);
}

/** A talk that is late is told by the silence it leaves, once that is this long. */
const SILENCE_DAYS = 21;

const SENTENCES: Readonly<Record<Reason, Sentence>> = {
  relocation: () => ({
    icon: ShieldQuestionMark,
    tone: "ling",
    reason: m.attention_relocation(),
    detail: m.attention_relocation_detail(),
  }),
  promise_late: ({ params }) => ({
    reason: m.attention_promise_late({ count: count(params.count) }),
    detail: m.attention_promise_late_detail(),
  }),
  renewal_answered: ({ params }) => ({
    reason:
      count(params.changed) === 0
        ? m.attention_renewal_nothing()
        : m.attention_renewal_changed({ count: count(params.changed) }),
    detail: m.attention_renewal_until({ day: dayNumber(String(params.until)) }),
  }),
  renewal_unanswered: ({ params }) => ({
    reason: m.attention_renewal_unanswered(),
    detail: m.attention_renewal_until({ day: dayNumber(String(params.until)) }),
  }),
  renewal_asked: ({ params }, now) => ({
    reason: m.attention_renewal_asked(),
    detail: m.attention_renewal_asked_detail({
      moment: moment(String(params.askedAt), now),
      day: dayNumber(String(params.until)),
    }),
  }),
  safety_unanswered: ({ params }) => ({
    reason: m.attention_safety_unanswered({ count: count(params.count) }),
    detail: m.attention_safety_unanswered_detail(),
  }),
  induction_late: (row) => ({ icon: ShieldAlert, tone: "ling", ...inductionText(row) }),
  induction_waits: (row) => inductionText(row),
  gate_suitability: (row) => ({
    icon: ShieldQuestionMark,
    tone: "ling",
    reason: suitabilityText(row.params),
    detail: startText(row),
  }),
  gate_tutor: (row) => ({
    icon: UserRoundX,
    tone: "ling",
    reason: m.attention_gate_tutor(),
    detail: startText(row),
  }),
  gate_language: (row) => gateText(row, "language"),
  gate_prior_skill: (row) => gateText(row, "prior_skill"),
  gate_young_work: (row) => gateText(row, "young_work"),
  gate_clearances: (row) => gateText(row, "clearances"),
  gate_checklist: (row) => gateText(row, "checklist"),
  gate_insurance: (row) => gateText(row, "insurance"),
  insurance_ends: ({ params }) => ({
    reason: m.attention_insurance_ends({ day: dayNumber(String(params.day)) }),
    detail: m.attention_insurance_ends_detail(),
  }),
  gate_agreement: (row) => gateText(row, "agreement"),
  agreement_waits: (row) => ({ reason: m.gate_agreement_waits(), detail: startText(row) }),
  agreement_declined: () => ({
    reason: m.attention_agreement_declined(),
    detail: m.attention_agreement_declined_detail(),
  }),
  amendment_waits: ({ params }) => ({ reason: amendmentText(params.names) }),
  plan_mine: (row) => ({
    icon: ClipboardList,
    tone: "birch",
    reason:
      row.params.why === "unwritten" ? m.attention_plan_unwritten() : m.attention_plan_waits_me(),
    detail: planDetail(row),
  }),
  talk_late: ({ params }) => lateTalkText(params),
  no_talk: ({ params }) => ({
    icon: MessagesSquare,
    tone: "birch",
    reason: m.attention_no_talk({ count: count(params.days) }),
    detail: m.attention_no_talk_detail(),
  }),
  tutor_silent: (row) => ({
    icon: PhoneOff,
    tone: "birch",
    reason: m.attention_tutor_silent({ count: count(row.params.weeks) }),
    detail: m.attention_week_waits({ week: week(row.params.week), name: tutorName(row) }),
  }),
  week_exceptions: ({ params }) => ({
    icon: MessageCircleWarning,
    tone: "birch",
    reason: m.attention_week_exceptions({ week: week(params.week) }),
    detail: m.attention_week_exceptions_detail(),
  }),
  no_entries: ({ params }) => ({
    icon: CalendarX,
    tone: "birch",
    reason: m.attention_no_entries({ count: count(params.days) }),
    detail: m.attention_no_entries_detail(),
  }),
  not_started: ({ params }) => ({
    icon: CalendarClock,
    tone: "ling",
    reason: m.attention_not_started(),
    detail: m.attention_late_start({ count: count(params.days) }),
  }),
  plan_waits: (row) => ({
    reason: m.attention_plan_waits({ name: waitedName(row) }),
    detail: planDetail(row),
  }),
  week_waits: (row, now) => ({
    reason: m.attention_week_waits({ week: week(row.params.week), name: tutorName(row) }),
    detail: m.attention_week_waits_detail({ moment: moment(String(row.params.sentAt), now) }),
  }),
  gate_later: (row) => ({ reason: laterText(row.params.code), detail: startText(row) }),
  starts: (row) => ({ reason: m.attention_starts(), detail: startText(row) }),
  next_talk: ({ params }, now) => ({
    reason: m.attention_next_talk({
      talk: talkText(String(params.kind)),
      moment: moment(String(params.at), now),
    }),
  }),
  week_to_read: ({ params }) => ({
    reason: m.attention_week_to_read({ week: week(params.week) }),
    detail: m.attention_week_to_read_detail(),
  }),
  all_in_order: () => ({ reason: m.attention_all_in_order() }),
  over: ({ state }) => ({ reason: stateText(state) }),
  to_close: ({ params }) => ({
    reason: m.attention_to_close(),
    detail: m.attention_to_close_detail({ day: dayLong(String(params.since)) }),
  }),
};

type Params = Facts["params"];

function count(value: string | number | undefined): number {
  return Number(value ?? 0);
}

function week(value: string | number | undefined): number {
  return weekNumber(String(value));
}

function gateText(row: Facts, code: Exclude<GateCode, "suitability" | "tutor" | "plan">) {
  const { params } = row;
  return {
    icon: ShieldQuestionMark,
    tone: "ling",
    reason: gateWhy({ code, reason: String(params.why), params }),
    detail: startText(row),
  } as const;
}

/** The whole sentence names the one whose step it is; the second line says since when. */
function inductionText(row: Facts): { reason: string; detail: string } {
  const { kind, since } = row.params;
  const words = { count: count(row.params.count), name: waitedName(row) };
  const day = dayLong(String(since));
  return kind === "new_tasks"
    ? {
        reason: m.attention_induction_tasks(words),
        detail: m.attention_induction_tasks_detail({ day }),
      }
    : { reason: m.attention_induction(words), detail: m.attention_induction_detail({ day }) };
}

function suitabilityText(params: Params): string {
  switch (String(params.why)) {
    case "suspended":
    case "withdrawn":
      return m.attention_gate_suitability_suspended();
    case "not_suitable":
      return m.attention_gate_suitability_not_suitable();
    case "expires":
      return m.attention_gate_suitability_expires({ day: dayNumber(String(params.until)) });
    case "lapsed":
      return m.gate_suitability_lapsed({ day: dayNumber(String(params.until)) });
    case "uncovered":
      return m.attention_gate_suitability_uncovered({ count: count(params.count) });
    default:
      return m.attention_gate_suitability_undecided();
  }
}

const LATER: Readonly<Partial<Record<string, () => string>>> = {
  tutor: m.attention_gate_later_tutor,
  clearances: m.gate_clearances,
  language: m.gate_language,
  prior_skill: m.gate_prior_skill,
  young_work: m.attention_gate_later_young_work,
  checklist: m.attention_gate_later_checklist,
  agreement: m.gate_agreement_none,
  insurance: m.attention_gate_later_insurance,
  plan: m.attention_gate_later_plan,
};

function laterText(code: string | number | undefined): string {
  return (LATER[String(code)] ?? m.attention_gate_later_suitability)();
}

function lateTalkText(params: Params): AttentionWords {
  const look = { icon: MessagesSquare, tone: "birch" } as const;
  const talk = talkText(String(params.kind));
  const late = m.attention_talk_late({ talk, count: count(params.days) });
  const since = count(params.since);
  return since < SILENCE_DAYS
    ? { ...look, reason: late, detail: m.attention_talk_late_detail() }
    : { ...look, reason: m.attention_no_talk({ count: since }), detail: late };
}

/** "Starts in 9 days", or how long ago it began or should have begun. */
function startText({ params, state }: Facts): string {
  const days = count(params.days);
  if (days === 0) return m.attention_starts_today();
  if (days > 0) return m.attention_starts_in({ count: days });
  return state === "running"
    ? m.attention_began({ count: -days })
    : m.attention_late_start({ count: -days });
}

/** A plan that waits inside a running placement is one that was agreed and then changed. */
function planDetail(row: Facts): string {
  const isChange = row.state === "running" && row.params.why !== "unwritten";
  return isChange ? m.attention_plan_changed() : startText(row);
}

function tutorName({ tutor }: Facts): string {
  return tutor === null ? m.attention_the_tutor() : `${tutor.givenName} ${tutor.familyName}`;
}

function waitedName(row: Facts): string {
  const isStudent = row.params.who === "student";
  return isStudent ? `${row.student.givenName} ${row.student.familyName}` : tutorName(row);
}
