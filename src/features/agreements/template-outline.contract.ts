import { z } from "zod";
import { id, instant, language, route, typed } from "#shared/route.contract.ts";
import { LONGEST_HEADING, one, READERS, sectionId, WRITERS, words } from "./template.contract.ts";

const written = z.object({ version: z.int() });

export const setTemplateTitle = route({
  method: "PUT",
  path: "/api/agreement-templates/{providerId}/{basis}/draft/title",
  summary: "What agreements by this template are called, in three languages (If-Match)",
  gate: WRITERS,
  params: one,
  body: z.object({
    fi: typed(LONGEST_HEADING),
    sv: typed(LONGEST_HEADING),
    en: typed(LONGEST_HEADING),
  }),
  answer: written,
  refusals: { no_template_draft: 409 },
});

export const orderSections = route({
  method: "PUT",
  path: "/api/agreement-templates/{providerId}/{basis}/draft/order",
  summary: "Put the sections of the version being written in another order (If-Match)",
  gate: WRITERS,
  params: one,
  body: z.object({ order: z.array(sectionId).max(100) }),
  answer: written,
  refusals: { no_template_draft: 409, order_incomplete: 422 },
});

export const addSection = route({
  method: "POST",
  path: "/api/agreement-templates/{providerId}/{basis}/draft/sections",
  summary: "Add a section, or put back one that was taken away, at a place (If-Match)",
  gate: WRITERS,
  params: one,
  body: words.extend({
    sectionId: sectionId
      .nullable()
      .meta({ description: "Of the one put back; null for a new one" }),
    at: z.int().min(0),
  }),
  answer: written.extend({ sectionId }),
  refusals: { no_template_draft: 409, section_there: 409, too_many_sections: 409 },
});

export const removeSection = route({
  method: "DELETE",
  path: "/api/agreement-templates/{providerId}/{basis}/draft/sections/{sectionId}",
  summary: "Take a section away, unless it alone holds what an agreement must say (If-Match)",
  gate: WRITERS,
  params: one.extend({ sectionId }),
  answer: written,
  refusals: { no_template_draft: 409, unknown_section: 404, section_needed: 409 },
});

export const askTemplateReader = route({
  method: "POST",
  path: "/api/agreement-templates/{providerId}/{basis}/draft/readers",
  summary: "Ask somebody to read the version and take it into use; not again within a day",
  gate: WRITERS,
  params: one,
  body: z.object({ personId: id }),
  answer: z.object({ sentTo: z.string(), nextAt: instant }),
  refusals: { no_template_draft: 409, not_a_reader: 409, no_address: 409, too_soon: 409 },
});

export const readTemplateFile = route({
  method: "GET",
  path: "/api/agreement-templates/{providerId}/{basis}/preview/file",
  summary: "The newest text with made-up facts as a PDF, marked as a draft on every page",
  gate: READERS,
  params: one,
  query: z.object({ language }),
  answer: z.unknown(),
});
