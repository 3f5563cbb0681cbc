import {
  type Hit,
  judgeBreaks,
  judgeDays,
  judgeOvertime,
  judgeUnrecorded,
  judgeWeeks,
} from "./judge-hours.ts";
import { judgeBetween, judgeDailyRest, judgeWeeklyRest } from "./judge-rest.ts";
import { EFFECTS, type Rule, type RulePack, type TaskKind } from "./rule-pack.ts";
import { concerns, type Finding, holdsOn, partsInAge, type WorkCase } from "./work-case.ts";

/**
 * Every rule of the pack that speaks about this case, in the order of days, the strongest first. Each day
 * is judged by its own age and by the rules in force then. Empty when nothing applies.
 */
export function judgeCase(pack: RulePack, about: WorkCase): Finding[] {
  const found = pack.rules
    .filter((rule) => concerns(rule, about))
    .flatMap((rule) => (isAboutHours(rule) ? overHours(rule, about, pack) : overWork(rule, about)));
  return strongestOf(found).toSorted(
    (left, right) =>
      left.date.localeCompare(right.date) ||
      EFFECTS.indexOf(left.rule.effect) - EFFECTS.indexOf(right.rule.effect),
  );
}

function isAboutHours({ measure }: Rule): boolean {
  return measure.kind !== "task" && measure.kind !== "any-work";
}

function overHours(rule: Rule, about: WorkCase, { zone }: RulePack): Finding[] {
  const parts = partsInAge(rule, about, zone);
  return hitsOf(rule, parts, about, zone).map(({ date, measured }) => ({
    rule,
    date,
    task: null,
    measured,
  }));
}

function hitsOf(
  { measure }: Rule,
  parts: ReturnType<typeof partsInAge>,
  about: WorkCase,
  zone: string,
): Hit[] {
  switch (measure.kind) {
    case "hours-a-day":
      return judgeDays(measure, parts, about);
    case "hours-a-week":
      return judgeWeeks(measure, parts, about);
    case "overtime-a-year":
      return judgeOvertime(measure, parts);
    case "between":
      return judgeBetween(measure, parts, zone);
    case "daily-rest":
      return judgeDailyRest(measure, parts, about.stretches);
    case "weekly-rest":
      return judgeWeeklyRest(measure, parts, about.stretches, zone);
    case "break":
      return judgeBreaks(measure, parts);
    case "unrecorded-break":
      return judgeUnrecorded(measure, parts);
    case "task":
    case "any-work":
      return [];
  }
}

function overWork(rule: Rule, { birth, days, tasks }: WorkCase): Finding[] {
  const named = tasksOf(rule, tasks);
  return days
    .filter((date) => holdsOn(rule, birth, date))
    .flatMap((date) => named.map((task) => ({ rule, date, task, measured: {} })));
}

function tasksOf({ measure }: Rule, tasks: readonly TaskKind[]): readonly (TaskKind | null)[] {
  if (measure.kind !== "task") return [null];
  return tasks.filter(({ hazards }) => hazards.some((hazard) => measure.hazards.includes(hazard)));
}

/** One rule speaks once about a measure or task on a day: where two of its rows hit, the stronger stands. */
function strongestOf(found: readonly Finding[]): Finding[] {
  const strength = ({ rule }: Finding) => EFFECTS.indexOf(rule.effect);
  const groups = Map.groupBy(
    found,
    ({ rule, date, task }) => `${date} ${rule.rule} ${rule.measure.kind} ${task?.code ?? ""}`,
  );
  return [...groups.values()].flatMap((same) =>
    same.toSorted((left, right) => strength(left) - strength(right)).slice(0, 1),
  );
}
