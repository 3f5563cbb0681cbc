import { z } from "zod";
import {
  ability,
  day,
  done,
  id,
  instant,
  language,
  route,
  storable,
} from "#shared/route.contract.ts";
import { TEMPLATE_BASES } from "./agreement-template.ts";
import { papers } from "./paper.contract.ts";

const params = z.object({ providerId: id });
const basis = z.enum(TEMPLATE_BASES);
export const one = params.extend({ basis });
export const sectionId = z.string().regex(/^[a-z_]{1,40}$/);

export const LONGEST_HEADING = 120;
const LONGEST_BODY = 6_000;
const inLanguages = (longest: number) =>
  z.object({ fi: storable(longest), sv: storable(longest), en: storable(longest) });
export const words = z.object({
  heading: inLanguages(LONGEST_HEADING),
  body: inLanguages(LONGEST_BODY),
});
const wording = z.object({ fi: z.string(), sv: z.string(), en: z.string() });

const GUARDIAN = z.enum(["informed", "signs"]);
const ORDER = z.enum(["any", "employer_first", "provider_first"]);

/** What agreement_template.content holds. */
export const templateContent = z.object({
  basis,
  title: wording,
  sections: z.array(z.object({ id: sectionId, heading: wording, body: wording })).readonly(),
  guardian: GUARDIAN,
  order: ORDER,
});

/** 0 is the national wording, which every provider begins with. */
const number = z.int().min(0);
const published = z.object({
  number,
  /** On the day it is read: the one that words new agreements, one that will, or one that did. */
  stand: z.enum(["in_use", "coming", "retired"]),
  from: day.nullable(),
  publishedBy: z.string().nullable(),
  held: z.int(),
});
const draft = z.object({
  number,
  version: z.int(),
  writtenBy: z.string(),
  writtenAt: instant,
  /** Who was asked last to read it and take it into use; nobody is asked again while it rests. */
  asked: z
    .object({ name: z.string(), at: instant, nextAt: instant, rests: z.boolean() })
    .nullable(),
  changes: z
    .array(
      z.object({
        sectionId,
        changed: z.array(language).readonly(),
        older: z.array(language).readonly(),
      }),
    )
    .readonly(),
});
const named = z.object({ sectionId, language, name: z.string() });
const faults = z.object({
  unknown: z.array(named.extend({ nearest: z.string() })).readonly(),
  misplaced: z.array(named).readonly(),
  untranslated: z.array(z.object({ sectionId, language })).readonly(),
  missing: z.array(z.string()).readonly(),
});

export const READERS = { roles: ["provider_admin", "coordinator"] } as const;
export const WRITERS = { roles: ["provider_admin"] } as const;

export const listTemplates = route({
  method: "GET",
  path: "/api/agreement-templates/{providerId}",
  summary: "How a provider words its agreements, by basis: in use, being written, and earlier",
  gate: READERS,
  params,
  answer: z.object({
    rows: z.array(
      z.object({ basis, title: wording, versions: z.array(published), draft: draft.nullable() }),
    ),
  }),
});

export const readTemplate = route({
  method: "GET",
  path: "/api/agreement-templates/{providerId}/{basis}",
  summary: "One template: the version being written, else the one in use, and what it still lacks",
  gate: READERS,
  params: one,
  answer: z.object({
    template: templateContent,
    /** The wording it was begun from. */
    before: templateContent,
    draft: draft.nullable(),
    versions: z.array(published),
    faults,
    /** How many contents the rules name for this basis. */
    contents: z.int(),
    placeholders: z.array(
      z.object({ code: z.string(), name: wording, example: wording.nullable() }),
    ),
    /** Sections that stay, and why: needed as they are, or alone in holding what the rules name. */
    kept: z.array(
      z.object({
        sectionId,
        why: z.enum(["needed", "holds"]),
        contents: z.array(z.string()).readonly(),
      }),
    ),
    /** Who else may take it into use than its writer. */
    readers: z.array(z.object({ id, name: z.string() })),
    placements: z.array(z.object({ id, student: z.string(), workplace: z.string() })),
    today: day,
    abilities: z.object({ edit: ability, publish: ability }),
  }),
});

export const previewTemplate = route({
  method: "GET",
  path: "/api/agreement-templates/{providerId}/{basis}/preview",
  summary: "How the newest text reads as a paper: with made-up facts, or those of a placement",
  gate: READERS,
  params: one,
  query: z.object({ placementId: id.optional() }),
  answer: papers,
  refusals: { agreement_incomplete: 409, other_basis: 409 },
});

export const compareVersions = route({
  method: "GET",
  path: "/api/agreement-templates/{providerId}/{basis}/comparison",
  summary: "What two versions word differently; 0 is the national wording",
  gate: READERS,
  params: one,
  query: z.object({
    before: z.coerce.number().int().min(0),
    after: z.coerce.number().int().min(0),
  }),
  answer: z.object({
    sections: z.array(
      z.object({
        sectionId,
        before: z.object({ heading: wording, body: wording }).nullable(),
        after: z.object({ heading: wording, body: wording }).nullable(),
      }),
    ),
  }),
});

export const beginTemplate = route({
  method: "POST",
  path: "/api/agreement-templates/{providerId}/{basis}/draft",
  summary: "Begin a version from the one in use, or from the national wording",
  gate: WRITERS,
  params: one,
  body: z.object({ from: z.enum(["in_use", "national"]) }),
  answer: z.object({ number, version: z.int() }),
  refusals: { draft_open: 409 },
});

export const writeSection = route({
  method: "PUT",
  path: "/api/agreement-templates/{providerId}/{basis}/draft/sections/{sectionId}",
  summary: "Change one section of the version being written (If-Match: its version)",
  gate: WRITERS,
  params: one.extend({ sectionId }),
  body: words,
  answer: z.object({ version: z.int() }),
  refusals: { no_template_draft: 409, unknown_section: 404 },
});

export const setSigning = route({
  method: "PUT",
  path: "/api/agreement-templates/{providerId}/{basis}/draft/signing",
  summary: "Whether a guardian signs, and who signs first (If-Match: the draft's version)",
  gate: WRITERS,
  params: one,
  body: z.object({ guardian: GUARDIAN, order: ORDER }),
  answer: z.object({ version: z.int() }),
  refusals: { no_template_draft: 409 },
});

export const dropTemplateDraft = route({
  method: "DELETE",
  path: "/api/agreement-templates/{providerId}/{basis}/draft",
  summary: "Throw away the version being written",
  gate: WRITERS,
  params: one,
  answer: done,
  refusals: { no_template_draft: 409 },
});

export const publishTemplate = route({
  method: "POST",
  path: "/api/agreement-templates/{providerId}/{basis}/publication",
  summary: "Take the written version into use; by another person than its writer (If-Match)",
  gate: READERS,
  params: one,
  body: z.object({ from: day }),
  answer: z.object({ number }),
  refusals: {
    no_template_draft: 409,
    second_person_needed: 403,
    template_faulty: 409,
    day_past: 422,
  },
});
