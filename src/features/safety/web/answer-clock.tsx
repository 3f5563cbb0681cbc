import { useEffect, useState } from "react";
import { m } from "#messages/web";
import { atClock, dayLong, hours, localDay } from "#web/ui/format.ts";
import type { Report } from "./safety-view.ts";

const MINUTE = 60_000;

/** How long until an answer is due; late when it has passed. Runs by the minute, in words. */
export function AnswerClock({ report: { state, answerBy, hearers } }: { report: Report }) {
  const now = useMinute();
  if (answerBy === null || state !== "told") return null;
  const left = Math.ceil((Date.parse(answerBy) - now) / MINUTE);
  const when = `${dayLong(localDay(answerBy))} ${atClock(answerBy)}`;
  return (
    <p className="safety-clock">
      {left > 0 ? (
        <>
          {m.safety_answers_in({ name: hearers[0]?.name ?? "" })} <b>{hours(left)}</b>
          <span className="sub">{m.safety_by({ when })}</span>
        </>
      ) : (
        <>
          <b>{m.safety_late()}</b>
          <span className="sub">{m.safety_late_text()}</span>
        </>
      )}
    </p>
  );
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
