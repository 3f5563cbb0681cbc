import type { LocalisedText } from "#shared/language.ts";
import data from "./fi-clearances.json" with { type: "json" };

/**
 * Cards and clearances by field (product.md §4). What is kept is that one was shown and until when it holds;
 * never a copy, a number or its content. Of health no more than that the matter is in order, and that the
 * workplace does not see unless the student lets it.
 */
export type Clearance = {
  readonly code: string;
  readonly name: LocalisedText;
  readonly why: LocalisedText;
  readonly source: string;
  readonly certainty: string;
  /** Fields of workplaces that ask for it unless the teacher says otherwise. */
  readonly fields: readonly string[];
  /** How long it usually holds; null = no end. */
  readonly years: number | null;
  /** Whether the workplace may see that it has been shown. */
  readonly workplaceSees: boolean;
  /** About the student's health: the workplace sees it only while the student lets it. */
  readonly studentMayShow?: boolean;
};

export const CLEARANCES: readonly Clearance[] = data;

export function findClearance(code: string): Clearance | undefined {
  return CLEARANCES.find((one) => one.code === code);
}

/** What the workplace may see: what is for its eyes, and what the student has let it see. */
export function shownToWorkplace(consented: readonly string[]): Clearance[] {
  return CLEARANCES.filter(
    ({ code, workplaceSees, studentMayShow }) =>
      workplaceSees || (studentMayShow === true && consented.includes(code)),
  );
}

export const CLEARANCE_STATES = ["needed", "not_needed", "shown"] as const;
export type Noted = {
  readonly clearance: string;
  readonly state: string;
  readonly validUntil: string | null;
};

export type ClearanceFacts = {
  readonly fields: readonly string[];
  readonly noted: readonly Noted[];
};

/** What this placement asks for: by the workplace's fields and what the teacher added, less what is not needed. */
export function requiredOf({ fields, noted }: ClearanceFacts): Clearance[] {
  return CLEARANCES.filter(({ code, fields: asked }) => {
    const state = noted.find(({ clearance }) => clearance === code)?.state;
    if (state === "not_needed") return false;
    return state !== undefined || asked.some((field) => fields.includes(field));
  });
}

/** Required ones that have not been shown, and shown ones that end before the day. */
export function lackingOf(
  facts: ClearanceFacts,
  on: Temporal.PlainDate,
): { readonly missing: string[]; readonly expired: string[] } {
  const day = on.toString();
  const shown = facts.noted.filter(({ state }) => state === "shown");
  const required = requiredOf(facts).map(({ code }) => code);
  const noteOf = (code: string) => shown.find(({ clearance }) => clearance === code);
  return {
    missing: required.filter((code) => noteOf(code) === undefined),
    expired: required.filter((code) => {
      const until = noteOf(code)?.validUntil ?? null;
      return until !== null && until < day;
    }),
  };
}

/** Whether the workplace may know that this one is asked for or missing. */
export function isForWorkplace(code: string): boolean {
  return CLEARANCES.some((one) => one.code === code && one.workplaceSees);
}
