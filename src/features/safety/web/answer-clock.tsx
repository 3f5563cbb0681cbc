import { type ReactNode, useEffect, useState } from "react";
import { m } from "#messages/web";
import { atClock, dayLong, hours, localDay, names } from "#web/ui/format.ts";
import type { Report } from "./safety-view.ts";

const MINUTE = 60_000;

/** How long until an answer is due; `late` stands in its place when that has passed. Runs by the minute, in words. */
export function AnswerClock({
  report: { state, answerBy, hearers },
  late,
}: {
  report: Report;
  late: ReactNode;
}) {
  const left = useMinutesLeft({ state, answerBy });
  if (left === null || answerBy === null) return null;
  if (left <= 0) return <div className="safety-clock">{late}</div>;
  const waited = hearers.filter(({ remindedAt }) => remindedAt === null);
  return (
    <p className="safety-clock">
      {m.safety_answers_in({ name: names(waited.map(({ name }) => name)) })} <b>{hours(left)}</b>
      <span className="sub">
        {m.safety_by({ when: `${dayLong(localDay(answerBy))} ${atClock(answerBy)}` })}
      </span>
    </p>
  );
}

/** Null when no clock runs; nothing left, or less, when the answer is late. */
export function useMinutesLeft({
  state,
  answerBy,
}: Pick<Report, "state" | "answerBy">): number | null {
  const now = useMinute();
  if (answerBy === null || state !== "told") return null;
  return Math.ceil((Date.parse(answerBy) - now) / MINUTE);
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
