import { newId } from "#server/clock.ts";
import type { Placement } from "../../../../demo/placement-types.ts";
import { type Ground, idOf } from "./load-ground.ts";
import { instantOf, type Keys, type Rows, weekOfDay } from "./story-rows.ts";

/** The student's days with their paragraphs and practised requirements. */
export function logRows(placement: Placement, ground: Ground, keys: Keys): Rows {
  const studentId = idOf(ground.people, placement.student);
  const entries = placement.entries.map((entry) => ({ entry, entry_id: newId() }));
  return {
    log_entry: entries.map(({ entry, entry_id }) => ({
      ...keys,
      id: entry_id,
      student_id: studentId,
      on_day: entry.on,
      minutes: entry.minutes,
      absence: entry.absence ?? null,
      tasks: entry.tasks.map((task) => ({ taskId: idOf(ground.tasks, task) })),
      written_at: instantOf(entry.writtenAt),
      received_at: instantOf(entry.writtenAt),
    })),
    log_paragraph: entries.flatMap(({ entry, entry_id }) =>
      entry.paragraphs.map(({ audience, text }, position) => ({
        provider_id: keys.provider_id,
        entry_id,
        position,
        student_id: studentId,
        audience,
        text,
      })),
    ),
    log_entry_requirement: entries.flatMap(({ entry, entry_id }) =>
      entry.requirements.map((code) => ({
        provider_id: keys.provider_id,
        entry_id,
        requirement_id: idOf(ground.requirements, code),
      })),
    ),
  };
}

/** The weeks on their way: sent, confirmed by the one who truly acted, read. */
export function weekRows(placement: Placement, ground: Ground, keys: Keys): Rows {
  const weeks = placement.weeks.map((week) => ({ ...week, week: weekOfDay(week.monday) }));
  const confirmed = weeks.flatMap(({ week, confirmation }) =>
    confirmation === undefined ? [] : [{ week, confirmation }],
  );
  const teacherId = idOf(ground.people, placement.teacher);
  return {
    placement_week: weeks.map(({ week, sentAt, readAt }) => ({
      ...keys,
      week,
      sent_at: sentAt === undefined ? null : instantOf(sentAt),
      read_at: readAt === undefined ? null : instantOf(readAt),
      read_by: readAt === undefined ? null : teacherId,
    })),
    week_confirmation: confirmed.map(({ week, confirmation }) => ({
      ...keys,
      week,
      kind: confirmation.outcome,
      exceptions: confirmation.exceptions.map(({ on, text }) => ({ day: on, text })),
      remark: confirmation.remark ?? null,
      confirmed_by: idOf(ground.people, confirmation.by),
      at: instantOf(confirmation.at),
    })),
    week_card: confirmed.flatMap(({ week, confirmation }) =>
      confirmation.cards.map(({ requirement, level }) => ({
        ...keys,
        week,
        requirement_id: idOf(ground.requirements, requirement),
        level,
      })),
    ),
  };
}
