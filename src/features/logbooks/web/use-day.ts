import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { instantOf, nowMs } from "#web/clock.ts";
import { isPassing } from "#web/problem.ts";
import { useDeed } from "#web/view.ts";
import type { writeDay } from "../logbook.contract.ts";
import type { DayContent } from "../logbook.ts";
import { conflictOf, type DayConflict } from "./day-conflict.ts";
import { contentOf, type DayView, lockHours, tidy } from "./day-content.ts";
import { type DayDraft, draftKey } from "./day-draft.ts";
import { useKeptDraft } from "./use-kept-draft.ts";
import { useSendingAgain } from "./use-sending-again.ts";
import { uuidV7 } from "./uuid-v7.ts";
import { WEEK_PATH } from "./week-words.ts";

export const DAY_PATH = "/api/placements/{placementId}/days/{day}";

/**
 * The day under the writer's hand. Every change lies on the device at once; Save sends it, and it is sent
 * again by itself until the server answers. Nothing acknowledged is lost, nothing is stored twice.
 */
export function useDay(view: DayView, personId: string) {
  const client = useQueryClient();
  const { draft, put, newest } = useKeptDraft(draftKey(personId, view.placementId, view.day));
  const sending = useSending(view, put, newest);
  const { write, send } = sending;
  const content = lockHours(view, draft?.content ?? contentOf(view));
  const tryAgain = write.problem === null || isPassing(write.problem);
  useSendingAgain(draft?.wanted === true && !write.busy && tryAgain, send);
  const keep = (next: DayContent, wanted: boolean) => put(draftOf(view, draft, next, wanted));
  return {
    content,
    change: (part: Partial<DayContent>) => keep({ ...content, ...part }, false),
    save() {
      keep(content, true);
      send();
    },
    keepMine({ version, entryId }: DayConflict) {
      if (draft === null) return;
      put({ ...draft, version, entryId: entryId ?? draft.entryId, wanted: true });
      send();
    },
    takeOther() {
      put(null);
      write.forget();
      void client.invalidateQueries({ queryKey: [DAY_PATH] });
    },
    where: whereabouts(draft !== null, write.busy, sending.savedAt ?? view.entry?.receivedAt),
    /** Save was pressed and nobody has answered yet. */
    waits: draft?.wanted === true,
    busy: write.busy,
    problem: write.problem,
    conflict: conflictOf(write.problem),
  };
}

export type Day = ReturnType<typeof useDay>;

function draftOf(
  view: DayView,
  before: DayDraft | null,
  content: DayContent,
  wanted: boolean,
): DayDraft {
  return {
    entryId: before?.entryId ?? view.entry?.entryId ?? uuidV7(),
    version: before === null ? (view.entry?.version ?? null) : before.version,
    // A second press with the same words is the same deed: it keeps the moment they were written.
    writtenAt: before !== null && wanted ? before.writtenAt : instantOf(nowMs()),
    wanted,
    content,
  };
}

type Kept = ReturnType<typeof useKeptDraft>;

function useSending(view: DayView, put: Kept["put"], newest: Kept["newest"]) {
  const [savedAt, setSavedAt] = useState<string>();
  const write = useDeed<typeof writeDay>({
    method: "PUT",
    path: DAY_PATH,
    changes: [DAY_PATH, WEEK_PATH],
  });
  const sendDraft = async (sent: DayDraft): Promise<void> => {
    const { entryId, version, writtenAt } = sent;
    const body = { entryId, writtenAt, ...tidy(lockHours(view, sent.content)) };
    const params = { placementId: view.placementId, day: view.day };
    const answer = await write.ask({ params, body, version: version ?? undefined });
    setSavedAt(answer.savedAt);
    const now = newest();
    if (now === sent) put(null);
    // What was typed while it travelled is the next edit, made from the version just stored.
    else if (now !== null) put({ ...now, entryId, version: answer.version });
  };
  const send = (): void => {
    const waiting = newest();
    // Why it was not taken stands beside the button; the text stays on the device.
    if (waiting !== null) sendDraft(waiting).catch(() => undefined);
  };
  return { write, send, savedAt };
}

export type Whereabouts = {
  readonly state: "here" | "sending" | "safe";
  readonly at?: string | undefined;
};

function whereabouts(kept: boolean, busy: boolean, safeAt: string | undefined): Whereabouts | null {
  if (kept) return { state: busy ? "sending" : "here" };
  return safeAt === undefined ? null : { state: "safe", at: safeAt };
}
