import type { FastifyReply, FastifyRequest } from "fastify";
import { newId, newToken } from "#server/clock.ts";
import type { Config } from "#server/config.ts";
import type { House } from "#server/house.ts";
import { hashToken } from "#server/secrets.ts";
import { type Actor, MEANS, type Membership, ROLES } from "#shared/actor.ts";
import { isLanguage } from "#shared/language.ts";

export const SESSION_COOKIE = "kisalli_session";
const STAFF_DAYS = 14;
const LINK_DAYS = 90;

/** Who sends this request, or null: no cookie, an ended session, or a personal link since revoked or expired. */
export async function readActor(house: House, request: FastifyRequest): Promise<Actor | null> {
  const token = request.cookies[SESSION_COOKIE];
  if (token === undefined || token.length > 100) return null;
  const { rows } = await house.pool.query<SessionRow>({
    name: "read-actor",
    text: READ_ACTOR,
    values: [hashToken(token), house.clock.now().toString()],
  });
  const row = rows[0];
  if (row === undefined) return null;
  remember(token);
  return asActor(row);
}

const KNOWN_MOST = 20_000;
const known = new Set<string>();

function remember(token: string): void {
  if (known.size >= KNOWN_MOST) known.clear();
  known.add(token);
}

/** The session this request names, when it has been seen to be one: an invented cookie is nobody's. */
export function knownSession(request: FastifyRequest): string | undefined {
  const token = request.cookies[SESSION_COOKIE];
  return token !== undefined && known.has(token) ? token : undefined;
}

const READ_ACTOR = `
  select s.id, s.person_id, s.means, s.acting_name, s.named_at is not null as named,
         p.given_name, p.family_name, p.language, l.placement_id, l.workplace_id, l.agreement_id,
         coalesce((select json_agg(json_build_object('providerId', m.provider_id, 'role', m.role))
                     from membership m
                    where m.person_id = s.person_id
                      and (l.id is null or m.role = case when l.agreement_id is null then 'tutor' else 'signer' end)), '[]') as memberships
    from session s
    join person p on p.id = s.person_id
    left join personal_link l on l.id = s.personal_link_id
   where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2
     and (s.personal_link_id is null or (l.revoked_at is null and l.expires_at > $2))`;

type SessionRow = {
  id: string;
  person_id: string;
  means: string;
  acting_name: string | null;
  named: boolean;
  given_name: string;
  family_name: string;
  language: string;
  placement_id: string | null;
  workplace_id: string | null;
  agreement_id: string | null;
  memberships: { providerId: string; role: string }[];
};

function asActor(row: SessionRow): Actor {
  return {
    sessionId: row.id,
    personId: row.person_id,
    givenName: row.given_name,
    familyName: row.family_name,
    language: isLanguage(row.language) ? row.language : "fi",
    means: MEANS.find((means) => means === row.means) ?? "link",
    actingName: row.acting_name,
    named: row.named,
    memberships: row.memberships.flatMap(asMembership),
    onlyPlacementId: row.placement_id,
    onlyWorkplaceId: row.workplace_id,
    onlyAgreementId: row.agreement_id,
  };
}

function asMembership(row: { providerId: string; role: string }): Membership[] {
  const role = ROLES.find((known) => known === row.role);
  return role === undefined ? [] : [{ providerId: row.providerId, role }];
}

export type NewSession = {
  readonly personId: string;
  readonly means: Actor["means"];
  readonly personalLinkId?: string;
  readonly actingName?: string | null;
};

/** Opens a session and sets its cookie; an older session of the same browser ends. */
export async function openSession(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  session: NewSession,
): Promise<void> {
  await endSession(house, request);
  const token = newToken();
  const now = house.clock.now();
  const days = session.means === "link" ? LINK_DAYS : STAFF_DAYS;
  await house.db
    .insertInto("session")
    .values({
      id: newId(),
      token_hash: hashToken(token),
      person_id: session.personId,
      means: session.means,
      personal_link_id: session.personalLinkId ?? null,
      acting_name: session.actingName ?? null,
      named_at: now.toString(),
      created_at: now.toString(),
      expires_at: now.add({ hours: days * 24 }).toString(),
    })
    .execute();
  reply.setCookie(SESSION_COOKIE, token, { ...cookieOptions(house.config), maxAge: days * 86_400 });
}

export async function endSession(house: House, request: FastifyRequest): Promise<void> {
  const token = request.cookies[SESSION_COOKIE];
  if (token === undefined) return;
  await house.db
    .updateTable("session")
    .set({ revoked_at: house.clock.now().toString() })
    .where("token_hash", "=", hashToken(token))
    .where("revoked_at", "is", null)
    .execute();
}

export function cookieOptions(config: Config) {
  return {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: config.publicUrl?.startsWith("https:") ?? false,
  } as const;
}
