import { useEffect, useState } from "react";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { clock } from "#web/ui/format.ts";

const MINUTE_MS = 60_000;

/** Until when the code works and how long that is; a reader hears the end time, not each minute. */
export function CodeClock({ until }: { until: number }) {
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, until - now);
  if (left === 0) return m.people_code_over();
  const rest =
    left > MINUTE_MS
      ? m.people_minutes_left({ count: Math.floor(left / MINUTE_MS) })
      : m.shell_seconds({ count: Math.ceil(left / 1_000) });
  return (
    <>
      {m.people_code_until({ time: clock(instantOf(until)) })}{" "}
      <span aria-hidden="true">({rest})</span>
    </>
  );
}
