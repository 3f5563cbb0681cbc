import { dayAt } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { type Ability, denied } from "#shared/ability.ts";
import { type Actor, staffProvidersOf } from "#shared/actor.ts";
import type { AgreementSeat } from "../agreement.policy.ts";
import { mayTerminate } from "../agreement.policy.ts";
import {
  checkTermination,
  type FrameworkFacts,
  lastDayOf,
  standingOn,
  type Validity,
} from "../framework-agreement.ts";
import type { AgreementRow } from "./agreement.queries.ts";
import { oneOf } from "./agreement-row.ts";
import { countReferring } from "./framework.queries.ts";

/** Whether the reader only reads it as the terms of an agreement that refers to it: a student, a tutor, a guardian. */
export function readsTermsOnly(actor: Actor, row: AgreementRow, seat: AgreementSeat): boolean {
  const isStaff = actor.means !== "link" && staffProvidersOf(actor).includes(row.provider_id);
  return row.kind === "framework_agreement" && !isStaff && seat.parties.length === 0;
}

type Reading = {
  readonly actor: Actor;
  readonly seat: AgreementSeat;
  readonly at: Temporal.Instant;
};

/** What only the page of a framework agreement shows. */
export async function frameworkShown(
  tx: Tx,
  row: AgreementRow,
  validity: Validity,
  facts: FrameworkFacts,
  { actor, seat, at }: Reading,
) {
  const today = dayAt(at, facts.timeZone).toString();
  const isOutside = readsTermsOnly(actor, row, seat);
  return {
    kind: "framework_agreement" as const,
    timeZone: facts.timeZone,
    providerName: facts.provider.name,
    employerName: facts.employer.name,
    startsOn: validity.validFrom,
    endsOn: lastDayOf(validity),
    bases: [...validity.bases],
    standing: standingOn(validity, today),
    workplaceId: seat.carries ? row.workplace_id : null,
    refersHere: seat.carries ? await countReferring(tx, row) : null,
    terminated: terminatedOf(row, isOutside),
    terminate: terminateNow(validity, { actor, seat }, today),
  };
}

function terminatedOf(row: AgreementRow, isOutside: boolean) {
  const { terminated_on: lastDay, terminated_party: party } = row;
  if (lastDay === null || party === null) return null;
  return {
    lastDay,
    party: oneOf(["provider", "employer"], party),
    by: row.terminated_name ?? "",
    reason: isOutside ? null : row.terminated_reason,
  };
}

function terminateNow(
  validity: Validity,
  { actor, seat }: Pick<Reading, "actor" | "seat">,
  today: string,
): Ability {
  const may = mayTerminate(seat, actor);
  if (!may.allowed) return may;
  const open = checkTermination(validity, validity.validUntil, today);
  return open.ok ? may : denied("closed");
}
