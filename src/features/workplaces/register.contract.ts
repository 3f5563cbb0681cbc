import { z } from "zod";
import { ability, day, id, localisedText, route, storable } from "#shared/route.contract.ts";
import { PAPERS, SORTS, STANDINGS } from "./register.ts";

export const fieldCode = z.string().regex(/^[a-z_]{2,30}$/);

/** The filters of the list, as they stand in the page's address. `room` asks for a place left in the period. */
const registerFilters = z.object({
  find: storable(80).optional(),
  field: fieldCode.optional(),
  requirement: id.optional(),
  place: storable(80).optional(),
  room: z.enum(["left"]).optional(),
  from: day.optional(),
  until: day.optional(),
  papers: z.enum(PAPERS).optional(),
  /** Contacted within so many days; with a minus, not contacted within them. */
  contacted: z.coerce.number().int().min(-3_650).max(3_650).optional(),
  standing: z.enum(STANDINGS).optional(),
  sort: z.enum(SORTS).optional(),
});
export type RegisterFilters = z.infer<typeof registerFilters>;

const counted = z.array(z.object({ value: z.string(), count: z.int() }));

const row = z.object({
  id,
  name: z.string(),
  employerName: z.string(),
  businessId: z.string(),
  municipality: z.string(),
  fields: z.array(z.string()),
  tutors: z.int(),
  running: z.int(),
  coming: z.int(),
  /** Places agreed by one's own college for the period, and how many of them are left. */
  places: z.int(),
  left: z.int(),
  /** The day on which the first kind of paper ends. */
  papersUntil: day.nullable(),
  contactedOn: day.nullable(),
  standing: z.enum(STANDINGS),
});

export const listWorkplaces = route({
  method: "GET",
  path: "/api/workplaces",
  summary:
    "A window of the register by its filters, with how many each other filter would show; relation, room and decisions are one's own college's",
  gate: "staff",
  query: registerFilters.extend({ offset: z.coerce.number().int().min(0).max(100_000).optional() }),
  answer: z.object({
    rows: z.array(row),
    /** Workplaces that pass the filters, and all of them. */
    total: z.int(),
    all: z.int(),
    today: day,
    counts: z.object({
      field: counted,
      place: counted,
      papers: counted,
      standing: counted,
      room: z.int(),
      contacted: z.int(),
      notContacted: z.int(),
    }),
    abilities: z.object({ edit: ability }),
  }),
});

export const readRegisterChoices = route({
  method: "GET",
  path: "/api/register/choices",
  summary: "What the register can be filtered by: fields, and requirements that a decision covers",
  gate: "staff",
  answer: z.object({
    fields: z.array(z.object({ code: z.string(), name: localisedText })),
    requirements: z.array(
      z.object({ id, unitName: localisedText, lead: localisedText, text: localisedText }),
    ),
  }),
});

export const exportWorkplaces = route({
  method: "GET",
  path: "/api/register/export",
  summary: "The filtered list as a CSV with semicolons and BOM, safe against formulas",
  gate: "staff",
  query: registerFilters,
  answer: z.object({ fileName: z.string(), content: z.string() }),
});
