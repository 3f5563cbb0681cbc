import { dayAt } from "#server/clock.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayTerminate } from "../agreement.policy.ts";
import { terminateFrameworkAgreement } from "../framework-agreement.contract.ts";
import { checkTermination } from "../framework-agreement.ts";
import { type AgreementRow, lockAgreement } from "./agreement.queries.ts";
import { writeToParty } from "./agreement-letters.ts";
import { seatOf, subjectOf } from "./agreement-row.ts";
import { findProvider, saveTermination, validityOf } from "./framework.queries.ts";
import { findNames } from "./names.queries.ts";

/** Either party ends it with a last day and a reason; what was agreed under it stays as it was signed. */
export const terminateFrameworkRoute = deed(
  terminateFrameworkAgreement,
  async (context, { params, body }) => {
    const { tx, actor, at } = context;
    const agreement = await lockAgreement(tx, actor, params.agreementId);
    const validity = agreement && validityOf(agreement);
    if (agreement === undefined || validity === undefined) return refuse("not_found");
    const seat = seatOf(actor, agreement);
    const may = mayTerminate(seat, actor);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const party = seat.parties.includes("employer") ? "employer" : "provider";
    if (isRepeated(agreement, { party, ...body })) return accept({ done: true } as const);
    const { time_zone } = await findProvider(tx, agreement.provider_id);
    const today = dayAt(at, time_zone).toString();
    const checked = checkTermination(validity, body.lastDay, today);
    if (!checked.ok) return checked;
    await saveTermination(tx, agreement, {
      on: body.lastDay,
      at: at.toString(),
      by: actor.personId,
      name: `${actor.givenName} ${actor.familyName}`,
      party,
      reason: body.reason,
    });
    await tell(context, agreement, { party, ...body });
    return accept({ done: true } as const);
  },
);

type Ending = {
  readonly party: "provider" | "employer";
  readonly lastDay: string;
  readonly reason: string;
};

/** The same word pressed again. */
function isRepeated(
  { terminated_on, terminated_party, terminated_reason }: AgreementRow,
  { party, lastDay, reason }: Ending,
): boolean {
  return terminated_on === lastDay && terminated_party === party && terminated_reason === reason;
}

async function tell(
  context: DeedContext,
  agreement: AgreementRow,
  { party: ending, lastDay, reason }: Ending,
): Promise<void> {
  const { tx, actor, audit } = context;
  await audit({
    deed: "terminate-framework-agreement",
    ...subjectOf(agreement),
    change: { party: ending, lastDay },
  });
  const names = await findNames(tx, agreement);
  for (const party of agreement.parties) {
    if (party.personId === actor.personId) continue;
    await writeToParty(context, "terminated", party, { agreement, ...names, reason, lastDay });
  }
}
