/** Papers that a workplace shows; each has its own end. */
export const DOCUMENT_KINDS = ["insurance", "risk_assessment", "permit", "other"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What the staff write down of their relation with a workplace; all but the note are contacts. */
export const ENTRY_KINDS = ["phone", "email", "visit", "meeting", "note"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The newest decision of one's own college about a workplace; `ended` = its validity is over. */
export const STANDINGS = ["suitable", "with_conditions", "not_suitable", "ended", "none"] as const;
export type Standing = (typeof STANDINGS)[number];

export const PAPERS = ["valid", "ended", "none"] as const;
export const SORTS = ["name", "municipality", "room", "papers", "contacted"] as const;

/** How many rows of the list come at once. */
export const WINDOW = 50;
/** "Contacted within N days" is counted in the list for this many. */
export const USUAL_DAYS = 30;
/** Days before its end from which a paper asks to be renewed. */
const SOON_DAYS = 30;

/** How a paper stands on a day ("2026-11-23"); without an end it holds. */
export function paperState(
  validUntil: string | null,
  today: string,
): "valid" | "soon" | "ended" | "open" {
  if (validUntil === null) return "open";
  if (validUntil < today) return "ended";
  const soonFrom = Temporal.PlainDate.from(validUntil).subtract({ days: SOON_DAYS });
  return Temporal.PlainDate.compare(soonFrom, today) <= 0 ? "soon" : "valid";
}

/** What the timeline of a workplace can be narrowed to. */
export const TIMELINE_KINDS = [
  "contact",
  "letter",
  "placement",
  "suitability",
  "safety",
  "record",
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Each kind of moment; none of them tells a student's private or safety matter. */
export const TIMELINE_WHATS = [
  "entry",
  "link_sent",
  "nudged",
  "week_sent",
  "proposed",
  "started",
  "ended",
  "cancelled",
  "terminated",
  "suitable",
  "with_conditions",
  "not_suitable",
  "suspended",
  "withdrawn",
  "lifted",
  "word_same",
  "word_changed",
  "checklist_signed",
  "merged",
  "merge_undone",
  "person_added",
  "person_ended",
  "person_back",
  "person_corrected",
] as const;
export type TimelineWhat = (typeof TIMELINE_WHATS)[number];

/** How many moments come at once. */
export const TIMELINE_WINDOW = 20;
