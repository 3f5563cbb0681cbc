import { z } from "zod";
import { done, id, instant, localisedText, route } from "#shared/route.contract.ts";

const params = z.object({ providerId: id });
const ADMIN = { roles: ["provider_admin"] } as const;

/** A key with its chain is some kilobytes. */
export const LARGEST_P12 = 32 * 1024;

const seal = z.object({
  id,
  subject: z.string(),
  /** SHA-256 of the certificate: what the college tells those who check its papers. */
  fingerprint: z.string(),
  validFrom: instant,
  validUntil: instant,
  origin: z.enum(["made", "brought"]),
  addedAt: instant,
  retiredAt: instant.nullable(),
  state: z.enum(["in_use", "expired", "retired"]),
});

export const readSeals = route({
  method: "GET",
  path: "/api/providers/{providerId}/seals",
  summary: "What the provider seals its papers with, now and before; never a private key",
  gate: ADMIN,
  params,
  answer: z.object({
    providerName: localisedText,
    seals: z.array(seal),
    /** Signed agreements that have no paper yet. */
    waiting: z.int(),
    stamps: z.boolean().meta({ description: "Papers get a time stamp from a server (RFC 3161)" }),
  }),
});

export const makeSeal = route({
  method: "POST",
  path: "/api/providers/{providerId}/seals",
  summary:
    "Have a new key and certificate made; the one in use is kept for the papers it has sealed",
  gate: ADMIN,
  params,
  answer: done,
  perMinute: 6,
});

export const bringSeal = route({
  method: "POST",
  path: "/api/providers/{providerId}/seals/own",
  summary: "Seal with an own PKCS #12 from now on; the password is used once and not kept",
  gate: ADMIN,
  params,
  body: z.object({
    file: z.base64().min(1).max(60_000).meta({ description: "The .p12 or .pfx file, base64" }),
    password: z.string().max(200),
  }),
  answer: done,
  perMinute: 10,
  refusals: {
    seal_too_large: 413,
    seal_not_p12: 422,
    seal_password_wrong: 422,
    seal_no_key: 422,
    seal_no_certificate: 422,
    seal_key_unsupported: 422,
    seal_key_weak: 422,
    seal_key_other: 422,
    seal_not_valid: 422,
    seal_in_use: 409,
  },
});
