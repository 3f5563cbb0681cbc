import { m } from "#messages/web";
import { clock, names } from "#web/ui/format.ts";
import { type Choice, type Report, STEP_NAMES } from "./safety-view.ts";
import { TellButton } from "./tell-button.tsx";

type LateProps = { report: Report; choices: readonly Choice[] };

/** The clock has run out: said as it is, what was done about it, and what the student may choose next. */
export function LateForStudent({ report, choices }: LateProps) {
  const told = report.hearers.map(({ part }) => part);
  const others = choices.filter(({ part }) => !told.includes(part));
  const reminded = report.hearers.findLast(({ remindedAt }) => remindedAt !== null)?.remindedAt;
  return (
    <div className="stack">
      <p>
        <b>{m.safety_late_who({ names: names(report.hearers.map(({ name }) => name)) })}</b>
        <span className="sub">
          {reminded
            ? m.safety_late_reminded({ time: clock(reminded) })
            : m.safety_late_unreminded()}
        </span>
      </p>
      {others.length > 0 && <p>{m.safety_late_choose()}</p>}
      {others.map(({ part, name }) => (
        <TellButton key={part} reportId={report.id} part={part} kind="second" block>
          {m.safety_tell({ name })}
        </TellButton>
      ))}
      {choices
        .filter(({ part, phone }) => told.includes(part) && phone)
        .map(({ part, name, phone }) => (
          <a
            key={part}
            className="btn btn-quiet btn-block"
            href={`tel:${phone?.replaceAll(/\s/g, "")}`}
          >
            {m.safety_ring({ name })}
          </a>
        ))}
    </div>
  );
}

export function LateForHearer() {
  return (
    <p>
      <b>{m.safety_late_heard()}</b>
      <span className="sub">{m.safety_late_heard_text({ take: STEP_NAMES.take() })}</span>
    </p>
  );
}
