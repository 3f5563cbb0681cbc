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
