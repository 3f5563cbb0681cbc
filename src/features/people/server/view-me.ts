import type { z } from "zod";
import { edge } from "#server/deed.ts";
import type { House } from "#server/house.ts";
import { type Actor, type Means, ROLES } from "#shared/actor.ts";
import { isLanguage } from "#shared/language.ts";
import { accept } from "#shared/outcome.ts";
import { type me, readMe } from "../people.contract.ts";
import * as queries from "./people.queries.ts";

type Me = z.input<typeof me>;

export const readMeRoute = edge(readMe, async ({ house, actor }) =>
  accept({
    me:
      actor === null
        ? null
        : await meOf(house, actor.personId, {
            means: actor.means,
            actingName: actor.actingName,
            onlyPlacementId: actor.onlyPlacementId,
            onlyAgreementId: actor.onlyAgreementId,
            roles: actor.memberships,
          }),
  }),
);

type Seat = {
  means: Means;
  actingName?: string | null;
  onlyPlacementId?: string | null;
  onlyAgreementId?: string | null;
  roles?: Actor["memberships"];
};

/** The person at this browser; by personal link only the seat it opens is told, never their other roles. */
export async function meOf(house: House, personId: string, seat: Seat): Promise<Me> {
  const person = await house.db
    .selectFrom("person")
    .select(["given_name", "family_name", "language"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  const memberships = await queries.findMe(house.db, personId);
  return {
    personId,
    givenName: person.given_name,
    familyName: person.family_name,
    language: isLanguage(person.language) ? person.language : "fi",
    means: seat.means,
    actingName: seat.actingName ?? null,
    onlyPlacementId: seat.onlyPlacementId ?? null,
    onlyAgreementId: seat.onlyAgreementId ?? null,
    memberships: memberships.flatMap((row) => {
      const role = ROLES.find((known) => known === row.role);
      const seatRole = seat.onlyAgreementId == null ? "tutor" : "signer";
      const shown = role !== undefined && (seat.means !== "link" || role === seatRole);
      return shown ? [{ providerId: row.provider_id, role, providerName: row.name }] : [];
    }),
  };
}
