import { AGREEMENT_KINDS, AGREEMENT_STATES } from "../agreement.ts";
import { oneOf, partyNamed } from "./agreement-row.ts";
import type { listOf } from "./list.queries.ts";

/** An agreement as every list of them shows it. */
export function asListed(row: Awaited<ReturnType<typeof listOf>>[number]) {
  return {
    id: row.id,
    number: row.number,
    kind: oneOf(AGREEMENT_KINDS, row.kind),
    state: oneOf(AGREEMENT_STATES, row.state),
    sentAt: row.sent_at,
    completedAt: row.completed_at,
    waitsFor: row.waits_for.map(({ party, name }) => ({ party: partyNamed(party), name })),
    hasPaper: row.has_paper,
  };
}
