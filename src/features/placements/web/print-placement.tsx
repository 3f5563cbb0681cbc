import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { textOf } from "#web/i18n/language.ts";
import { useMe } from "#web/session.ts";
import { CellMark } from "#web/ui/cell-mark.tsx";
import { addDays, atClock, dayRange, dayYear, localDay } from "#web/ui/format.ts";
import { Logo } from "#web/ui/logo.tsx";
import { Marks } from "#web/ui/marks.tsx";
import { SkillLegend, type SkillRow, skillWord } from "#web/ui/skill-map.tsx";
import { nameOf, type Placement } from "./placement-page-answer.ts";
import { newestWeeks } from "./placement-page-deeds.tsx";
import { detailText, PlacementRibbon } from "./placement-page-head.tsx";
import { planMarks, weekMarks } from "./placement-page-marks.ts";
import { skillRows } from "./placement-page-skills.tsx";
import { whenOf } from "./placement-page-talks.tsx";
import { basisText, mondayOfWeek, talkText, weekNumber, weekText } from "./state-text.ts";
import "./print-placement.css";

/** The placement on one A4: what all three may see, always light. */
export function PrintedPlacement({ placement }: { placement: Placement }) {
  return (
    <div className="print-only printed" data-theme="light" aria-hidden="true">
      <PrintedHead placement={placement} />
      <section>
        <h2>{m.placement_print_weeks()}</h2>
        <PlacementRibbon placement={placement} />
      </section>
      <div className="printed-two">
        <PrintedWeeks placement={placement} />
        <div>
          <PrintedPeople placement={placement} />
          <PrintedDeeds placement={placement} />
        </div>
      </div>
      <PrintedTalks placement={placement} />
      <PrintedSkills rows={skillRows(placement.units)} />
      <p className="printed-foot">{m.placement_print_made()}</p>
    </div>
  );
}

function PrintedHead({ placement }: { placement: Placement }) {
  const me = useMe();
  const at = usePrintedAt();
  const when = `${dayYear(localDay(at))} ${atClock(at)}`;
  return (
    <>
      <div className="printed-head">
        <span className="logo">
          <Logo /> <span>{textOf(placement.providerName)}</span>
        </span>
        <span className="printed-by">
          {m.placement_printed({ when, name: me ? nameOf(me) : "" })}
          <br />
          {m.placement_print_shows()}
        </span>
      </div>
      <div>
        <p className="muted">
          {basisText(placement.basis)}, {detailText(placement)}
        </p>
        <p className="printed-title">
          {m.placement_title({
            name: nameOf(placement.student),
            workplace: placement.workplace.name,
          })}
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

/** So many fit on one page together with the rest. */
const MOST_WEEKS = 10;
const MOST_TALKS = 5;

function PrintedWeeks({ placement }: { placement: Placement }) {
  const shown = placement.weeks.filter(({ sentAt }) => sentAt !== null);
  const earlier = Math.max(shown.length - MOST_WEEKS, 0);
  return (
    <section>
      <h2>{m.placement_print_week_by_week()}</h2>
      {shown.length === 0 && <p className="muted">{m.placement_print_no_weeks()}</p>}
      {shown.length > 0 && (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{m.placement_print_week()}</th>
              <th scope="col">{m.placement_print_sent()}</th>
              <th scope="col">{m.placement_print_confirmed()}</th>
              <th scope="col">{m.placement_print_read()}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(-MOST_WEEKS).map((week) => (
              <PrintedWeek key={week.week} week={week} />
            ))}
          </tbody>
        </table>
      )}
      {earlier > 0 && <p className="muted">{m.placement_print_earlier({ count: earlier })}</p>}
    </section>
  );
}

function PrintedWeek({ week }: { week: Placement["weeks"][number] }) {
  const monday = mondayOfWeek(week.week);
  const dayOf = (at: string | null) => (at === null ? "–" : dayYear(localDay(at)));
  return (
    <tr>
      <th scope="row">
        {weekNumber(week.week)}{" "}
        <span className="muted">{dayRange(monday, addDays(monday, 6))}</span>
      </th>
      <td>{dayOf(week.sentAt)}</td>
      <td>{week.confirmedAt ? `${dayOf(week.confirmedAt)}, ${week.confirmedBy ?? ""}` : "–"}</td>
      <td>{dayOf(week.readAt)}</td>
    </tr>
  );
}

function PrintedTalks({ placement }: { placement: Placement }) {
  const talks = placement.talks.toSorted((a, b) => whenOf(a).localeCompare(whenOf(b)));
  if (talks.length === 0) return null;
  return (
    <section>
      <h2>{m.placement_talks()}</h2>
      <table className="plain top">
        <thead>
          <tr>
            <th scope="col">{m.placement_print_talk()}</th>
            <th scope="col">{m.placement_print_day()}</th>
            <th scope="col">{m.placement_print_agreed()}</th>
          </tr>
        </thead>
        <tbody>
          {talks.slice(-MOST_TALKS).map((talk) => (
            <tr key={talk.id}>
              <th scope="row" className="nowrap">
                {talkText(talk.kind)}
              </th>
              <td className="nowrap">{dayYear(localDay(whenOf(talk)))}</td>
              <td>{talk.note ?? <span className="muted">{m.placement_print_planned()}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PrintedPeople({ placement }: { placement: Placement }) {
  const { student, tutor, teacher } = placement;
  return (
    <section>
      <h2>{m.placement_people()}</h2>
      <dl className="kv">
        <dt>{m.placement_student()}</dt>
        <dd>{nameOf(student)}</dd>
        <dt>{m.placement_tutor()}</dt>
        <dd>{tutor ? nameOf(tutor) : m.placement_no_tutor()}</dd>
        <dt>{m.placement_teacher()}</dt>
        <dd>{nameOf(teacher)}</dd>
      </dl>
    </section>
  );
}

function PrintedDeeds({ placement }: { placement: Placement }) {
  const plan = placement.plan;
  return (
    <section>
      <h2>{m.placement_joint_deeds()}</h2>
      <ul className="rows">
        <li>
          <span>
            {plan ? m.placement_plan_version({ number: plan.number }) : m.gate_plan_unwritten()}
          </span>
          <Marks deed={m.state_plan()} marks={planMarks(placement)} />
        </li>
        {newestWeeks(placement).map((week) => (
          <li key={week}>
            <span>{weekText(week)}</span>
            <Marks deed={weekText(week)} marks={weekMarks(placement, factsOf(placement, week))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function factsOf({ weeks }: Placement, week: string) {
  const found = weeks.find((one) => one.week === week);
  return found ?? { sentAt: null, confirmedAt: null, readAt: null };
}

const SIGNS = {
  "not-yet": "not-yet",
  practised: "help",
  confirmed: "done",
  demonstrated: "demonstrated",
} as const;

function PrintedSkills({ rows }: { rows: readonly SkillRow[] }) {
  return (
    <section>
      <h2>{m.placement_skill_map()}</h2>
      {rows.map((row) => (
        <div key={row.id} className="printed-unit">
          <span>
            <b>{row.label}</b>
            <span className="sub">{countedText(row)}</span>
          </span>
          <span className="printed-cells">
            {row.cells.map((cell) => (
              <CellMark key={cell.id} kind={SIGNS[cell.state]} />
            ))}
          </span>
        </div>
      ))}
      <SkillLegend />
    </section>
  );
}

/** "5 confirmed at work, 3 practised" */
function countedText({ cells }: SkillRow): string {
  return (["demonstrated", "confirmed", "practised", "not-yet"] as const)
    .map((state) => ({ state, count: cells.filter((cell) => cell.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${skillWord(state).toLocaleLowerCase()}`)
    .join(", ");
}
