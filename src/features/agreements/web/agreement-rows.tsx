import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { Badge } from "#web/ui/badge.tsx";
import { dayYear, localDay, names } from "#web/ui/format.ts";
import type { listMyAgreements } from "../agreement.contract.ts";
import type { AgreementState } from "../agreement.ts";

export type MyAgreement = AnswerOf<typeof listMyAgreements>["rows"][number];
export const MY_AGREEMENTS = { path: "/api/agreements" } as const;

type Listed = Pick<
  MyAgreement,
  "kind" | "number" | "state" | "sentAt" | "completedAt" | "waitsFor"
>;

/** "Amendment 2": which of the placement's agreements it is. */
export function agreementName({ kind, number }: Pick<Listed, "kind" | "number">): string {
  return kind === "amendment"
    ? m.agreements_amendment({ number })
    : m.agreements_agreement({ number });
}

/** Whom it waits for and since when, or the day it was signed. */
export function standingText({ state, sentAt, completedAt, waitsFor }: Listed): string {
  if (completedAt !== null) return m.agreements_signed_on({ day: dayYear(localDay(completedAt)) });
  const day = dayYear(localDay(sentAt));
  if (state !== "out" || waitsFor.length === 0) return m.agreements_sent_on({ day });
  return m.agreements_waits_since({ names: names(waitsFor.map(({ name }) => name)), day });
}

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
