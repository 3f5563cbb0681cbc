import { m } from "#messages/web";
import { Section } from "#web/ui/section.tsx";
import { type WeekCell, WeeksTable } from "#web/ui/weeks-table.tsx";
import { type PlanTask, taskKey } from "../plan.ts";
import { type PlanView, taskName } from "./plan-view.ts";
import { closedRuns } from "./week-runs.ts";

/** Which task is done in which week, on one's own or beside the tutor. */
export function TasksByWeek({ view }: { view: PlanView }) {
  const tasks = view.plan?.content.tasks ?? [];
  const changed = new Set(
    view.differences.flatMap((one) => (one.kind === "task" ? [taskKey(one)] : [])),
  );
  const mondays = new Map(view.choices.weeks.map(({ week, monday }) => [week, monday]));
  return (
    <Section title={m.plan_tasks_by_week()} end={<TasksLegend view={view} />}>
      <WeeksTable
        caption={m.plan_tasks_by_week()}
        rowsTitle={m.plan_task_at({ workplace: view.workplaceName })}
        weeks={view.choices.weeks}
        rows={tasks.map((task) => ({
          id: taskKey(task),
          label: taskName(view, task),
          edited: changed.has(taskKey(task)),
          sub: changed.has(taskKey(task)) ? m.plan_changed_now() : undefined,
          cells: cellsOf(task, mondays),
        }))}
      />
      {tasks.length === 0 && <p className="muted">{m.plan_no_tasks()}</p>}
      <ClosedWeeks view={view} />
    </Section>
  );
}

function cellsOf(task: PlanTask, mondays: Map<string, string>): Record<string, WeekCell> {
  const cells = (weeks: readonly string[], cell: WeekCell) =>
    weeks.flatMap((week): [string, WeekCell][] => {
      const monday = mondays.get(week);
      return monday === undefined ? [] : [[monday, cell]];
    });
  return Object.fromEntries([
    ...cells(task.aloneWeeks, "alone"),
    ...cells(task.withTutorWeeks, "with-tutor"),
  ]);
}

export function TasksLegend({ view, editing }: { view: PlanView; editing?: boolean }) {
  return (
    <ul className="plan-legend legend" aria-label={m.ui_legend()}>
      <li>
        <i className="swatch alone" />
        {m.plan_legend_alone()}
      </li>
      <li>
        <i className="swatch with-tutor" />
        {m.plan_legend_with({ name: view.tutor?.givenName ?? m.plan_the_tutor() })}
      </li>
      {editing && (
        <li>
          <i className="swatch new" />
          {m.plan_legend_changed()}
        </li>
      )}
    </ul>
  );
}

export function ClosedWeeks({ view }: { view: PlanView }) {
  const count = view.choices.weeks.filter((one) => one.closed).length;
  if (count === 0) return null;
  return <p className="small muted">{m.plan_closed_weeks({ count, weeks: closedRuns(view) })}</p>;
}
