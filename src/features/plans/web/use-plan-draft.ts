import { useCallback, useState } from "react";
import { type PlanDraft, startDraft } from "./plan-draft.ts";
import type { PlanView } from "./plan-view.ts";

export type DraftBox = {
  readonly draft: PlanDraft;
  readonly put: (change: (draft: PlanDraft) => PlanDraft) => void;
  /** Nothing of it stays on this device. */
  readonly forget: () => void;
};

/** The draft on the screen and on this device at once: a closed tab or a dead battery loses no line. */
export function usePlanDraft(view: PlanView, personId: string): DraftBox {
  const key = `kisalli-plan:${personId}:${view.placementId}`;
  const [draft, setDraft] = useState<PlanDraft>(() => readDraft(key) ?? startDraft(view));
  const put = useCallback(
    (change: (draft: PlanDraft) => PlanDraft) =>
      setDraft((present) => {
        const next = change(present);
        keep(key, next);
        return next;
      }),
    [key],
  );
  const forget = useCallback(() => drop(key), [key]);
  return { draft, put, forget };
}

function keep(key: string, draft: PlanDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A device that forbids keeping still sends what is on the screen.
  }
}

function drop(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // What was never kept need not be forgotten.
  }
}

function readDraft(key: string): PlanDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isDraft(kept) ? { ...LATER_PARTS, ...kept } : null;
  } catch {
    return null;
  }
}

/** What a plan did not have when the oldest drafts were kept: they are read all the same. */
const LATER_PARTS = { shifts: [], demonstrations: [], guidance: null, breaks: "" };
const TEXTS = ["support", "travel", "meals", "why"];
const LISTS = ["objectives", "tasks", "talks"];

/** Only this page writes the key; what an older Kisälli left in another form is not read. */
function isDraft(value: unknown): value is PlanDraft {
  if (typeof value !== "object" || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    typeof fields.get("base") === "number" &&
    isRecord(fields.get("hours")) &&
    TEXTS.every((name) => typeof fields.get(name) === "string") &&
    LISTS.every((name) => Array.isArray(fields.get(name))) &&
    (fields.get("baseContent") === null || isRecord(fields.get("baseContent")))
  );
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
