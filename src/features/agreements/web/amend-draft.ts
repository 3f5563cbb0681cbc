import type { AnswerOf } from "#web/request.ts";
import type { readAmendmentChoices } from "../amendment.contract.ts";

export type AmendChoices = AnswerOf<typeof readAmendmentChoices>;
export type AmendUnit = AmendChoices["units"][number];

/** Lines of the form, in the order of the agreement. */
export const AMEND_LINES = ["last_day", "hours", "unit", "tutor", "tasks", "objectives"] as const;
export type AmendLine = (typeof AMEND_LINES)[number];

export type AmendDraft = {
  readonly lines: readonly AmendLine[];
  readonly endsOn: string | null;
  readonly hours: AmendChoices["hours"];
  readonly tutorId: string;
  readonly unitId: string;
  /** Keys of the tasks: the id of one of the workplace's, or "own:" and the plan's own words. */
  readonly tasks: readonly string[];
  readonly objectives: readonly string[];
  readonly why: string;
};

export function freshDraft(choices: AmendChoices): AmendDraft {
  return {
    lines: [],
    endsOn: choices.endsOn,
    hours: choices.hours,
    tutorId: "",
    unitId: "",
    tasks: choices.tasks.map(keyOf),
    objectives: choices.objectives,
    why: "",
  };
}

type Task = AmendChoices["tasks"][number];
const OWN = "own:";

function keyOf({ taskId, name }: Task): string {
  return taskId ?? `${OWN}${name ?? ""}`;
}

function taskOf(key: string): Task {
  return key.startsWith(OWN)
    ? { taskId: null, name: key.slice(OWN.length) }
    : { taskId: key, name: null };
}

/** The unit that the amendment leads to: another one that is chosen, or the one where the placement is. */
export function unitOf(
  { units }: AmendChoices,
  { lines, unitId }: AmendDraft,
): AmendUnit | undefined {
  return units.find(({ id }) => lines.includes("unit") && id === unitId) ?? units[0];
}

/** With another unit come its tutor and its tasks: those lines are asked whether or not they were ticked. */
export function linesOf({ lines }: AmendDraft): readonly AmendLine[] {
  const follow: readonly AmendLine[] = lines.includes("unit") ? ["tutor", "tasks"] : [];
  return AMEND_LINES.filter((line) => lines.includes(line) || follow.includes(line));
}

export type AmendFaults = Partial<Record<AmendLine | "why", true>>;

export function faultsOf(choices: AmendChoices, draft: AmendDraft): AmendFaults {
  const asked = linesOf(draft);
  const misses: Record<AmendLine, boolean> = {
    last_day: draft.endsOn === null,
    hours: false,
    tutor: !unitOf(choices, draft)?.tutors.some(({ id }) => id === draft.tutorId),
    unit: draft.unitId === "",
    tasks: draft.tasks.length === 0,
    objectives: draft.objectives.length === 0,
  };
  const faults: AmendFaults = draft.why.trim() === "" ? { why: true } : {};
  for (const line of asked) if (misses[line]) faults[line] = true;
  return faults;
}

/** What is sent: null for every line that stays. */
export function bodyOf(draft: AmendDraft, id: string) {
  const asked = linesOf(draft);
  const of = <T>(line: AmendLine, value: T) => (asked.includes(line) ? value : null);
  return {
    id,
    endsOn: of("last_day", draft.endsOn),
    hours: of("hours", draft.hours),
    tutorId: of("tutor", draft.tutorId),
    workplaceId: of("unit", draft.unitId),
    tasks: of("tasks", draft.tasks.map(taskOf)),
    objectives: of("objectives", [...draft.objectives]),
    why: draft.why.trim(),
  };
}

/** At another unit only what is done there, or what the plan says in its own words, can be chosen. */
export function atUnit(draft: AmendDraft, unitId: string, unit: AmendUnit | undefined): AmendDraft {
  const known = new Set(unit?.tasks.map(({ id }) => id));
  return {
    ...draft,
    unitId,
    tutorId: "",
    tasks: draft.tasks.filter((key) => key.startsWith(OWN) || known.has(key)),
  };
}

/** Own words of the plan as options beside the unit's tasks. */
export function ownTasks({ tasks }: AmendChoices): { key: string; name: string }[] {
  return tasks.flatMap((task) =>
    task.taskId === null ? [{ key: keyOf(task), name: task.name ?? "" }] : [],
  );
}
