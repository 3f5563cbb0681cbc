import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { Badge } from "#web/ui/badge.tsx";
import type { listMyAgreements } from "../agreement.contract.ts";
import type { AgreementState } from "../agreement.ts";

export type MyAgreement = AnswerOf<typeof listMyAgreements>["rows"][number];
export const MY_AGREEMENTS = { path: "/api/agreements" } as const;

/** How an agreement stands, in a word, wherever it is listed. */
export function StateBadge({ state }: { state: AgreementState }) {
  switch (state) {
    case "out":
      return <Badge kind="wait">{m.agreement_state_out()}</Badge>;
    case "completed":
      return <Badge kind="ok">{m.agreement_state_completed()}</Badge>;
    case "declined":
      return <Badge kind="stop">{m.agreement_state_declined()}</Badge>;
    case "withdrawn":
      return <Badge>{m.agreement_state_withdrawn()}</Badge>;
  }
}
