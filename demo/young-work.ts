import type { PersonKey, TaskKey } from "./story-types.ts";

/** Kinds of work of the rule pack in the workplaces' tasks; a task without a line is ordinary work. */
export const WORK_KINDS: Readonly<Record<TaskKey, readonly string[]>> = {
  "niemi-kauppakatu-joints": ["gas-torch"],
  "karhu-drains": ["infection-risk"],
  "timonen-boards": ["live-electrical-work"],
  "timonen-service-calls": ["live-electrical-work"],
  "aalto-tyres": ["lifting-gear"],
  "lind-cutting": ["circular-saw", "planer"],
  "lind-finishing": ["sensitising-chemicals"],
  "varasto-forklift": ["forklift-high-lift"],
  "rantapuisto-lunch": ["slicer"],
  "lehto-prep": ["slicer"],
  "lehto-warm": ["deep-fryer"],
  "kanerva-transfers": ["heavy-lifting"],
  "kanerva-medicines": ["medicines"],
  "tuomi-transfers": ["heavy-lifting"],
  "tuomi-medicines": ["medicines"],
  "kotiranta-transfers": ["heavy-lifting"],
  "kotiranta-medicines": ["medicines"],
};

/** Nobody has looked at the tasks of these yet. */
export const UNREAD_WORKPLACES: readonly string[] = ["varasto"];

/** What a teacher has seen to before the first day. */
export const SETTLED: Readonly<
  Record<PersonKey, readonly { readonly fact: string; readonly kind: string }[]>
> = {
  "aino-salmela": [
    { fact: "notice-made", kind: "slicer" },
    { fact: "guardian-told", kind: "slicer" },
  ],
};

/** Cases the college tries with every new version of the rules; the answers are those of the national pack. */
export const RULE_CASES = [
  {
    asked: {
      birth: "2009-03-04",
      on: "2026-12-07",
      hours: null,
      task: "slicer",
      basis: "training-agreement",
    },
    answer: ["F1 needs-notice"],
  },
  {
    asked: {
      birth: "2009-01-15",
      on: "2026-12-07",
      hours: "18:00-22:30",
      task: null,
      basis: "training-agreement",
    },
    answer: ["N1 limit"],
  },
  {
    asked: {
      birth: "2009-01-15",
      on: "2027-01-15",
      hours: "08:00-18:00",
      task: "gas-torch",
      basis: "apprenticeship",
    },
    answer: [],
  },
] as const;

/** The version that the administrator is writing: repeated lifts are agreed with the tutor, no notice. */
export const RULE_DRAFT = { provider: "saimaanranta", rule: "L7-near", effect: "limit" } as const;

/** Shown round on arrival, their tasks not yet. */
export const INDUCTED_IN_PART: readonly PersonKey[] = ["grace-mensah"];

/** Their cards have not been seen yet. */
export const CARD_NOT_SHOWN: readonly PersonKey[] = ["linh-tran"];
