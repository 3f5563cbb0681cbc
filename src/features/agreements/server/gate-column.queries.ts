import { type RawBuilder, sql } from "kysely";
import { seatHolds } from "./guardian.queries.ts";

/** What the start gate asks of a placement's agreements: whether one is complete, and who is missing. */
export type AgreementStanding = {
  readonly completedAt: string | null;
  readonly newest: "out" | "completed" | "declined" | "withdrawn" | null;
  readonly missing: readonly {
    readonly role: "student" | "guardian" | "employer" | "provider";
    readonly personId: string;
    readonly givenName: string;
    readonly familyName: string;
  }[];
};

/** Beside a row of `placement`; an amendment changes what already binds and is not asked for here. */
export function agreementColumn(): RawBuilder<AgreementStanding> {
  const here = sql`a.provider_id = placement.provider_id and a.placement_id = placement.id and a.kind = 'agreement'`;
  return sql<AgreementStanding>`json_build_object(
    'completedAt', (select min(a.completed_at) from agreement a where ${here}),
    'newest', (select a.state from agreement a where ${here} order by a.number desc limit 1),
    'missing', (select coalesce(json_agg(json_build_object('role', p.party, 'personId', p.person_id,
        'givenName', person.given_name, 'familyName', person.family_name) order by p.party), '[]')
      from agreement a
      join agreement_party p on p.provider_id = a.provider_id and p.agreement_id = a.id and p.duty = 'signs'
      join person on person.id = p.person_id
      where ${here} and a.state = 'out' and ${seatHolds("p", "a")} and not exists (select from agreement_signature s
        where s.provider_id = p.provider_id and s.agreement_id = p.agreement_id
          and s.revision = a.revision and s.party = p.party)))`;
}
