import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { Diff } from "#web/ui/diff.tsx";
import { moment } from "#web/ui/format.ts";
import { type Difference, lineOf } from "../plan-differences.ts";
import { handName } from "./plan-head.tsx";
import type { NumberedDifference, PlanView } from "./plan-view.ts";
import { lineText } from "./plan-words.ts";

/** What changed since the reader agreed, each line with who, when and why. */
export function PlanChanges({ view }: { view: PlanView }) {
  return (
    <div>
      {view.differences.map((difference) => (
        <ChangedLine
          key={lineOf(difference)}
          view={view}
          difference={difference}
          by={byWhom(view, difference)}
        />
      ))}
    </div>
  );
}

type ChangedLineProps = { view: PlanView; difference: Difference; by?: string | undefined };

export function ChangedLine({ view, difference, by }: ChangedLineProps) {
  const { title, old, now } = lineText(view, difference);
  return <Diff title={title} old={old} now={now} by={by} />;
}

/** "Sanna, today 9:20. The lift course is only on 22 December" */
function byWhom(view: PlanView, { number }: NumberedDifference): string | undefined {
  const version = view.versions.find((one) => one.number === number);
  if (version === undefined) return undefined;
  const when = moment(version.editedAt, instantOf(nowMs()));
  const words = { name: handName(version), when };
  const said =
    version.why === null ? m.plan_by(words) : m.plan_by_why({ ...words, why: version.why });
  return version.amendment === null
    ? said
    : `${m.plan_by_amendment({ number: version.amendment.number })}. ${said}`;
}
