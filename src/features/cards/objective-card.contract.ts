import { z } from "zod";
import {
  ability,
  id,
  instant,
  language,
  localisedText,
  route,
  storable,
} from "#shared/route.contract.ts";
import { MOST_TASKS } from "./objective-card.ts";

const params = z.object({ providerId: id });
const ofCard = params.extend({ requirementId: id });

function inLanguages(longest: number) {
  const words = storable(longest).optional();
  return z.object({ fi: words, sv: words, en: words });
}

const texts = z.object({
  plain: localisedText,
  seenWhen: localisedText,
  tasks: z.array(localisedText),
});
const official = z.object({
  requirementId: id,
  versionId: id,
  unitId: id,
  unitName: localisedText,
  number: z.string(),
  lead: localisedText,
  text: localisedText,
});

export const readObjectiveCard = route({
  method: "GET",
  path: "/api/providers/{providerId}/cards/{requirementId}",
  summary:
    "A requirement's official text, the provider's card with its versions, and cards other providers offer",
  gate: "staff",
  params: ofCard,
  answer: z.object({
    official,
    /** Number of the newest version, 0 while the provider has none: the If-Match of a save. */
    version: z.int(),
    /** The provider's own words, else those that came with the qualification. */
    card: texts.nullable(),
    own: z.boolean(),
    offered: z.boolean(),
    versions: z.array(
      texts.extend({
        number: z.int(),
        by: z.string(),
        at: instant,
        takenFrom: localisedText.nullable(),
      }),
    ),
    offers: z.array(
      texts.extend({
        providerId: id,
        providerName: localisedText,
        number: z.int(),
        offeredAt: instant,
      }),
    ),
    /** Placements under way that have the requirement. */
    placements: z.int(),
    abilities: z.object({ write: ability, offer: ability }),
  }),
});

export const writeObjectiveCard = route({
  method: "PUT",
  path: "/api/providers/{providerId}/cards/{requirementId}",
  summary:
    "Save the next version of the provider's card (If-Match: the version seen); an offered card follows",
  gate: { roles: ["teacher", "coordinator", "provider_admin"] },
  params: ofCard,
  body: z.object({
    plain: inLanguages(200),
    seenWhen: inLanguages(400),
    tasks: z.array(inLanguages(120)).max(MOST_TASKS),
    /** The provider whose offered card this was made from. */
    takenFrom: id.nullable(),
  }),
  answer: z.object({ version: z.int() }),
  refusals: { plain_missing: 422, not_offered: 409 },
});

export const offerObjectiveCard = route({
  method: "PUT",
  path: "/api/providers/{providerId}/cards/{requirementId}/offer",
  summary: "Offer the provider's card to the others, or offer it no longer",
  gate: { roles: ["coordinator", "provider_admin"] },
  params: ofCard,
  body: z.object({ offered: z.boolean() }),
  answer: z.object({ offered: z.boolean() }),
  refusals: { no_card: 409 },
});

export const listMissingCards = route({
  method: "GET",
  path: "/api/providers/{providerId}/missing-cards",
  summary: "Requirements without a card in a language, those of placements under way first",
  gate: "staff",
  params,
  query: z.object({ language: language.optional() }),
  answer: z.object({
    language,
    /** Of all requirements, and of those that placements under way have. */
    counts: z.array(z.object({ language, all: z.int(), used: z.int() })),
    rows: z.array(official.extend({ placements: z.int() })),
  }),
});
