import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayLong, dayRange } from "#web/ui/format.ts";
import { useDeed } from "#web/view.ts";
import type { Effect } from "../rule-pack.ts";
import type { settleWork } from "../young-work.contract.ts";
import {
  BADGES,
  CHECKS_CHANGES,
  type ChecksView,
  type Hit,
  isHit,
  type Logged,
} from "./checks-view.ts";

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

function effectText(effect: Effect): string {
  const words: Record<Effect, () => string> = {
    forbidden: m.checks_forbidden,
    "needs-notice": m.checks_needs_notice,
    limit: m.checks_limit,
    information: m.checks_information,
  };
  return words[effect]();
}

/** What settles the hit, each as one press; taken back in the list of what has been seen to. */
function SettleDeeds({ view, hit }: { view: ChecksView; hit: Hit }) {
  const settle = useDeed<typeof settleWork>({
    method: "PUT",
    path: "/api/placements/{placementId}/settled",
    changes: CHECKS_CHANGES,
  });
  if (hit.settledBy.length === 0) return null;
  return (
    <>
      <div className="row row-wrap">
        {hit.settledBy.map(({ fact, name }, index) => (
          <Button
            key={fact}
            kind={index === 0 ? "second" : "quiet"}
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
        ))}
      </div>
      <ProblemNote error={settle.problem} />
    </>
  );
}
