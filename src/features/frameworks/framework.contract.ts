import { z } from "zod";
import {
  ability,
  day,
  id,
  instant,
  language,
  localisedText,
  route,
  storable,
} from "#shared/route.contract.ts";
import { FRAMEWORK_KINDS, RULE_ROLES, UNIT_KINDS, UNIT_STATES } from "./framework.ts";
import { MAX_FILE_BYTES } from "./read-framework.ts";

const count = z.int().min(0);
const shares = z
  .object({ fi: z.number(), sv: z.number(), en: z.number() })
  .meta({ description: "Shares 0..1 of texts that have the language" });
const params = z.object({ versionId: id });
const points = z.array(z.object({ pathway: z.string(), points: z.number().nullable() }));

const version = z.object({
  versionId: id,
  frameworkId: id,
  number: z.int().meta({ description: "Runs from 1 for each qualification" }),
  registerNumber: z.string().nullable(),
  name: localisedText,
  kind: z.enum(FRAMEWORK_KINDS),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  transitionEndsOn: day.nullable(),
  units: count,
  requirements: count,
  criteria: count,
  subAreas: count,
  languages: shares,
  importedAt: instant,
});

export const listFrameworks = route({
  method: "GET",
  path: "/api/frameworks",
  summary: "Qualifications whose requirements are here, each in its newest version",
  gate: "signedIn",
  answer: z.object({
    today: day,
    rows: z.array(version),
    abilities: z.object({ import: ability }),
  }),
});

const range = z.object({ min: z.number().nullable(), max: z.number().nullable() });
const ruleRow = z
  .object({
    depth: z.int(),
    kind: z.enum(["group", "unit"]),
    role: z.enum(RULE_ROLES).nullable(),
    name: localisedText,
    description: localisedText,
    points: range.nullable(),
    unitCount: range.nullable(),
    unitCode: z.string().nullable(),
    compulsory: z.boolean(),
  })
  .meta({
    description: "A node of the rule tree; the tree is told from the top, each row with its depth",
  });

export const viewFramework = route({
  method: "GET",
  path: "/api/framework-versions/{versionId}",
  summary: "One qualification: its units with points, and the rules for choosing them",
  gate: "signedIn",
  params,
  answer: version.extend({
    newestVersionId: id,
    pathways: z.array(z.object({ code: z.string(), rules: z.array(ruleRow) })),
    unitRows: z.array(
      z.object({
        id,
        code: z.string(),
        name: localisedText,
        kind: z.enum(UNIT_KINDS),
        state: z.enum(UNIT_STATES),
        points,
        requirements: count,
        subAreas: count,
      }),
    ),
    abilities: z.object({ import: ability, readReport: ability }),
  }),
});

const level = z.object({ code: z.string(), name: localisedText, criteria: z.array(localisedText) });
const scale = z.object({ lead: localisedText, levels: z.array(level) });
const requirement = z.object({
  id,
  key: z.string(),
  number: z.string(),
  lead: localisedText,
  text: localisedText,
  plain: localisedText.nullable(),
  seenWhen: localisedText.nullable(),
  levels: z
    .array(level)
    .meta({ description: "Its own criteria; empty where the unit's scale holds" }),
});
const group = z.object({ title: localisedText, requirements: z.array(requirement) });

export const viewUnit = route({
  method: "GET",
  path: "/api/framework-versions/{versionId}/units/{unitId}",
  summary: "One unit: requirements in groups, sub-areas, criteria by level",
  gate: "signedIn",
  params: params.extend({ unitId: id }),
  answer: z.object({
    id,
    code: z.string(),
    name: localisedText,
    kind: z.enum(UNIT_KINDS),
    state: z.enum(UNIT_STATES),
    points,
    description: localisedText,
    demonstration: localisedText,
    requirementText: localisedText,
    groups: z.array(group),
    scale: scale.nullable(),
    subAreas: z.array(
      z.object({
        id,
        name: localisedText,
        description: localisedText,
        objectives: z.array(
          z.object({
            name: localisedText,
            compulsory: z.boolean(),
            points: z.number().nullable(),
            text: localisedText,
            groups: z.array(group),
          }),
        ),
        scale: scale.nullable(),
      }),
    ),
  }),
});

export const searchFramework = route({
  method: "GET",
  path: "/api/framework-versions/{versionId}/search",
  summary: "Finds words in one qualification in all three languages: stems, and parts of compounds",
  gate: "signedIn",
  params,
  query: z.object({ find: storable(80).min(2) }),
  answer: z.object({
    needles: z
      .array(z.string())
      .meta({ description: "Parts of words to mark in the texts, longest first" }),
    hits: z.array(
      z.object({
        unitId: id.nullable().meta({ description: "Null = a criterion of the generic scale" }),
        requirementId: id.nullable(),
        inCriterion: z.boolean(),
        languages: z.array(language),
      }),
    ),
    more: z.boolean(),
  }),
});

const remarkGroup = z.object({
  code: z.string(),
  times: count,
  places: z.array(z.string()).meta({ description: "The first places, as JSON paths" }),
});
const unitName = z.object({ code: z.string(), name: localisedText });
const placedText = z.object({ in: z.string(), number: z.string(), text: localisedText });
const textDrift = z.object({
  added: z.array(placedText),
  removed: z.array(placedText),
  reworded: z.array(
    z.object({
      in: z.string(),
      number: z.string(),
      before: localisedText,
      after: localisedText,
      languages: z.array(language),
    }),
  ),
});
const drift = z.object({
  units: z.object({
    added: z.array(unitName),
    removed: z.array(unitName),
    renamed: z.array(z.object({ code: z.string(), before: localisedText, after: localisedText })),
    points: z.array(
      unitName.extend({
        pathway: z.string(),
        before: z.number().nullable(),
        after: z.number().nullable(),
      }),
    ),
    states: z.array(unitName.extend({ before: z.string(), after: z.string() })),
  }),
  requirements: textDrift,
  criteria: textDrift,
  rulesChanged: z.boolean(),
  dates: z.array(
    z.object({
      field: z.enum(["validFrom", "validTo", "transitionEndsOn"]),
      before: day.nullable(),
      after: day.nullable(),
    }),
  ),
});

export type DriftAnswer = z.infer<typeof drift>;

export const viewImport = route({
  method: "GET",
  path: "/api/framework-versions/{versionId}/import",
  summary:
    "How the import of a version went: what is in it, every remark, what changed from before",
  gate: "staff",
  params,
  answer: version.extend({
    fileName: z.string(),
    fileBytes: count,
    importedBy: z.string().nullable(),
    deletedUnits: count,
    groups: count,
    remarks: z.array(remarkGroup),
    earlier: z.object({ versionId: id, validTo: day.nullable() }).nullable(),
    drift: drift.nullable(),
  }),
});

export const listRemarks = route({
  method: "GET",
  path: "/api/framework-versions/{versionId}/remarks",
  summary: "Every remark of an import, or those of one kind",
  gate: "staff",
  params,
  query: z.object({ code: z.string().max(40).optional() }),
  answer: z.object({
    remarks: z.array(z.object({ code: z.string(), path: z.string(), text: z.string() })),
  }),
});

/** Line and column, or a JSON path, come as the problem's params. */
const FILE_REFUSALS = {
  file_empty: 422,
  file_cut_off: 422,
  file_not_json: 422,
  file_not_text: 422,
  file_too_deep: 422,
  file_too_large: 413,
  file_not_qualification: 422,
  file_wrong_type: 422,
  file_no_register_number: 422,
  file_no_units: 422,
} as const;

export const importFramework = route({
  method: "POST",
  path: "/api/frameworks",
  summary:
    "Import an ePerusteet export. The same content again changes nothing; other content makes a new version",
  gate: { roles: ["provider_admin"] },
  perMinute: 20,
  // The file travels as a JSON string, where quotes and line ends take two characters.
  bodyLimit: 2 * MAX_FILE_BYTES,
  body: z.object({ fileName: z.string().trim().min(1).max(200), content: z.string() }),
  answer: z.object({ versionId: id, frameworkId: id, number: z.int(), changed: z.boolean() }),
  refusals: FILE_REFUSALS,
});
