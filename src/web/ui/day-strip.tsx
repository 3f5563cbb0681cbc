import { dayWord, weekdayShort } from "./format.ts";
import { Link } from "./link.tsx";

export type DayOfStrip = {
  on: string;
  /** done: written; off: school, holiday, away; open: to come or not written. */
  state: "done" | "off" | "open";
  /** The hours or the word: "7 h 30", "talk", "school". */
  text: string;
  href: string;
};

/** The days of one week, in the same words as the log. */
export function DayStrip({ days, today }: { days: readonly DayOfStrip[]; today?: string }) {
  return (
    <div className="daystrip" style={{ "--days": days.length }}>
      {days.map((day) => (
        <Link
          key={day.on}
          href={day.href}
          className={`d-${day.state}`}
          aria-current={day.on === today ? "date" : undefined}
        >
          <b>{weekdayShort(day.on)}</b> <span>{day.text}</span>
          <span className="vh">, {dayWord(day.on)}</span>
        </Link>
      ))}
    </div>
  );
}
