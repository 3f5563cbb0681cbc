import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { textOf } from "#web/i18n/language.ts";
import { useMe } from "#web/session.ts";
import { atClock, dayYear, localDay } from "#web/ui/format.ts";
import { Logo } from "#web/ui/logo.tsx";
import { PARTIES } from "../plan.ts";
import { PlanFacts } from "./plan-facts.tsx";
import { crumbOf, handName } from "./plan-head.tsx";
import type { PartyName, PlanView } from "./plan-view.ts";
import "./plan-printed.css";

/** The plan on A4, always light: what all three have read and who has agreed to it. */
export function PrintedPlan({ view }: { view: PlanView }) {
  return (
    <div className="print-only plan-printed" data-theme="light" aria-hidden="true">
      <PrintedHead view={view} />
      <PlanFacts view={view} />
      <PrintedMarks view={view} />
    </div>
  );
}

function PrintedHead({ view }: { view: PlanView }) {
  const me = useMe();
  const at = usePrintedAt();
  const when = `${dayYear(localDay(at))} ${atClock(at)}`;
  const name = me ? `${me.givenName} ${me.familyName}` : "";
  return (
    <>
      <div className="plan-printed-head">
        <span className="logo">
          <Logo /> <span>{textOf(view.providerName)}</span>
        </span>
        <span className="plan-printed-by">
          {m.placement_printed({ when, name })}
          <br />
          {m.plan_printed_shows()}
        </span>
      </div>
      <div>
        <p className="muted">{crumbOf(view)}</p>
        <p className="plan-printed-title">
          {m.plan_title({ name: view.student.givenName, number: view.version })}
        </p>
      </div>
    </>
  );
}

/** The moment of printing, set when the paper is being laid out. */
function usePrintedAt(): string {
  const [at, setAt] = useState(() => instantOf(nowMs()));
  useEffect(() => {
    const look = () => flushSync(() => setAt(instantOf(nowMs())));
    window.addEventListener("beforeprint", look);
    return () => window.removeEventListener("beforeprint", look);
  }, []);
  return at;
}

function PrintedMarks({ view }: { view: PlanView }) {
  return (
    <section className="plan-printed-marks">
      <h2>{m.plan_who_agreed({ number: view.version })}</h2>
      <dl className="kv">
        {PARTIES.map((party) => (
          <PrintedMark key={party} view={view} party={party} />
        ))}
      </dl>
    </section>
  );
}

function PrintedMark({ view, party }: { view: PlanView; party: PartyName }) {
  const mark = view.marks.find((one) => one.party === party);
  const name = view[party]?.givenName ?? m.plan_the_tutor();
  return (
    <>
      <dt>{mark ? handName(mark) : name}</dt>
      <dd>
        {mark ? `${dayYear(localDay(mark.at))} ${atClock(mark.at)}` : m.plan_printed_not_yet()}
      </dd>
    </>
  );
}
