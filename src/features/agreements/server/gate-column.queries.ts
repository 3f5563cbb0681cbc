import { type RawBuilder, sql } from "kysely";
import { seatHolds } from "./guardian.queries.ts";

/** What the start gate asks of a placement's agreements: whether one is complete, and who is missing. */
export type AgreementStanding = {
  readonly completedAt: string | null;
  readonly newest: "out" | "completed" | "declined" | "withdrawn" | null;
  readonly missing: readonly Missing[];
  /** An amendment that is out, and who has not signed it. */
  readonly amendment: {
    readonly id: string;
    readonly sentAt: string;
    readonly missing: readonly Missing[];
  } | null;
};

type Missing = {
  readonly role: "student" | "guardian" | "employer" | "provider";
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
};

/** Beside a row of `placement`; the gate does not ask for an amendment, which changes what already binds. */
export function agreementColumn(): RawBuilder<AgreementStanding> {
  const here = sql`a.provider_id = placement.provider_id and a.placement_id = placement.id and a.kind = 'agreement'`;
  return sql<AgreementStanding>`json_build_object(
    'completedAt', (select min(a.completed_at) from agreement a where ${here}),
    'newest', (select a.state from agreement a where ${here} order by a.number desc limit 1),
    'missing', (select ${missing()} from agreement a ${unsigned()} where ${here} and a.state = 'out'
      and ${NOT_SIGNED}),
    'amendment', (select json_build_object('id', a.id, 'sentAt', a.sent_at, 'missing', (select ${missing()}
        from (select 1) as one ${unsigned()} where ${NOT_SIGNED}))
      from agreement a where a.provider_id = placement.provider_id and a.placement_id = placement.id
        and a.kind = 'amendment' and a.state = 'out'))`;
}

/** The parties of agreement `a` who are to sign, beside it. */
function unsigned(): RawBuilder<unknown> {
  return sql`join agreement_party p on p.provider_id = a.provider_id and p.agreement_id = a.id and p.duty = 'signs' and ${seatHolds("p", "a")}
    join person on person.id = p.person_id`;
}

function missing(): RawBuilder<unknown> {
  return sql`coalesce(json_agg(json_build_object('role', p.party, 'personId', p.person_id,
    'givenName', person.given_name, 'familyName', person.family_name) order by p.party), '[]')`;
}

const NOT_SIGNED = sql`not exists (select from agreement_signature s
  where s.provider_id = p.provider_id and s.agreement_id = p.agreement_id
    and s.revision = a.revision and s.party = p.party)`;
