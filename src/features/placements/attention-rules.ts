import { LAST_CALL_DAYS, RENEWAL_DAYS } from "#features/suitability/standing.ts";
import type { Attention, AttentionFacts } from "./attention.ts";
import { inductionLate, inductionWaits } from "./attention-induction.ts";
import { calm, need, wait } from "./attention-verdicts.ts";
import { daysSinceTalk } from "./dialogue-debt.ts";
import { OVER } from "./placement.ts";
import { workingDaysWithout } from "./weeks.ts";

/** A talk is owed after five weeks of silence: start, mid and end talk in ten to twelve weeks. */
const TALK_OWED_DAYS = 35;
const SILENT_DAYS = 14;
const ENTRIES_MISSED = 4;
/** A missing gate requirement is the teacher's business two weeks before the first day. */
const GATE_DAYS = 14;
/** A new insurance paper takes the employer so long. */
const COVER_DAYS = 14;

type Rule = (facts: AttentionFacts) => Attention | undefined;

/** In the order of urgency: the first that speaks gives the reason. */
export const RULES: readonly Rule[] = [
  over,
  relocation,
  gateBlocks,
  notStarted,
  inductionLate,
  tutorSilent,
  lateTalk,
  noEntries,
  exceptions,
  agreementDeclined,
  promiseLate,
  renewalMine,
  insuranceEnds,
  owedTalk,
  planMine,
  inductionWaits,
  gateWaits,
  safetyUnanswered,
  weekWaits,
  renewalWaits,
  amendmentWaits,
  starts,
  toRead,
  nextTalk,
];

function over({ state, endsOn, today }: AttentionFacts): Attention | undefined {
  if (state === "ended") return calm("to_close", { since: endsOn.toString() }, -1000);
  return OVER.includes(state)
    ? calm("over", { state }, -2000 - endsOn.until(today).days)
    : undefined;
}

function relocation(facts: AttentionFacts): Attention | undefined {
  return facts.relocation ? need("relocation", "open", {}, 9000) : undefined;
}

/** A signal without blame: it waits for the student, before what comes every week, and never says what was answered. */
function safetyUnanswered(facts: AttentionFacts): Attention | undefined {
  return facts.unanswered > 0
    ? wait("safety_unanswered", "open", { count: facts.unanswered }, 300)
    : undefined;
}

function daysToStart({ startsOn, today }: AttentionFacts): number {
  return today.until(startsOn).days;
}

/** A requirement that the teacher can meet, but for the plan (planMine), close to the first day or already inside the placement. */
function gateBlocks(facts: AttentionFacts): Attention | undefined {
  const days = daysToStart(facts);
  if (days > GATE_DAYS) return undefined;
  const missing = facts.gate.filter(({ verdict }) => verdict === "missing");
  // An agreement is made of the plan, so it is asked for once all three have agreed to that.
  const after = missing.some(({ code }) => code === "plan") ? ["plan", "agreement"] : ["plan"];
  const blocked = missing.find(
    ({ code, fixers }) => !after.includes(code) && fixers.includes("teacher"),
  );
  const weight = 5000 - days;
  if (blocked === undefined) return undefined;
  const params = { why: blocked.reason, days, ...blocked.params };
  switch (blocked.code) {
    case "suitability":
      return need("gate_suitability", "review_suitability", params, weight);
    case "tutor":
      return need("gate_tutor", "name_tutor", { days }, weight);
    case "checklist":
    case "insurance":
      return need(`gate_${blocked.code}`, "open_checklist", params, weight);
    case "young_work":
      return need("gate_young_work", "open_checks", params, weight);
    case "clearances":
    case "language":
    case "prior_skill":
      return need(`gate_${blocked.code}`, "open_checks", params, weight - 1);
    case "agreement":
      return need("gate_agreement", "open_agreement", params, weight - 2);
    case "plan":
      return undefined;
  }
}

function notStarted(facts: AttentionFacts): Attention | undefined {
  const days = daysToStart(facts);
  const late = facts.state !== "running" && days < 0;
  return late ? need("not_started", "open", { days: -days }, 4500 - days) : undefined;
}

function unconfirmed(
  facts: AttentionFacts,
): { week: string; days: number; sentAt: string } | undefined {
  const waiting = facts.weeks
    .flatMap(({ week, sentAt, confirmedAt }) =>
      sentAt !== null && confirmedAt === null ? [{ week, sentAt }] : [],
    )
    .toSorted((left, right) => (left.week < right.week ? -1 : 1))[0];
  if (waiting === undefined) return undefined;
  const days = Math.floor(
    facts.now.since(Temporal.Instant.from(waiting.sentAt)).total("hours") / 24,
  );
  return { ...waiting, days };
}

function tutorSilent(facts: AttentionFacts): Attention | undefined {
  const waiting = unconfirmed(facts);
  if (waiting === undefined || waiting.days < SILENT_DAYS) return undefined;
  return need(
    "tutor_silent",
    "call_tutor",
    { weeks: Math.floor(waiting.days / 7), week: waiting.week },
    3000 + waiting.days,
  );
}

function lateTalk(facts: AttentionFacts): Attention | undefined {
  if (facts.state !== "running") return undefined;
  const late = facts.talks.find(
    ({ plannedAt, heldAt }) =>
      heldAt === null &&
      plannedAt !== null &&
      Temporal.Instant.compare(Temporal.Instant.from(plannedAt), facts.now) < 0,
  );
  if (late?.plannedAt == null) return undefined;
  const days = Math.floor(
    facts.now.since(Temporal.Instant.from(late.plannedAt)).total("hours") / 24,
  );
  const since = daysSinceTalk(facts) ?? 0;
  return days < 1
    ? undefined
    : need("talk_late", "note_talk", { kind: late.kind, days, since }, 3500 + since);
}

function noEntries(facts: AttentionFacts): Attention | undefined {
  if (facts.state !== "running") return undefined;
  const since = facts.lastEntryOn ?? facts.startsOn.subtract({ days: 1 });
  const days = workingDaysWithout(since, facts.today, facts.interruptions);
  return days >= ENTRIES_MISSED
    ? need("no_entries", "ask_student", { days }, 2500 + days)
    : undefined;
}

function exceptions(facts: AttentionFacts): Attention | undefined {
  const found = facts.weeks.find(({ kind, readAt }) => kind === "exceptions" && readAt === null);
  return found && need("week_exceptions", "open_week", { week: found.week }, 2400);
}

function owedTalk(facts: AttentionFacts): Attention | undefined {
  if (facts.state !== "running") return undefined;
  const days = daysSinceTalk(facts) ?? 0;
  return days > TALK_OWED_DAYS ? need("no_talk", "note_talk", { days }, 2000 + days) : undefined;
}

function planMine(facts: AttentionFacts): Attention | undefined {
  const plan = facts.gate.find(({ code, verdict }) => code === "plan" && verdict === "missing");
  if (plan === undefined || !plan.fixers.includes("teacher")) return undefined;
  const days = daysToStart(facts);
  return need("plan_mine", "open_plan", { why: plan.reason, days }, 1500 - days);
}

function gateWaits(facts: AttentionFacts): Attention | undefined {
  const missing = facts.gate.filter(({ verdict }) => verdict === "missing");
  const plan = missing.find(({ code }) => code === "plan");
  const days = daysToStart(facts);
  if (plan !== undefined) {
    const who = plan.fixers[0] ?? "tutor";
    return wait(
      "plan_waits",
      who === "student" ? "nudge_student" : "nudge_tutor",
      { who, days },
      500 - days,
    );
  }
  if (missing[0]?.code === "agreement" && missing[0].reason === "waits") {
    return wait("agreement_waits", "open_agreement", { days }, 400 - days);
  }
  return missing[0] && calm("gate_later", { code: missing[0].code, days }, 100 - days);
}

/** Before the first day the gate says so; a placement that is already under way has no gate to stop it. */
function agreementDeclined({ state, declined }: AttentionFacts): Attention | undefined {
  return state === "running" && declined
    ? need("agreement_declined", "open_agreement", {}, 700)
    : undefined;
}

/** The former agreement holds meanwhile, so a week that waits comes first. */
function amendmentWaits({ amendment }: AttentionFacts): Attention | undefined {
  if (amendment === null) return undefined;
  const { names, mine } = amendment;
  return (mine ? need : wait)("amendment_waits", "open_agreement", { names }, 250);
}

function weekWaits(facts: AttentionFacts): Attention | undefined {
  const waiting = unconfirmed(facts);
  return (
    waiting &&
    wait(
      "week_waits",
      "nudge_tutor",
      { week: waiting.week, sentAt: waiting.sentAt },
      100 + waiting.days,
    )
  );
}

/** A gap or condition is followed to the end, also while the student works. */
function promiseLate({ promisedBy, today }: AttentionFacts): Attention | undefined {
  const late = promisedBy.filter((day) => Temporal.PlainDate.compare(day, today) < 0);
  const days = Math.max(...late.map((day) => day.until(today).days));
  return late.length === 0
    ? undefined
    : need("promise_late", "open_promises", { count: late.length, days }, 2200 + days);
}

/** The workplace has answered, or has not and the decision ends in a week: the teacher renews or calls. */
function renewalMine({ renewal, today }: AttentionFacts): Attention | undefined {
  if (renewal === null) return undefined;
  const { validUntil, changed } = renewal;
  const days = today.until(validUntil).days;
  const params = { until: validUntil.toString(), days };
  if (days > RENEWAL_DAYS) return undefined;
  if (changed !== null) {
    return need("renewal_answered", "review_suitability", { ...params, changed }, 2300 - days);
  }
  return days <= LAST_CALL_DAYS
    ? need("renewal_unanswered", "review_suitability", params, 2350 - days)
    : undefined;
}

/** The cover ends inside the placement: a new paper is asked for before the day that has none. */
function insuranceEnds({ gate, today }: AttentionFacts): Attention | undefined {
  const row = gate.find(({ code, reason }) => code === "insurance" && reason === "ends");
  const day = row?.params.day;
  if (day === undefined) return undefined;
  const days = today.until(String(day)).days;
  const params = { day, days };
  return days > COVER_DAYS
    ? undefined
    : need("insurance_ends", "open_checklist", params, 2250 - days);
}

function renewalWaits({ renewal }: AttentionFacts): Attention | undefined {
  if (renewal?.askedAt == null || renewal.changed !== null) return undefined;
  const params = { askedAt: renewal.askedAt, until: renewal.validUntil.toString() };
  return wait("renewal_asked", "review_suitability", params, 90);
}

function starts(facts: AttentionFacts): Attention | undefined {
  const days = daysToStart(facts);
  return days >= 0 && facts.state !== "running" ? calm("starts", { days }, 50 - days) : undefined;
}

function toRead(facts: AttentionFacts): Attention | undefined {
  const unread = facts.weeks
    .filter(({ confirmedAt, readAt }) => confirmedAt !== null && readAt === null)
    .at(-1);
  return (
    unread &&
    calm("week_to_read", { week: unread.week }, 40 + (daysSinceTalk(facts) ?? 0), "open_week")
  );
}

function nextTalk(facts: AttentionFacts): Attention | undefined {
  const next = facts.talks
    .flatMap(({ kind, plannedAt, heldAt }) =>
      heldAt === null && plannedAt !== null ? [{ kind, plannedAt }] : [],
    )
    .filter(
      ({ plannedAt }) => Temporal.Instant.compare(Temporal.Instant.from(plannedAt), facts.now) >= 0,
    )
    .toSorted((left, right) => Temporal.Instant.compare(left.plannedAt, right.plannedAt))[0];
  return (
    next && calm("next_talk", { kind: next.kind, at: next.plannedAt }, daysSinceTalk(facts) ?? 0)
  );
}
