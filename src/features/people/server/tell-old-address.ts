import { m } from "#messages/server";
import type { DeedContext } from "#server/deed.ts";
import { isLanguage } from "#shared/language.ts";
import { siteAddress } from "./site-address.ts";

type Told = {
  readonly id: string;
  readonly givenName: string;
  readonly email: string;
  readonly language: string;
};

/** Letters go elsewhere from now on: whoever reads the old address learns of it and can object. */
export async function tellOldAddress(
  { actor, mail, house }: Pick<DeedContext, "actor" | "mail" | "house">,
  providerId: string | null,
  person: Told,
): Promise<void> {
  const language = isLanguage(person.language) ? person.language : "fi";
  const sender = `${actor.givenName} ${actor.familyName}`;
  const words = { name: person.givenName, sender, link: siteAddress(house) };
  await mail({
    providerId,
    personId: person.id,
    to: person.email,
    language,
    template: "address_changed",
    subject: m.mail_address_changed_subject({}, { locale: language }),
    body: m.mail_address_changed_body(words, { locale: language }),
  });
}
