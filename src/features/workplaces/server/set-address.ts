import { closeWaysIn, dropWaiting, tellOldAddress } from "#features/people/server/api.ts";
import { m } from "#messages/server";
import { type DeedContext, deed } from "#server/deed.ts";
import { isLanguage } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { setAddress } from "../people.contract.ts";
import { mayCorrectPerson, maySetAddress } from "../register.policy.ts";
import { takenBy } from "./correct-person.ts";
import { administers, lockPerson, otherAddresses, saveDetails } from "./people.queries.ts";
import { lockStanding } from "./workplace-deeds.queries.ts";

/** The old address is dead and nobody answers there: an admin takes it upon themselves, and the workplace hears of it. */
export const setAddressRoute = deed(setAddress, async (context, { params, body }) => {
  const { tx, actor, at, audit } = context;
  const { workplaceId, personId } = params;
  const locked = await lockStanding(tx, workplaceId);
  if (!locked.ok) return locked;
  const providerId = await administers(tx, actor, workplaceId);
  const may = maySetAddress(actor, providerId);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const person = await lockPerson(tx, workplaceId, personId);
  if (person === null) return refuse("not_found");
  const mayCorrect = mayCorrectPerson(may, person);
  if (!mayCorrect.allowed) return refuse("forbidden", { reason: mayCorrect.reason });
  if (body.email === person.email) return accept({ personId });
  if (person.leadsElsewhere) return refuse("address_leads_elsewhere");
  const taken = await takenBy(tx, body.email, personId);
  if (taken !== null) return refuse(taken);
  await dropWaiting(tx, at, personId);
  await closeWaysIn(tx, personId, at.toString());
  await saveDetails(tx, personId, { ...person, email: body.email });
  if (person.email !== null) {
    await tellOldAddress(context, providerId, { ...person, email: person.email });
  }
  await tellOthers(context, person, { workplaceId, providerId });
  await audit({
    deed: "set-address",
    subjectKind: "workplace",
    subjectId: workplaceId,
    providerId,
    change: { personId, reason: body.reason },
  });
  return accept({ personId });
});

type Set = { readonly workplaceId: string; readonly providerId: string | null };

/** Somebody at the workplace who knows the person can say that it is wrong. */
async function tellOthers(
  { tx, actor, mail }: DeedContext,
  person: { readonly id: string; readonly givenName: string; readonly familyName: string },
  { workplaceId, providerId }: Set,
): Promise<void> {
  const name = `${person.givenName} ${person.familyName}`;
  const sender = `${actor.givenName} ${actor.familyName}`;
  for (const { address, language } of await otherAddresses(tx, workplaceId, person.id)) {
    const locale = isLanguage(language) ? language : "fi";
    await mail({
      providerId,
      personId: null,
      to: address,
      language: locale,
      template: "address_set",
      subject: m.mail_address_set_subject({ name }, { locale }),
      body: m.mail_address_set_body({ name, sender }, { locale }),
    });
  }
}
