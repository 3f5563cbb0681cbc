import type { Relation } from "#features/placements/placement.policy.ts";

/** What a reader of a placement's history may look for. */
export const GROUPS = ["placement", "plan", "work", "safe"] as const;
export type Group = (typeof GROUPS)[number];

/** What a line may tell of a deed besides its name; everything else that was recorded stays on the server. */
export const DETAILS = ["number", "week", "day", "to"] as const;
export type Detail = (typeof DETAILS)[number];

type Within = "change" | "clearance" | "two";

type Shown = {
  readonly group: Group;
  /** Who of a placement's parties may know that it was done; nobody else. */
  readonly readers: readonly Relation[];
  readonly says?: readonly Detail[];
  /**
   * "change": those who see what was changed in a day. "clearance": the workplace, only of those it may know.
   * "two": student and teacher, and not even an administrator: it may speak of the student's health.
   */
  readonly within?: Within;
  /** Done to the workplace, not to one placement. */
  readonly ofWorkplace?: true;
};

const ALL = ["student", "tutor", "teacher", "coordinator"] as const;
/** As the pages themselves: suitability, checklist and checks are not the student's (placement-page-safe.tsx). */
const GROWN = ["tutor", "teacher", "coordinator"] as const;
const SCHOOL = ["teacher", "coordinator"] as const;
const TWO = ["student", "teacher"] as const;

/**
 * Every deed there is, and whose history shows it. A deed that is not here, or has null, is in nobody's: the
 * safety voice, what one person settled for themselves, the register and the rules, which are no placement's.
 */
export const DEEDS = {
  "propose-placement": { group: "placement", readers: ALL },
  "move-placement": { group: "placement", readers: ALL, says: ["to"] },
  "name-tutor": { group: "placement", readers: ALL },
  "invite-tutor": { group: "placement", readers: ALL },
  "copy-placement": { group: "placement", readers: ALL },
  "put-interruption": { group: "placement", readers: ALL },
  "end-interruption": { group: "placement", readers: ALL },
  "remove-interruption": { group: "placement", readers: ALL },
  nudge: { group: "placement", readers: ALL, says: ["to"] },
  "note-talk": { group: "placement", readers: ALL },
  "confirm-talk": { group: "placement", readers: ALL },
  "write-plan": { group: "plan", readers: ALL, says: ["number"] },
  "mark-plan": { group: "plan", readers: ALL, says: ["number"] },
  "plan-agreed": { group: "plan", readers: ALL, says: ["number"] },
  "write-day": { group: "work", readers: ALL, says: ["day"], within: "change" },
  "send-week": { group: "work", readers: ALL, says: ["week"] },
  "read-week": { group: "work", readers: ALL, says: ["week"] },
  "confirm-week": { group: "work", readers: ALL, says: ["week"] },
  "undo-confirmation": { group: "work", readers: ALL, says: ["week"] },
  "add-induction-item": { group: "safe", readers: ALL },
  "retire-induction-item": { group: "safe", readers: ALL },
  "confirm-induction": { group: "safe", readers: ALL },
  "decide-suitability": { group: "safe", readers: ALL },
  "add-workplace-tasks": { group: "safe", readers: GROWN },
  "follow-up": { group: "safe", readers: GROWN },
  "say-workplace-word": { group: "safe", readers: GROWN },
  "settle-relocation": { group: "safe", readers: SCHOOL },
  "suspend-workplace": { group: "safe", readers: SCHOOL, ofWorkplace: true },
  "lift-suspension": { group: "safe", readers: SCHOOL, ofWorkplace: true },
  "mark-task-kinds": { group: "safe", readers: GROWN },
  "mark-task-needs": { group: "safe", readers: GROWN },
  "agree-on-fit": { group: "safe", readers: ALL },
  "settle-work": { group: "safe", readers: SCHOOL },
  "note-clearance": { group: "safe", readers: ALL, within: "clearance" },
  "start-checklist": { group: "safe", readers: GROWN },
  "answer-item": { group: "safe", readers: GROWN },
  "carry-over": { group: "safe", readers: GROWN },
  "sign-checklist": { group: "safe", readers: GROWN },
  "close-condition": { group: "safe", readers: GROWN },
  "state-insurance": { group: "safe", readers: GROWN },
  "upload-file": { group: "safe", readers: GROWN },
  "own-matter": null,
  "choose-language": null,
  "add-workplace": null,
  "edit-workplace": null,
  "import-workplaces": null,
  "keep-apart": null,
  "merge-workplaces": null,
  "undo-merge": null,
  "put-capacity": null,
  "put-relation-entry": null,
  "put-saved-view": null,
  "put-workplace-document": null,
  "put-workplace-task": null,
  "put-workplace-tool": null,
  "import-framework": null,
  "write-rule": null,
  "drop-rule-draft": null,
  "publish-rules": null,
  "keep-rule-case": null,
  "drop-rule-case": null,
  "add-workplace-person": null,
  "correct-person": null,
  "set-address": null,
  "take-address": null,
  "object-to-address": null,
  "put-workplace-part": null,
  "undo-import": null,
  "ask-renewal": { group: "safe", readers: GROWN },
  "consent-to-clearance": { group: "safe", readers: ["student", "teacher", "coordinator"] },
  "remove-attachment": { group: "safe", readers: GROWN },
  "sort-card": { group: "plan", readers: GROWN },
  "write-objective-card": null,
  "offer-objective-card": null,
  "make-calendar-feed": null,
  "change-calendar-feed": null,
  "end-calendar-feed": null,
  "send-agreement": { group: "plan", readers: ALL },
  "send-amendment": { group: "plan", readers: ALL },
  "sign-agreement": { group: "plan", readers: ALL },
  "acknowledge-agreement": { group: "plan", readers: ALL },
  "agreement-completed": { group: "plan", readers: ALL },
  "carry-amendment": { group: "plan", readers: ALL },
  "correct-agreement": { group: "plan", readers: ALL },
  "decline-agreement": { group: "plan", readers: ALL },
  "withdraw-agreement": { group: "plan", readers: ALL },
  "remind-signer": { group: "plan", readers: ALL },
  "repair-address": { group: "plan", readers: ALL },
  "name-deputy": { group: "plan", readers: ALL },
  "send-framework-agreement": null,
  "terminate-framework-agreement": null,
  "write-support": { group: "plan", readers: TWO, within: "two" },
  "end-support": { group: "plan", readers: TWO, within: "two" },
  "share-support": { group: "plan", readers: TWO, within: "two" },
  "unshare-support": { group: "plan", readers: TWO, within: "two" },
  "note-proven": { group: "plan", readers: TWO, within: "two" },
  "drop-proven": { group: "plan", readers: TWO, within: "two" },
  "write-adaptation": { group: "plan", readers: TWO, within: "two" },
  "end-adaptation": { group: "plan", readers: TWO, within: "two" },
  "make-seal": null,
  "bring-seal": null,
  "begin-template": null,
  "write-template": null,
  "drop-template-draft": null,
  "ask-template-reader": null,
  "publish-template": null,
  "check-audit": null,
  "export-audit": null,
} as const satisfies Record<string, Shown | null>;
export type DeedCode = keyof typeof DEEDS;

const TABLE: ReadonlyMap<string, Shown | null> = new Map(Object.entries<Shown | null>(DEEDS));

export const DEED_CODES: readonly string[] = [...TABLE.keys()];

/** Deeds that this reader's history may show, of one group or of all. */
export function shownTo(reader: Relation, group: Group | null): string[] {
  return DEED_CODES.filter((code) => {
    const shown = TABLE.get(code);
    return shown?.readers.includes(reader) === true && (group === null || shown.group === group);
  });
}

export function ofWorkplace(): string[] {
  return DEED_CODES.filter((code) => TABLE.get(code)?.ofWorkplace === true);
}

export function within(what: Within): string[] {
  return DEED_CODES.filter((code) => TABLE.get(code)?.within === what);
}

/**
 * Whose sight of a changed day decides; null = the reader's own day. A provider admin knows no more of it than a
 * coordinator: an edit of what only the teacher or nobody reads is not told.
 */
export function sightOfDay(reader: Relation | "admin"): "tutor" | "teacher" | null {
  if (reader === "student") return null;
  return reader === "teacher" ? "teacher" : "tutor";
}

/** The details that a line may tell, of all that was recorded with the deed. */
export function detailsOf(deed: string, change: unknown): Record<Detail, string | null> {
  const says = TABLE.get(deed)?.says ?? [];
  const known = new Map<string, unknown>(
    typeof change === "object" && change !== null ? Object.entries(change) : [],
  );
  const tell = (detail: Detail): string | null => {
    const value = says.includes(detail) ? known.get(detail) : undefined;
    return typeof value === "string" || typeof value === "number" ? String(value) : null;
  };
  return {
    number: tell("number"),
    week: tell("week"),
    day: tell("day"),
    to: tell("to"),
  };
}
