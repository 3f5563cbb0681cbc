import type { ReactNode } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { dayWord, hours, weekdayShort } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { absenceText, type DayOfWeek, dayHref, type WeekView } from "./week-words.ts";

/** The days of the week, one line each, and their sum. A written day opens; the writer's empty one too. */
export function WeekDays({ view }: { view: WeekView }) {
  return (
    <ul className="sheet week-days" aria-label={m.logbook_days()}>
      {view.days.map((day) => (
        <li key={day.day} className="cell week-day">
          <DayLine view={view} day={day} />
        </li>
      ))}
      <li className="cell week-day cell-sum">
        <b className="grow">{m.logbook_total()}</b>
        <b className="nowrap">{hours(view.totalMinutes)}</b>
      </li>
    </ul>
  );
}

function DayLine({ view, day }: { view: WeekView; day: DayOfWeek }) {
  const opens = isWritten(day) || (day.kind === "none" && view.abilities.write.allowed);
  const line = (
    <>
      <b className="week-day-name">
        <span aria-hidden="true">{weekdayShort(day.day)}</span>
        <span className="vh">{dayWord(day.day)}</span>
      </b>
      <span className="grow">
        <DayText view={view} day={day} />
      </span>
      <span className="num nowrap">{hoursText(day)}</span>
    </>
  );
  if (!opens) return line;
  return (
    <Link className="week-day-link" href={dayHref(view.placementId, day.day)}>
      {line}
    </Link>
  );
}

function hoursText({ kind, minutes }: DayOfWeek): string {
  if (kind === "entry") return hours(minutes);
  return kind === "absence" || kind === "none" ? "–" : "";
}

function isWritten({ kind }: DayOfWeek): boolean {
  return kind === "entry" || kind === "absence";
}

function DayText({ view, day }: { view: WeekView; day: DayOfWeek }) {
  const tasks = day.tasks.map((task) => textOf(task)).filter(Boolean);
  return (
    <>
      {day.absence && <span className="c-birch week-strong">{absenceText(day.absence)}</span>}
      {day.kind === "entry" && tasks.join(", ")}
      {day.kind === "entry" && tasks.length === 0 && !day.text && (
        <span className="muted">{m.logbook_day_no_text()}</span>
      )}
      {day.text && (
        <span className={tasks.length > 0 ? "sub week-text" : "week-text"}>{day.text}</span>
      )}
      {emptyText(view, day)}
      {day.writtenDaysLater > 0 && (
        <span className="sub">{m.logbook_written_later({ count: day.writtenDaysLater })}</span>
      )}
      {day.exception && <span className="sub c-birch week-strong">{day.exception}</span>}
    </>
  );
}

function emptyText(view: WeekView, { kind }: DayOfWeek): ReactNode {
  if (kind === "to_come") return <span className="muted">{m.logbook_day_to_come()}</span>;
  if (kind === "interruption") return <span className="muted">{m.logbook_day_interruption()}</span>;
  if (kind === "outside") return <span className="muted">{m.logbook_day_outside()}</span>;
  if (kind !== "none") return null;
  if (!view.abilities.write.allowed) return <span className="muted">{m.logbook_day_none()}</span>;
  return <span className="c-spruce week-strong">{m.logbook_day_write()}</span>;
}
