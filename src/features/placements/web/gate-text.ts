/** Words for the gate: what is required, why it is so, who can fix it and the one step. */
import { CLEARANCES } from "#features/clearances/clearances.ts";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { chooseText } from "#shared/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { dayYear, names } from "#web/ui/format.ts";
import type { GateCode } from "../gate.ts";
import type { readPlacement } from "../placement-page.contract.ts";

export type GateAnswer = AnswerOf<typeof readPlacement>["gate"][number];
type Step = NonNullable<GateAnswer["step"]>;
type Params = GateAnswer["params"];
type Words = {
  readonly what: () => string;
  /** A sentence for each reason that gate.ts gives; a test walks them. */
  readonly why: Readonly<Record<string, (params: Params) => string>>;
};

const WORDS: Readonly<Record<GateCode, Words>> = {
  suitability: {
    what: m.gate_suitability,
    why: {
      suspended: () => m.gate_suitability_suspended(),
      withdrawn: () => m.gate_suitability_withdrawn(),
      undecided: () => m.gate_suitability_undecided(),
      not_suitable: () => m.gate_suitability_not_suitable(),
      expires: ({ until }) => m.gate_suitability_expires({ day: dayOf(until) }),
      lapsed: ({ until }) => m.gate_suitability_lapsed({ day: dayOf(until) }),
      uncovered: ({ count }) => m.gate_suitability_uncovered({ count: Number(count) }),
      suitable: ({ until }) => m.gate_suitability_suitable({ day: dayOf(until) }),
      with_conditions: ({ until }) => m.gate_suitability_with_conditions({ day: dayOf(until) }),
    },
  },
  tutor: {
    what: m.gate_tutor,
    why: { nobody: () => m.gate_tutor_nobody(), named: () => m.gate_tutor_named() },
  },
  plan: {
    what: m.gate_plan,
    why: {
      unwritten: () => m.gate_plan_unwritten(),
      waits: () => m.gate_plan_waits(),
      agreed: () => m.gate_plan_agreed(),
    },
  },
  clearances: {
    what: m.gate_clearances,
    why: {
      none: () => m.gate_clearances_none(),
      shown: () => m.gate_clearances_shown(),
      private: () => m.gate_clearances_private(),
      unseen: ({ codes }) => m.gate_clearances_unseen({ names: clearanceNames(codes) }),
      lapsed: ({ codes }) => m.gate_clearances_lapsed({ names: clearanceNames(codes) }),
      ended: ({ codes }) => m.gate_clearances_ended({ names: clearanceNames(codes) }),
    },
  },
  language: {
    what: m.gate_language,
    why: {
      unknown: () => m.gate_language_unknown(),
      met: () => m.gate_language_met(),
      agreed: () => m.gate_language_agreed(),
      lacks: () => m.gate_language_lacks(),
    },
  },
  prior_skill: {
    what: m.gate_prior_skill,
    why: {
      none: () => m.gate_prior_skill_none(),
      met: () => m.gate_prior_skill_met(),
      agreed: () => m.gate_prior_skill_agreed(),
      lacks: ({ count }) => m.gate_prior_skill_lacks({ count: Number(count) }),
    },
  },
  young_work: {
    what: m.gate_young_work,
    why: {
      adult: () => m.gate_young_work_adult(),
      unread: ({ count }) => m.gate_young_work_unread({ count: Number(count) }),
      forbidden: ({ count }) => m.gate_young_work_forbidden({ count: Number(count) }),
      needs_notice: ({ count }) => m.gate_young_work_needs_notice({ count: Number(count) }),
      limit: ({ count }) => m.gate_young_work_limit({ count: Number(count) }),
      clear: () => m.gate_young_work_clear(),
    },
  },
  checklist: {
    what: m.gate_checklist,
    why: {
      unsigned: () => m.gate_checklist_unsigned(),
      expires: ({ until }) => m.gate_checklist_expires({ day: dayOf(until) }),
      lapsed: ({ until }) => m.gate_checklist_lapsed({ day: dayOf(until) }),
      open: ({ count }) => m.gate_checklist_open({ count: Number(count) }),
      signed: ({ until }) => m.gate_checklist_signed({ day: dayOf(until) }),
    },
  },
  insurance: {
    what: m.gate_insurance,
    why: {
      unstated: () => m.gate_insurance_unstated(),
      other_basis: () => m.gate_insurance_other_basis(),
      bare: ({ day }) => m.gate_insurance_bare({ day: dayOf(day) }),
      ends: ({ day }) => m.gate_insurance_ends({ day: dayOf(day) }),
      stated: () => m.gate_insurance_stated(),
    },
  },
  agreement: {
    what: m.gate_agreement,
    why: {
      none: () => m.gate_agreement_none(),
      waits: () => m.gate_agreement_waits(),
      declined: () => m.gate_agreement_declined(),
      completed: ({ day }) => m.gate_agreement_completed({ day: dayOf(day) }),
      started: () => m.gate_agreement_started(),
    },
  },
};

function clearanceNames(codes: string | number | undefined): string {
  const wanted = String(codes).split(" ");
  const found = CLEARANCES.filter(({ code }) => wanted.includes(code));
  return names(found.map(({ name }) => chooseText(name, getLocale())?.text ?? ""));
}

function dayOf(value: string | number | undefined): string {
  return dayYear(String(value));
}

function wordsOf(code: string): Words | undefined {
  return isGateCode(code) ? WORDS[code] : undefined;
}

function isGateCode(code: string): code is GateCode {
  return Object.hasOwn(WORDS, code);
}

/** What is required: "Suitability of the workplace". */
export function gateWhat({ code }: Pick<GateAnswer, "code">): string {
  return wordsOf(code)?.what() ?? m.gate_other();
}

/** Why it is as it is: "Nobody has judged the workplace yet". */
export function gateWhy(row: Pick<GateAnswer, "code" | "reason" | "params">): string {
  return wordsOf(row.code)?.why[row.reason]?.(row.params) ?? m.gate_other_why();
}

/**
 * stop = somebody must act before anything else can go on; waits = it is out with somebody who has
 * been asked; ready = met or not needed.
 */
export function gateState(row: Pick<GateAnswer, "code" | "verdict" | "reason">) {
  if (row.verdict !== "missing") return "ready";
  const canWait = row.code === "plan" || row.code === "agreement";
  return canWait && row.reason === "waits" ? "waits" : "stop";
}

const ORDER = { stop: 0, waits: 1, ready: 2 } as const;

/** What stops the start first, then what waits for an answer, then what is ready. */
export function stopsFirst<Row extends Pick<GateAnswer, "code" | "verdict" | "reason">>(
  rows: readonly Row[],
): Row[] {
  return rows.toSorted((one, other) => ORDER[gateState(one)] - ORDER[gateState(other)]);
}

/** Who can fix it, by name; the reader is "You". Empty when nobody has to. */
export function gateWho({ fixers }: Pick<GateAnswer, "fixers">, me?: string): string[] {
  return fixers.map((fixer) => {
    if (fixer.personId !== null && fixer.personId === me) return m.ui_you();
    const name = `${fixer.givenName} ${fixer.familyName}`.trim();
    if (name !== "") return name;
    return fixer.role === "coordinator" ? m.gate_who_coordinator() : m.gate_who_tutor();
  });
}

export function gateStepText(step: Step): string {
  switch (step) {
    case "review_suitability":
      return m.gate_step_review_suitability();
    case "name_tutor":
      return m.gate_step_name_tutor();
    case "open_plan":
      return m.gate_step_open_plan();
    case "open_checks":
      return m.gate_step_open_checks();
    case "open_checklist":
      return m.gate_step_open_checklist();
    case "open_agreement":
      return m.gate_step_open_agreement();
  }
}

/** The page where the step is taken; the tutor is named on the placement's own page. */
export function gateStepHref(step: Step, placementId: string): string {
  switch (step) {
    case "review_suitability":
      return `/placements/${placementId}/suitability`;
    case "name_tutor":
      return `/placements/${placementId}`;
    case "open_plan":
      return `/placements/${placementId}/plan`;
    case "open_checks":
      return `/placements/${placementId}/checks`;
    case "open_checklist":
      return `/placements/${placementId}/checklist`;
    case "open_agreement":
      return `/placements/${placementId}/agreements`;
  }
}
