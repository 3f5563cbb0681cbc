import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { type Answer, type DeedContext, deed, type Input } from "#server/deed.ts";
import { accept, type Outcome, refuse } from "#shared/outcome.ts";
import { type IsoWeek, weekOf } from "#shared/week.ts";
import { writeDay } from "../logbook.contract.ts";
import { mayWriteDay } from "../logbook.policy.ts";
import {
  countAudiences,
  type DayContent,
  honestWrittenAt,
  judgeDay,
  judgeWriting,
  NOTHING,
  partsChanged,
  readersOfChange,
} from "../logbook.ts";
import { lettersOutAt } from "../logbook-week.ts";
import * as queries from "./day.queries.ts";
import { contentOf, dayFactsOf, type Stamped, stampOf, storedDayOf } from "./day-row.ts";
import { findToldSince } from "./letter.queries.ts";
import { mailAboutChange } from "./week-letters.ts";
import { asKind } from "./week-row.ts";

type Body = Input<typeof writeDay>["body"];
type Reader = ReturnType<typeof readersOfChange>[number];
type DayRow = Awaited<ReturnType<typeof queries.findDayToWrite>>;

/** The student's day. The answer holds no text: what was written is on the writer's screen already. */
export const writeDayRoute = deed(writeDay, async (context, { params, body }) => {
  const { tx, actor, at, seenVersion } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayWriteDay(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const day = Temporal.PlainDate.from(params.day);
  if (params.day < placement.starts_on || params.day > placement.ends_on) {
    return refuse("day_outside", { from: placement.starts_on, to: placement.ends_on });
  }
  const row = await queries.findDayToWrite(tx, placement, params.day, weekOf(day));
  const content = contentIn(body);
  const stored = row.entry === null ? null : storedDayOf(row.entry, row);
  const writing = { entryId: body.entryId, seenVersion, content };
  const judged = judgeWriting(stored, writing);
  if (judged.ok && judged.value === "same" && row.entry !== null) {
    const { id, version } = row.entry;
    return accept({
      entryId: id,
      version,
      savedAt: at.toString(),
      ...stampOf(row.entry, day, row.time_zone),
    });
  }
  const open = judgeDay(dayFactsOf(row, at), day);
  if (!open.ok) return open;
  if (!judged.ok) return judged;
  const linked = checkLinks(row, content);
  if (!linked.ok) return linked;
  return save(context, placement, { row, day, body, content });
});

function contentIn({ minutes, absence, tasks, paragraphs, requirementIds }: Body): DayContent {
  return { minutes, absence, tasks, paragraphs, requirementIds };
}

/** Links go to objectives of the plan and tasks of the workplace, or stay where they were before a change of plan. */
function checkLinks(
  row: DayRow,
  { requirementIds, tasks }: DayContent,
): Outcome<true, { code: "not_an_objective" | "unknown_task" }> {
  const before = row.entry === null ? null : contentOf(row.entry);
  const objectives = new Set([
    ...row.objectives.map(({ id }) => id),
    ...(before?.requirementIds ?? []),
  ]);
  if (!requirementIds.every((id) => objectives.has(id))) return refuse("not_an_objective");
  const known = new Set(row.tasks.map(({ id }) => id));
  for (const task of before?.tasks ?? []) if ("taskId" in task) known.add(task.taskId);
  const missing = tasks.some((task) => "taskId" in task && !known.has(task.taskId));
  return missing ? refuse("unknown_task") : accept(true);
}

type Saving = { row: DayRow; day: Temporal.PlainDate; body: Body; content: DayContent };
type Saved = Outcome<Answer<typeof writeDay>, { code: "entry_id_taken" }>;

async function save(
  context: DeedContext,
  placement: SeenPlacement,
  saving: Saving,
): Promise<Saved> {
  const { at, audit, touch } = context;
  const { row, day, body, content } = saving;
  const before = row.entry === null ? null : contentOf(row.entry);
  const readers = readersOfChange(before ?? NOTHING, content);
  const stored = await store(context, placement, saving, readers);
  if (stored === null) return refuse("entry_id_taken");
  const told = isNewsOfConfirmed(saving, at)
    ? await tell(context, placement, weekOf(day), readers)
    : [];
  await audit({
    deed: "write-day",
    subjectKind: "log_entry",
    subjectId: body.entryId,
    providerId: placement.provider_id,
    placementId: placement.id,
    change: { ...whatChanged(day, before, content), readers, ...(told.length > 0 ? { told } : {}) },
  });
  // A live stream that wakes for an edit nobody else reads would tell when it was made.
  if (row.entry === null || readers.includes("tutor")) await touch(`placement:${placement.id}`);
  return accept({
    entryId: body.entryId,
    version: (row.entry?.version ?? 0) + 1,
    savedAt: at.toString(),
    ...stampOf(stored, day, row.time_zone),
  });
}

/** Writes the entry and its parts; null when another entry has the id already. */
async function store(
  { tx, at }: DeedContext,
  placement: SeenPlacement,
  { row, day, body, content }: Saving,
  readers: readonly Reader[],
): Promise<Stamped | null> {
  const key = {
    provider_id: placement.provider_id,
    id: body.entryId,
    student_id: placement.student_id,
  };
  const startOfDay = day.toZonedDateTime(row.time_zone).toInstant();
  const claimed = Temporal.Instant.from(body.writtenAt);
  const written_at = row.entry?.written_at ?? honestWrittenAt(claimed, startOfDay, at).toString();
  const received_at = row.entry?.received_at ?? at.toString();
  const edited = editedNow(row, readers, at);
  if (row.entry === null) {
    const entry = { placement_id: placement.id, on_day: day.toString(), written_at, received_at };
    if (!(await queries.insertEntry(tx, key, entry, content))) return null;
  } else {
    await queries.updateEntry(tx, key, edited, content);
    await queries.deleteParts(tx, key);
  }
  await queries.insertParts(tx, key, content.paragraphs, content.requirementIds);
  return { written_at, received_at, edited_at: edited.edited_at };
}

/** An edit leaves no trace for those who do not see it, not even its time. */
function editedNow(
  { entry }: DayRow,
  readers: readonly Reader[],
  at: Temporal.Instant,
): queries.Edited {
  if (entry === null) return { edited_at: null, edited_for_tutor_at: null };
  const now = at.toString();
  return {
    edited_at: readers.includes("teacher") ? now : entry.edited_at,
    edited_for_tutor_at: readers.includes("tutor") ? now : entry.edited_for_tutor_at,
  };
}

/** For the history: hours and audiences, never a word of what was written. */
function whatChanged(day: Temporal.PlainDate, before: DayContent | null, after: DayContent) {
  const now = {
    minutes: after.minutes,
    absence: after.absence,
    paragraphs: countAudiences(after.paragraphs),
  };
  if (before === null) return { day: day.toString(), ...now };
  return {
    day: day.toString(),
    ...now,
    before: {
      minutes: before.minutes,
      absence: before.absence,
      paragraphs: countAudiences(before.paragraphs),
    },
    parts: partsChanged(before, after),
  };
}

/**
 * Whether a confirmed week is different now in a way that a letter is worth: an edit always; a new day
 * only when the week's own letter has gone, since until then that letter brings it.
 */
function isNewsOfConfirmed({ row, day }: Saving, at: Temporal.Instant): boolean {
  if (asKind(row.kind) === null) return false;
  const lettersOut = lettersOutAt(weekOf(day), row.time_zone);
  return row.entry !== null || Temporal.Instant.compare(at, lettersOut) >= 0;
}

/** The week was confirmed before: those who see a difference are told, at most once a day each. */
async function tell(
  context: DeedContext,
  placement: SeenPlacement,
  week: IsoWeek,
  readers: readonly Reader[],
): Promise<string[]> {
  if (readers.length === 0) return [];
  const since = context.at.subtract({ hours: 24 }).toString();
  const told = await findToldSince(context.tx, placement.id, since);
  const left = readers.filter((reader) => !told.includes(reader));
  await mailAboutChange(context, placement, week, left);
  return left;
}
