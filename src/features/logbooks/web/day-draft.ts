import { ABSENCES, AUDIENCES, type DayContent, readTasks } from "../logbook.ts";

/** A day as it lies on this device until the server has it. */
export type DayDraft = {
  readonly entryId: string;
  /** The version it was made from; null = nothing was written yet. */
  readonly version: number | null;
  /** When the last word of it was written: an instant of this device's clock. */
  readonly writtenAt: string;
  /** Save was pressed: it is sent, and sent again by itself until the server answers. */
  readonly wanted: boolean;
  readonly content: DayContent;
};

export function draftKey(personId: string, placementId: string, day: string): string {
  return `kisalli-day:${personId}:${placementId}:${day}`;
}

/** The draft kept under this key; null when there is none or it cannot be read any more. */
export function readDraft(key: string): DayDraft | null {
  try {
    return asDraft(JSON.parse(localStorage.getItem(key) ?? "null"));
  } catch {
    return null;
  }
}

/** False when the device has no room or forbids keeping: then only this page holds the text. */
export function keepDraft(key: string, draft: DayDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}

function asDraft(value: unknown): DayDraft | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("entryId" in value && "version" in value && "writtenAt" in value && "content" in value))
    return null;
  const { entryId, version, writtenAt } = value;
  const content = asContent(value.content);
  if (typeof entryId !== "string" || typeof writtenAt !== "string" || content === null) return null;
  return {
    entryId,
    version: typeof version === "number" ? version : null,
    writtenAt,
    wanted: "wanted" in value && value.wanted === true,
    content,
  };
}

function asContent(value: unknown): DayContent | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("minutes" in value && "absence" in value && "tasks" in value)) return null;
  if (!("paragraphs" in value && "requirementIds" in value)) return null;
  const { minutes, absence, paragraphs, requirementIds } = value;
  if (typeof minutes !== "number" || !Array.isArray(paragraphs) || !Array.isArray(requirementIds))
    return null;
  return {
    minutes,
    absence: ABSENCES.find((known) => known === absence) ?? null,
    tasks: readTasks(value.tasks),
    paragraphs: paragraphs.flatMap(asParagraph),
    requirementIds: requirementIds.filter((id) => typeof id === "string"),
  };
}

/** What cannot be read as an audience is private: a mistake must not widen who reads. */
function asParagraph(value: unknown): DayContent["paragraphs"] {
  if (typeof value !== "object" || value === null || !("text" in value)) return [];
  const audience =
    "audience" in value ? AUDIENCES.find((known) => known === value.audience) : undefined;
  return typeof value.text === "string"
    ? [{ audience: audience ?? "private", text: value.text }]
    : [];
}
