import { z } from "zod";
import { language } from "#shared/route.contract.ts";
import type { AgreementText } from "./evidence.ts";
import { papers } from "./paper.contract.ts";

const hash = z.string().max(200);
const name = z.string().max(2_000);
const moment = z.iso.datetime({ offset: true });

/** Checked but not copied: what a hash is computed from keeps whatever else stands in it. */
const asItIs = z.custom<AgreementText["papers"]>((value) => papers.safeParse(value).success);

/** What evidence.json must hold to be looked at. Anything may stand in a file that comes from outside. */
export const evidenceShape = z.object({
  format: z.literal("kisalli-agreement-1"),
  agreementId: name,
  number: z.number(),
  providerName: name,
  language,
  text: z.looseObject({
    template: z.looseObject({ code: name, version: z.number() }),
    papers: asItIs,
    facts: z.unknown(),
  }),
  textHash: hash,
  sectionHashes: z.array(z.object({ language, id: name, hash })).max(3_000),
  signatures: z
    .array(
      z.looseObject({
        party: name,
        personName: name,
        actingFor: name.exactOptional(),
        means: name,
        at: moment,
        textHash: hash,
        previousHash: hash.nullable(),
        hash,
      }),
    )
    .max(50),
  completedAt: moment,
});
