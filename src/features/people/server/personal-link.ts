import { m } from "#messages/server";
import { newId, newToken } from "#server/clock.ts";
import { edge } from "#server/deed.ts";
import type { House } from "#server/house.ts";
import { queueMail } from "#server/mail.ts";
import { hashToken } from "#server/secrets.ts";
import { openSession } from "#server/session.ts";
import { isLanguage } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { lookAtLink, openLink, renewLink } from "../people.contract.ts";
import { judgeLink, maskAddress } from "../people.ts";
import { linkAddress } from "./api.ts";
import * as queries from "./people.queries.ts";
import { meOf } from "./view-me.ts";

const RENEWED_LINK_DAYS = 30;

async function readLink(house: House, token: string, at: Temporal.Instant) {
  const link = await queries.findLinkForEdge(house.db, hashToken(token));
  if (link === undefined) return refuse("link_unknown");
  const state = {
    expiresAt: Temporal.Instant.from(link.expires_at),
    revoked: link.revoked_at !== null,
  };
  const verdict = judgeLink(state, at);
  return verdict === "open" ? accept(link) : refuse(verdict, { providerName: link.provider_name });
}

export const lookAtLinkRoute = edge(lookAtLink, async ({ house, at }, { body }) => {
  const link = await readLink(house, body.token, at);
  if (!link.ok) return link;
  const { given_name, family_name, provider_name, language } = link.value;
  return accept({
    givenName: given_name,
    familyName: family_name,
    providerName: provider_name,
    language: isLanguage(language) ? language : "fi",
  });
});

/** The tap on the landing page: it names who acts on this device, so the record keeps the real person. */
export const openLinkRoute = edge(openLink, async ({ house, request, reply, at }, { body }) => {
  const link = await readLink(house, body.token, at);
  if (!link.ok) return link;
  const { id, person_id, placement_id, agreement_id } = link.value;
  await openSession(house, request, reply, {
    personId: person_id,
    means: "link",
    personalLinkId: id,
    actingName: body.colleague,
  });
  const seat = {
    means: "link",
    actingName: body.colleague,
    onlyPlacementId: placement_id,
    onlyAgreementId: agreement_id,
  } as const;
  return accept({ me: await meOf(house, person_id, seat) });
});

/** An expired link asks for a fresh one to the address on file; whoever holds the old one learns only its mask. */
export const renewLinkRoute = edge(renewLink, async ({ house, at }, { body }) => {
  const link = await queries.findLinkForEdge(house.db, hashToken(body.token));
  if (link === undefined) return refuse("link_unknown");
  if (link.revoked_at !== null) return refuse("link_revoked");
  if (link.email === null) return refuse("no_address");
  if (await wasRenewedWithinTheHour(house, link.person_id, at))
    return refuse("too_many_codes", { minutes: 60 });
  const { email } = link;
  const token = newToken();
  const locale = { locale: isLanguage(link.language) ? link.language : "fi" } as const;
  await house.db.transaction().execute(async (tx) => {
    await tx
      .insertInto("personal_link")
      .values({
        id: newId(),
        provider_id: link.provider_id,
        person_id: link.person_id,
        token_hash: hashToken(token),
        placement_id: link.placement_id,
        workplace_id: link.workplace_id,
        agreement_id: link.agreement_id,
        expires_at: at.add({ hours: RENEWED_LINK_DAYS * 24 }).toString(),
        created_at: at.toString(),
      })
      .execute();
    await queueMail(house, tx, at, {
      providerId: link.provider_id,
      personId: link.person_id,
      to: email,
      language: locale.locale,
      template: "link_renewed",
      subject: m.mail_link_renewed_subject({}, locale),
      body: m.mail_link_renewed_body(
        { name: link.given_name, link: linkAddress(house, token) },
        locale,
      ),
    });
  });
  return accept({ sentTo: maskAddress(email) });
});

async function wasRenewedWithinTheHour(
  house: House,
  personId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const recent = await house.db
    .selectFrom("personal_link")
    .select("id")
    .where("person_id", "=", personId)
    .where("created_by", "is", null)
    .where("created_at", ">", at.subtract({ hours: 1 }).toString())
    .executeTakeFirst();
  return recent !== undefined;
}
