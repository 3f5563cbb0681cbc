import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayLong, dayRange } from "#web/ui/format.ts";
import { useDeed } from "#web/view.ts";
import type { settleWork } from "../young-work.contract.ts";
import {
  BADGES,
  CHECKS_CHANGES,
  type ChecksView,
  type Hit,
  isHit,
  type Logged,
} from "./checks-view.ts";
import { effectText } from "./rule-pack-view.ts";

/** Each hit: which rule, why, what makes it allowed, who does what by when, and where it is written. */
export function HitList({ view, hits }: { view: ChecksView; hits: readonly (Hit | Logged)[] }) {
  return (
    <ul className="sheet checks-hits">
      {hits.map((hit) => (
        <li key={keyOf(hit)} className="cell stack-2">
          <div className="row row-wrap">
            <Badge kind={BADGES[hit.effect]}>{effectText(hit.effect)}</Badge>
            <b>{textOf(hit.title)}</b>
          </div>
          <p>{textOf(hit.because)}</p>
          {hit.allowedWhen && <p>{m.checks_allowed({ when: textOf(hit.allowedWhen) })}</p>}
          {hit.doer && <p>{textOf(hit.doer)}</p>}
          <p className="small muted">
            {hit.rule} · {textOf(hit.source)} · {daysText(hit)}
          </p>
          {isHit(hit) && view.abilities.settle.allowed && <SettleDeeds view={view} hit={hit} />}
        </li>
      ))}
    </ul>
  );
}

function keyOf(hit: Hit | Logged): string {
  return isHit(hit)
    ? `${hit.rule} ${hit.taskKey} ${hit.kind?.code} ${hit.first} ${textOf(hit.title)}`
    : `${hit.rule} ${hit.date} ${textOf(hit.because)}`;
}

function daysText(hit: Hit | Logged): string {
  if (!isHit(hit)) return dayLong(hit.date);
  return hit.first === hit.last ? dayLong(hit.first) : dayRange(hit.first, hit.last);
}

type Settling = Hit["settledBy"][number];

/** What settles the hit, each as one press; taken back in the list of what has been seen to. */
function SettleDeeds({ view, hit }: { view: ChecksView; hit: Hit }) {
  const settle = useDeed<typeof settleWork>({
    method: "PUT",
    path: "/api/placements/{placementId}/settled",
    changes: CHECKS_CHANGES,
  });
  const [first, ...others] = hit.settledBy;
  if (first === undefined) return null;
  const deedOf = ({ fact, name }: Settling, kind: "second" | "quiet") => (
    <Button
      key={fact}
      kind={kind}
      busy={settle.busy}
      onClick={() =>
        settle.run({
          params: { placementId: view.placementId },
          body: { fact, kind: hit.kind?.code ?? null, settled: true },
        })
      }
    >
      {textOf(name)}
    </Button>
  );
  return (
    <>
      <div className="row row-wrap">{deedOf(first, "second")}</div>
      {others.length > 0 && (
        <details>
          <summary>{m.checks_other_grounds()}</summary>
          <div className="row row-wrap">{others.map((one) => deedOf(one, "quiet"))}</div>
        </details>
      )}
      <ProblemNote error={settle.problem} />
    </>
  );
}
