import { inductionDebt } from "#features/induction/server/api.ts";
import { youngFitOf } from "#features/rules/server/api.ts";
import { unansweredChecks } from "#features/safety/safety.ts";
import { judgeStudentFit } from "#features/suitability/student-fit.ts";
import { dayAt } from "#server/clock.ts";
import { type Attention, attentionOf } from "../attention.ts";
import { daysSinceTalk } from "../dialogue-debt.ts";
import {
  type FixerRole,
  type GateFacts,
  type GateRow,
  judgeGate,
  type SignerRole,
} from "../gate.ts";
import { BEFORE_START, STATES } from "../placement.ts";
import { type RibbonWeek, ribbonOf } from "../weeks.ts";
import type { PlacementFacts } from "./facts.queries.ts";

const PARTIES = ["student", "tutor", "teacher"] as const;

export function stateOf(facts: { state: string }) {
  const known = STATES.find((state) => state === facts.state);
  if (known === undefined) throw new Error(`unknown placement state ${facts.state}`);
  return known;
}

/** Rows from the database into the pure rules: gate, ribbon and the reason for attention. */
export function judge(facts: PlacementFacts, at: Temporal.Instant): Judged {
  const today = dayAt(at, facts.time_zone);
  const startsOn = Temporal.PlainDate.from(facts.starts_on);
  const endsOn = Temporal.PlainDate.from(facts.ends_on);
  const gate = gateOf(facts, { startsOn, endsOn, today });
  const ribbon = ribbonOf({
    startsOn,
    endsOn,
    today,
    weeks: facts.weeks,
    interruptions: facts.interruptions,
  });
  const attention = attentionOf({
    state: stateOf(facts),
    startsOn,
    endsOn,
    today,
    now: at,
    gate,
    relocation: facts.relocation_since !== null,
    induction: inductionDebt(facts, at),
    unanswered: unansweredOf(facts, today).length,
    promisedBy: facts.promised_by.map((day) => Temporal.PlainDate.from(day)),
    renewal: renewalOf(facts),
    declined: facts.agreement.completedAt === null && facts.agreement.newest === "declined",
    amendment: amendmentOf(facts),
    ribbon,
    talks: facts.talks,
    weeks: facts.weeks,
    interruptions: facts.interruptions,
    lastEntryOn: facts.last_entry_on === null ? null : Temporal.PlainDate.from(facts.last_entry_on),
  });
  const debt = daysSinceTalk({ talks: facts.talks, startsOn, now: at, today });
  return { today, startsOn, endsOn, gate, ribbon, attention, daysSinceTalk: debt };
}

export type Judged = {
  readonly today: Temporal.PlainDate;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly gate: GateRow[];
  readonly ribbon: RibbonWeek[];
  readonly attention: Attention;
  readonly daysSinceTalk: number | null;
};

/** Safety checks that the student has not answered: which, never what was answered. */
export function unansweredOf(facts: PlacementFacts, today: Temporal.PlainDate) {
  return unansweredChecks({
    running: facts.state === "running",
    startsOn: Temporal.PlainDate.from(facts.starts_on),
    endsOn: Temporal.PlainDate.from(facts.ends_on),
    today,
    answered: facts.safety_answered,
  });
}

function amendmentOf({ agreement: { amendment }, teacher_id }: PlacementFacts) {
  if (amendment === null) return null;
  const names = amendment.missing.map(({ givenName, familyName }) => `${givenName} ${familyName}`);
  return {
    names: names.join(", "),
    mine: amendment.missing.some(({ personId }) => personId === teacher_id),
  };
}

function renewalOf({ renewal }: PlacementFacts) {
  if (renewal === null) return null;
  return { ...renewal, validUntil: Temporal.PlainDate.from(renewal.validUntil) };
}

/** The gate as it stands for a placement's facts. */
function gateOf(facts: PlacementFacts, { startsOn, endsOn, today }: Days): GateRow[] {
  const late = latestOf(startsOn, today);
  const on = Temporal.PlainDate.compare(late, endsOn) > 0 ? endsOn : late;
  const decision = facts.suitability[0];
  const outcome = (["suitable", "with_conditions", "not_suitable"] as const).find(
    (known) => known === decision?.outcome,
  );
  return judgeGate({
    startsOn,
    on,
    endsOn,
    suspension: facts.suspension,
    clearances: { fields: facts.fields, noted: facts.clearances },
    suitability:
      decision === undefined || outcome === undefined
        ? null
        : {
            outcome,
            validUntil: Temporal.PlainDate.from(decision.validUntil),
            uncovered: Number(decision.uncovered ?? 0),
          },
    tutor: { named: facts.tutor_id !== null },
    plan:
      facts.plan_number === null
        ? null
        : { version: facts.plan_number, agreed: agreedParties(facts) },
    fit: judgeStudentFit(facts.fit, on),
    youngWork: youngFitOf({ ...facts, born_on: facts.student_born_on }, today),
    ...safetyOf(facts, latestOf(startsOn, today)),
    agreement: agreementOf(facts),
  });
}

type Days = Readonly<Record<"startsOn" | "endsOn" | "today", Temporal.PlainDate>>;

function latestOf(left: Temporal.PlainDate, right: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(left, right) > 0 ? left : right;
}

/** Due before the first day counts now; on a late start, due before today. */
function safetyOf(
  { safety }: PlacementFacts,
  by: Temporal.PlainDate,
): Pick<GateFacts, "checklist" | "insurance"> {
  const { validUntil, open, cover } = safety;
  return {
    checklist: {
      validUntil: validUntil === null ? null : Temporal.PlainDate.from(validUntil),
      open: open.filter((dueOn) => dueOn < by.toString()).length,
    },
    insurance: cover,
  };
}

function agreementOf(facts: PlacementFacts): GateFacts["agreement"] {
  const { completedAt, newest, missing } = facts.agreement;
  const signed = completedAt === null ? null : Temporal.Instant.from(completedAt);
  return {
    started: !BEFORE_START.includes(stateOf(facts)),
    completedOn: signed && dayAt(signed, facts.time_zone),
    newest: newest === "out" || newest === "declined" ? newest : null,
    missing: missing.map(({ role, personId }) =>
      role === "provider" && personId === facts.teacher_id ? "teacher" : role,
    ),
  };
}

export function agreedParties(facts: Pick<PlacementFacts, "plan_marks" | "plan_number">) {
  const present = facts.plan_marks
    .filter(({ number }) => number === facts.plan_number)
    .map(({ party }) => party);
  return PARTIES.filter((party) => present.includes(party));
}

/** A gate row with the people behind its fixers' roles. */
export function withFixers(row: GateRow, facts: PlacementFacts) {
  return {
    ...row,
    params: { ...row.params },
    fixers: row.fixers.map((role) => fixer(role, facts)),
  };
}

function fixer(role: FixerRole, facts: PlacementFacts) {
  switch (role) {
    case "student":
      return {
        role,
        personId: facts.student_id,
        givenName: facts.student_given_name,
        familyName: facts.student_family_name,
      };
    case "teacher":
      return {
        role,
        personId: facts.teacher_id,
        givenName: facts.teacher_given_name,
        familyName: facts.teacher_family_name,
      };
    case "tutor":
      return {
        role,
        personId: facts.tutor_id,
        givenName: facts.tutor_given_name ?? "",
        familyName: facts.tutor_family_name ?? "",
      };
    case "coordinator":
      return { role, personId: null, givenName: "", familyName: "" };
    case "employer":
    case "provider":
    case "guardian":
      return signerOf(role, facts);
  }
}

function signerOf(role: SignerRole, { agreement }: PlacementFacts) {
  const found = agreement.missing.find((one) => one.role === role);
  return {
    role,
    personId: found?.personId ?? null,
    givenName: found?.givenName ?? "",
    familyName: found?.familyName ?? "",
  };
}

/** The last joint deed as three marks: the newest week under way, or the plan before the first one. */
export function jointDeedOf(facts: PlacementFacts): JointDeed {
  const week = facts.weeks.at(-1);
  if (week === undefined) {
    const agreed = agreedParties(facts);
    const written = facts.plan_number !== null;
    const turn = PARTIES.find((party) => !agreed.includes(party));
    const mark = (party: (typeof PARTIES)[number]) =>
      agreed.includes(party) ? "done" : written && party === turn ? "turn" : "open";
    return {
      kind: "plan",
      week: null,
      marks: { student: mark("student"), tutor: mark("tutor"), teacher: mark("teacher") },
    };
  }
  return {
    kind: "week",
    week: week.week,
    marks: {
      student: week.sentAt === null ? "turn" : "done",
      tutor: week.confirmedAt !== null ? "done" : week.sentAt !== null ? "turn" : "open",
      teacher: week.readAt !== null ? "done" : week.confirmedAt !== null ? "turn" : "open",
    },
  };
}

export type JointDeed = {
  readonly kind: "plan" | "week";
  readonly week: string | null;
  readonly marks: Readonly<Record<"student" | "tutor" | "teacher", "done" | "turn" | "open">>;
};
