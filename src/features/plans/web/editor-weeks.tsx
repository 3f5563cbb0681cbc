import { type KeyboardEvent, useRef, useState } from "react";
import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { weekOf } from "#web/ui/format.ts";
import { Section } from "#web/ui/section.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { type PlanTask, taskKey } from "../plan.ts";
import { withOwnTask } from "./plan-draft.ts";
import { ClosedWeeks, TasksLegend } from "./plan-tasks.tsx";
import { type PlanView, taskName } from "./plan-view.ts";
import type { DraftBox } from "./use-plan-draft.ts";
import { cellOf, nextCell, type WeekCell, withCell } from "./week-cells.ts";

type EditorProps = { view: PlanView; box: DraftBox };

/** Tasks by weeks as a grid of buttons: a press goes round, arrow keys move, D empties. No drag needed. */
export function WeeksEditor({ view, box }: EditorProps) {
  return (
    <Section title={m.plan_tasks_by_week()} end={<TasksLegend view={view} editing />}>
      <WeeksGrid view={view} box={box} />
      <p className="small muted plan-keys">{m.plan_keys()}</p>
      <ClosedWeeks view={view} />
      <OwnTask box={box} />
    </Section>
  );
}

type Place = { row: number; column: number };

function WeeksGrid({ view, box }: EditorProps) {
  const { weeks } = view.choices;
  const { tasks } = box.draft;
  const [here, setHere] = useState<Place>({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  const put = (task: PlanTask, week: string, cell: WeekCell) =>
    box.put((draft) => withCell(draft, taskKey(task), week, cell));
  const go = (place: Place) => {
    const row = Math.min(Math.max(place.row, 0), tasks.length - 1);
    const column = Math.min(Math.max(place.column, 0), weeks.length - 1);
    setHere({ row, column });
    grid.current?.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`)?.focus();
  };
  const byKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const [task, week] = [tasks[here.row], weeks[here.column]?.week];
    if (step !== undefined) go({ row: here.row + step.row, column: here.column + step.column });
    else if (EMPTIES.includes(event.key) && task && week) put(task, week, "none");
    else return;
    event.preventDefault();
  };
  return (
    <div className="scroll-box">
      <table
        ref={grid}
        className="weeks"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one stop, then arrow keys
        role="grid" // oxlint-disable-line jsx-a11y/no-noninteractive-element-to-interactive-role
        aria-label={m.plan_tasks_by_week()}
        style={{ "--columns": weeks.length }}
        onKeyDown={byKey}
      >
        <GridHead view={view} />
        <tbody>
          {tasks.map((task, row) => (
            <GridLine
              key={taskKey(task)}
              view={view}
              box={box}
              task={task}
              row={row}
              here={here}
              onHere={setHere}
              onCell={put}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const STEPS: Readonly<Record<string, Place | undefined>> = {
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  Home: { row: 0, column: -1_000 },
  End: { row: 0, column: 1_000 },
};
const EMPTIES = ["d", "D", "Delete", "Backspace"];

function GridHead({ view }: { view: PlanView }) {
  return (
    <thead>
      <tr>
        <th scope="col">{m.plan_task_at({ workplace: view.workplaceName })}</th>
        {view.choices.weeks.map(({ monday }) => (
          <th key={monday} scope="col">
            {weekOf(monday).week}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type GridLineProps = EditorProps & {
  task: PlanTask;
  row: number;
  here: Place;
  onHere: (place: Place) => void;
  onCell: (task: PlanTask, week: string, cell: WeekCell) => void;
};

function GridLine({ view, box, task, row, here, onHere, onCell }: GridLineProps) {
  const label = taskName(view, task);
  const before = box.draft.baseContent?.tasks.find((one) => taskKey(one) === taskKey(task));
  const cells = view.choices.weeks.map(({ week }) => ({
    week,
    now: cellOf(task, week),
    was: before ? cellOf(before, week) : "none",
  }));
  const isWritten = box.draft.baseContent !== null;
  const edited = isWritten && cells.some(({ now, was }) => now !== was);
  const planned = cells.some(({ now }) => now !== "none");
  return (
    <tr className={edited ? "edited" : undefined}>
      <th scope="row">
        {label}
        {!planned && <span className="sub">{m.plan_not_in_plan()}</span>}
        {planned && edited && <span className="sub">{m.plan_changed_now()}</span>}
      </th>
      {cells.map(({ week, now, was }, column) => (
        <td key={week} className={view.choices.weeks[column]?.closed ? "closed" : undefined}>
          <button
            type="button"
            className="plan-cell"
            data-place={`${row} ${column}`}
            tabIndex={here.row === row && here.column === column ? 0 : -1}
            aria-label={cellLabel(label, week, now)}
            onFocus={() => onHere({ row, column })}
            onClick={() => onCell(task, week, nextCell(now))}
          >
            <Fill
              now={now}
              was={isWritten ? was : now}
              joinsLeft={cells[column - 1]?.now === now}
              joinsRight={cells[column + 1]?.now === now}
            />
          </button>
        </td>
      ))}
    </tr>
  );
}

type FillProps = { now: WeekCell; was: WeekCell; joinsLeft: boolean; joinsRight: boolean };

/** A filled week; changed since the version before = birch, taken away = dashed. */
function Fill({ now, was, joinsLeft, joinsRight }: FillProps) {
  if (now === "none" && was === "none") return null;
  if (now === "none") return <span className="fill gone first last" />;
  const classes = ["fill", now];
  if (!joinsLeft) classes.push("first");
  if (!joinsRight) classes.push("last");
  if (now !== was) classes.push("changed");
  return <span className={classes.join(" ")} />;
}

function cellLabel(task: string, week: string, cell: WeekCell): string {
  const words = { task, week: Number(week.slice(6)) };
  switch (cell) {
    case "alone":
      return m.plan_cell_alone(words);
    case "with-tutor":
      return m.plan_cell_with_tutor(words);
    case "none":
      return m.plan_cell_none(words);
  }
}

function OwnTask({ box }: { box: DraftBox }) {
  const [name, setName] = useState("");
  const add = () => {
    box.put((draft) => withOwnTask(draft, name));
    setName("");
  };
  return (
    <form
      className="plan-own"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label={m.plan_own_task()}
        hint={m.plan_own_task_hint()}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button kind="second" type="submit">
        {m.plan_add_task()}
      </Button>
    </form>
  );
}
