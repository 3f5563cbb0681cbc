import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { DeedContext, Input, RefusalOf } from "#server/deed.ts";
import { accept, type Outcome, refuse } from "#shared/outcome.ts";
import type { DutyOf } from "../agreement.ts";
import type { sendAgreement } from "../agreement-deeds.contract.ts";
import type { AgreementFacts } from "../agreement-facts.ts";
import { chooseEmployer, chooseGuardian } from "./choose-signer.ts";
import type { Seat } from "./send.queries.ts";
import { listProviderSigners } from "./signers.queries.ts";

type Body = Input<typeof sendAgreement>["body"];
type Refused = RefusalOf<typeof sendAgreement>;

/** Who signs, reads or is told, for whom; a person never stands on two sides. */
export async function chooseSeats(
  { tx }: DeedContext,
  placement: SeenPlacement,
  facts: AgreementFacts,
  duties: readonly DutyOf[],
  body: Body,
): Promise<Outcome<Seat[], Refused>> {
  const provider = await listProviderSigners(tx, placement, placement.teacher_id);
  if (!provider.some(({ id }) => id === body.providerSignerId)) {
    return refuse("unknown_choice", { choice: "provider" });
  }
  const employer = await chooseEmployer(tx, placement, body.employer);
  if (!employer.ok) return employer;
  const people = { provider: body.providerSignerId, employer: employer.value };
  if (people.provider === people.employer || people.employer === placement.student_id) {
    return refuse("same_signer");
  }
  const guardian = await guardianOf({ tx }, placement, duties, body);
  if (!guardian.ok) return guardian;
  const persons = { ...people, student: placement.student_id, guardian: guardian.value };
  const acting = {
    provider: `${facts.provider.name.fi ?? facts.provider.name.sv ?? ""}, ${facts.provider.businessId}`,
    employer: `${facts.employer.name}, ${facts.employer.businessId}`,
    student: null,
    guardian: null,
  };
  return accept(
    duties.flatMap(({ party, duty }) => {
      const personId = persons[party];
      return personId === null ? [] : [{ party, duty, personId, actingFor: acting[party] }];
    }),
  );
}

async function guardianOf(
  { tx }: Pick<DeedContext, "tx">,
  placement: SeenPlacement,
  duties: readonly DutyOf[],
  { guardian }: Body,
): Promise<Outcome<string | null, Refused>> {
  const duty = duties.find(({ party }) => party === "guardian");
  if (duty === undefined) return accept(null);
  if (guardian !== null) return chooseGuardian(tx, placement, guardian);
  // Who is only told may be told otherwise; one who signs has to be named.
  return duty.duty === "signs" ? refuse("guardian_missing") : accept(null);
}
