import { m } from "#messages/server";
import { newId, newToken } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { edge } from "#server/deed.ts";
import type { House } from "#server/house.ts";
import { queueMail } from "#server/mail.ts";
import { hashCode, hashToken, newCode, sameHash } from "#server/secrets.ts";
import { cookieOptions, endSession, openSession, SESSION_COOKIE } from "#server/session.ts";
import type { Language } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { enterCode, requestCode, signOut } from "../people.contract.ts";
import {
  CODE_MINUTES,
  CODES_PER_QUARTER,
  CODES_TO_ADDRESS,
  judgeCode,
  maskAddress,
} from "../people.ts";
import * as queries from "./people.queries.ts";
import { meOf } from "./view-me.ts";

const BROWSER_COOKIE = "kisalli_code_browser";

/** The code is bound to the browser by a cookie; a stolen mail alone opens nothing elsewhere. */
export const requestCodeRoute = edge(
  requestCode,
  async ({ house, request, reply, at }, { body }) => {
    const browser = request.cookies[BROWSER_COOKIE] ?? newToken();
    const person = await queries.findPersonByEmailForSignIn(house.db, body.email);
    const sent = await house.db.transaction().execute(async (tx) => {
      const since = at.subtract({ minutes: 15 }).toString();
      const recent = { email: body.email, browser: hashToken(browser), since };
      const { toAddress, fromBrowser } = await queries.countRecentCodes(tx, recent);
      if (fromBrowser >= CODES_PER_QUARTER || toAddress >= CODES_TO_ADDRESS) return false;
      await sendCode(house, tx, at, { ...body, person, browser });
      return true;
    });
    if (!sent) return refuse("too_many_codes", { minutes: 15 });
    reply.setCookie(BROWSER_COOKIE, browser, { ...cookieOptions(house.config), maxAge: 3_600 });
    return accept({ sentTo: maskAddress(body.email), expiresInMinutes: CODE_MINUTES });
  },
);

type Asked = {
  readonly email: string;
  readonly language: Language;
  readonly browser: string;
  readonly person: { readonly id: string; readonly email: string | null } | undefined;
};

/** A code is kept for an unknown address too, so that asking tells nothing; no letter goes there. */
async function sendCode(
  house: House,
  tx: Tx,
  at: Temporal.Instant,
  { email, language, browser, person }: Asked,
): Promise<void> {
  const id = newId();
  const code = newCode();
  await tx
    .insertInto("login_code")
    .values({
      id,
      email,
      person_id: person?.id ?? null,
      code_hash: hashCode(house.config.secret, id, code),
      browser_hash: hashToken(browser),
      created_at: at.toString(),
      expires_at: at.add({ minutes: CODE_MINUTES }).toString(),
    })
    .execute();
  if (person === undefined) return;
  const locale = { locale: language };
  await queueMail(house, tx, at, {
    providerId: null,
    personId: person.id,
    to: person.email ?? email,
    language,
    template: "sign_in_code",
    subject: m.mail_code_subject({ code }, locale),
    body: m.mail_code_body({ code, minutes: CODE_MINUTES }, locale),
  });
}

export const enterCodeRoute = edge(enterCode, async ({ house, request, reply, at }, { body }) => {
  const browser = request.cookies[BROWSER_COOKIE];
  if (browser === undefined) return refuse("code_not_asked");
  const row = await queries.takeCodeTry(house.db, hashToken(browser));
  if (row === undefined) return refuse("code_not_asked");
  const matches = sameHash(row.code_hash, hashCode(house.config.secret, row.id, body.code));
  const verdict = judgeCode(
    {
      tries: row.tries - 1,
      expiresAt: Temporal.Instant.from(row.expires_at),
      used: row.used_at !== null,
    },
    matches && row.person_id !== null,
    at,
  );
  if (verdict !== "right") return refuse(verdict, { triesLeft: Math.max(0, 5 - row.tries) });
  if (row.person_id === null || !(await queries.spendCode(house.db, row.id, at.toString()))) {
    return refuse("code_old");
  }
  await openSession(house, request, reply, { personId: row.person_id, means: "code" });
  return accept({ me: await meOf(house, row.person_id, { means: "code" }) });
});

export const signOutRoute = edge(signOut, async ({ house, request, reply }) => {
  await endSession(house, request);
  reply.clearCookie(SESSION_COOKIE, cookieOptions(house.config));
  return accept({ done: true });
});
