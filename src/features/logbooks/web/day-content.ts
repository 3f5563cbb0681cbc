import type { AnswerOf } from "#web/request.ts";
import type { readDay } from "../logbook.contract.ts";
import type { DayContent, EntryTask } from "../logbook.ts";

export type DayView = AnswerOf<typeof readDay>;

/** What the server has, or a new day: the plan's hours and one empty paragraph to write in. */
export function contentOf({ entry, suggestedMinutes, lastAudience }: DayView): DayContent {
  const blank = [{ audience: lastAudience, text: "" }];
  if (entry === null) {
    const minutes = suggestedMinutes;
    return { minutes, absence: null, tasks: [], paragraphs: blank, requirementIds: [] };
  }
  const { minutes, absence, tasks, paragraphs, requirementIds } = entry;
  const shown = paragraphs.length > 0 ? paragraphs : blank;
  return { minutes, absence, tasks, paragraphs: shown, requirementIds };
}

/** Hours the tutor has found right stay as they are (logbook.ts, judgeWriting). */
export function lockHours({ hoursLocked, entry }: DayView, content: DayContent): DayContent {
  if (!hoursLocked || entry === null) return content;
  return { ...content, minutes: entry.minutes, absence: entry.absence };
}

/** Without the empty paragraphs and tasks that only stood on the screen to be written in. */
export function tidy(content: DayContent) {
  const { minutes, absence, tasks, paragraphs, requirementIds } = content;
  return {
    minutes,
    absence,
    tasks: absence === null ? tasks.map(tidyTask).filter((task) => task !== null) : [],
    paragraphs: paragraphs
      .map(({ audience, text }) => ({ audience, text: text.trim() }))
      .filter(({ text }) => text !== ""),
    requirementIds: absence === null ? [...requirementIds] : [],
  };
}

function tidyTask(task: EntryTask): EntryTask | null {
  if ("taskId" in task) return task;
  const name = task.name.trim();
  return name === "" ? null : { name };
}
