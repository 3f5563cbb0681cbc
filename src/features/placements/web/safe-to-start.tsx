import { m } from "#messages/web";
import { GateList, GateRow } from "#web/ui/gate-row.tsx";
import { Link } from "#web/ui/link.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView } from "#web/view.ts";
import type { GateCode } from "../gate.ts";
import type { readPlacement } from "../placement-page.contract.ts";
import { gateState, gateStepHref, gateWhat, gateWhy, stopsFirst } from "./gate-text.ts";

type Step = Parameters<typeof gateStepHref>[0];

/** What of the start gate is about safety and liability, and where each is seen to. */
const PAGES: ReadonlyMap<string, Step> = new Map<GateCode, Step>([
  ["checklist", "open_checklist"],
  ["insurance", "open_checklist"],
  ["young_work", "open_checks"],
  ["clearances", "open_checks"],
]);

/** How safety and liability stand, for whoever judges the workplace beside it. */
export function SafeToStart({ placementId }: { placementId: string }) {
  const { gate } = useView<typeof readPlacement>(
    { path: "/api/placements/{placementId}", params: { placementId } },
    [`placement:${placementId}`],
  );
  return (
    <Section title={m.gate_safe_to_start()}>
      <GateList>
        {stopsFirst(gate).map((row) => {
          const step = PAGES.get(row.code);
          return step === undefined ? null : (
            <GateRow
              key={row.code}
              state={gateState(row)}
              what={<Link href={gateStepHref(step, placementId)}>{gateWhat(row)}</Link>}
              why={gateWhy(row)}
            />
          );
        })}
      </GateList>
    </Section>
  );
}
