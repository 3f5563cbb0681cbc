import type { Basis } from "#features/placements/placement.ts";
import { m } from "#messages/web";
import { Badge } from "#web/ui/badge.tsx";
import { dayYear } from "#web/ui/format.ts";
import type { Standing } from "../framework-agreement.ts";
import { StateBadge } from "./agreement-rows.tsx";

const BASIS_NAMES: Readonly<Record<Basis, () => string>> = {
  training_agreement: m.framework_agreement_training,
  apprenticeship: m.framework_agreement_apprenticeship,
};

export function basesText(bases: readonly Basis[]): string {
  const [first] = bases;
  if (first === undefined) return "";
  return bases.length === 1 ? BASIS_NAMES[first]() : m.framework_agreement_all_bases();
}

type BadgeProps = { readonly standing: Standing; readonly lastDay: string };

/** How a framework agreement stands today, in a word or its last day. */
export function StandingBadge({ standing, lastDay }: BadgeProps) {
  switch (standing) {
    case "out":
    case "declined":
    case "withdrawn":
      return <StateBadge state={standing} />;
    case "coming":
      return <Badge kind="info">{m.framework_agreement_coming()}</Badge>;
    case "in_force":
      return <Badge kind="ok">{m.framework_agreement_in_force()}</Badge>;
    case "ends_soon":
      return <Badge kind="wait">{m.framework_agreement_ends_on({ day: dayYear(lastDay) })}</Badge>;
    case "terminated":
      return <Badge>{m.framework_agreement_terminated()}</Badge>;
    case "ended":
      return <Badge>{m.framework_agreement_ended()}</Badge>;
  }
}
