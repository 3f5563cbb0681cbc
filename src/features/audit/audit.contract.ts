import { z } from "zod";
import { day, done, id, instant, localisedText, route, storable } from "#shared/route.contract.ts";
import { FAULTS } from "./chain.ts";
import { event } from "./history.contract.ts";

const params = z.object({ providerId: id });
const ADMIN = { roles: ["provider_admin"] } as const;

const filters = z.object({
  find: storable(80).optional().meta({ description: "A part of the name of whoever did it" }),
  deed: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  from: day.optional(),
  until: day.optional(),
});
export type AuditFilters = z.infer<typeof filters>;

export const broken = z.object({ number: z.int(), fault: z.enum(FAULTS) }).nullable();

/** What the job that looks chains through is asked for: one provider's and whom to tell, or all. */
export const headsAsked = z.object({ providerId: id.optional(), personId: id.optional() });

const head = z.object({
  at: instant,
  day,
  number: z.int(),
  hash: z.string().nullable(),
  broken,
});

export const readAudit = route({
  method: "GET",
  path: "/api/providers/{providerId}/audit",
  summary:
    "Whether the provider's audit chain is whole, its published heads, and a search of its events",
  gate: ADMIN,
  params,
  query: filters.extend({ before: id.optional() }),
  answer: z.object({
    providerName: localisedText,
    slug: z.string(),
    now: instant,
    /** The last time the chain was looked through; null = never yet. */
    checked: head.nullable(),
    heads: z.array(head),
    deeds: z.array(z.string()),
    /** `about` is the student of the placement it was done in. */
    events: z.array(event.extend({ about: z.string().nullable() })),
    next: id.nullable(),
  }),
});

export const checkAudit = route({
  method: "POST",
  path: "/api/providers/{providerId}/audit/check",
  summary:
    "Have the provider's audit chain looked through now, in the background; the page hears of the end",
  gate: ADMIN,
  params,
  answer: done,
  perMinute: 6,
});

export const exportAudit = route({
  method: "POST",
  path: "/api/providers/{providerId}/audit/exports",
  summary:
    "The events found, at most 2,000, as a CSV with semicolons and BOM, safe against formulas; itself an event",
  gate: ADMIN,
  params,
  body: filters,
  answer: z.object({ fileName: z.string(), content: z.string(), rows: z.int(), cut: z.boolean() }),
});
