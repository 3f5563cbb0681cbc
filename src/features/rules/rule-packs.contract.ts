import { z } from "zod";
import { ability, day, done, id, localisedText, route } from "#shared/route.contract.ts";
import { rule, rulePack } from "./rule-pack.contract.ts";
import { BASES, EFFECTS } from "./rule-pack.ts";
import { dayHours } from "./work-log.contract.ts";

const params = z.object({ providerId: id });
const code = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);

/** One day of one person, as the test bench asks it. */
const trialCase = z.object({
  birth: day,
  on: day,
  hours: z.string().max(200).nullable(),
  task: code.nullable(),
  basis: z.enum(BASES),
});
/** "F1 needs-notice", each once. */
const answers = z.array(z.string());
const spoken = z.object({
  rule: z.string(),
  effect: z.enum(EFFECTS),
  because: localisedText,
  allowedWhen: localisedText.nullable(),
});

export const readRulePack = route({
  method: "GET",
  path: "/api/rule-packs/{providerId}",
  summary:
    "The rule pack in use at a provider, the version being written, and the kept cases with what each says",
  gate: { roles: ["provider_admin", "coordinator", "teacher"] },
  params,
  answer: z.object({
    providerName: localisedText,
    pack: rulePack,
    /** Null: the national pack as it comes with Kisälli. */
    number: z.int().nullable(),
    draft: z
      .object({
        pack: rulePack,
        number: z.int(),
        version: z.int(),
        writtenBy: z.string(),
        changed: z.array(z.string()),
        /** Students whose placements would get another answer. */
        affected: z.int(),
      })
      .nullable(),
    cases: z.array(
      z.object({
        id,
        asked: trialCase,
        kept: answers,
        now: answers,
        draft: answers.nullable(),
      }),
    ),
    abilities: z.object({ edit: ability, publish: ability }),
  }),
});

export const tryRulePack = route({
  method: "GET",
  path: "/api/rule-packs/{providerId}/trial",
  summary: "What the pack in use, and the version being written, say of one case",
  gate: { roles: ["provider_admin", "coordinator", "teacher"] },
  params,
  query: trialCase.extend({
    hours: dayHours.optional(),
    task: code.optional(),
  }),
  answer: z.object({
    age: z.int(),
    inUse: z.array(spoken),
    draft: z.array(spoken).nullable(),
  }),
  refusals: { case_impossible: 422 },
});

export const writeRule = route({
  method: "PUT",
  path: "/api/rule-packs/{providerId}/draft/rules/{ruleId}",
  summary:
    "Change one rule in the version being written; the first change begins it (If-Match: its version)",
  gate: { roles: ["provider_admin"] },
  params: params.extend({ ruleId: code }),
  body: rule,
  answer: z.object({ version: z.int() }),
  refusals: { unknown_rule: 404, pack_broken: 422 },
});

export const dropRuleDraft = route({
  method: "DELETE",
  path: "/api/rule-packs/{providerId}/draft",
  summary: "Throw away the version being written",
  gate: { roles: ["provider_admin"] },
  params,
  answer: done,
  refusals: { no_draft: 409 },
});

export const publishRules = route({
  method: "POST",
  path: "/api/rule-packs/{providerId}/publication",
  summary:
    "Take the written version into use; by another person than its writer (If-Match: its version)",
  gate: { roles: ["provider_admin", "coordinator"] },
  params,
  answer: z.object({ number: z.int() }),
  refusals: { no_draft: 409, second_person_needed: 403 },
});

export const keepRuleCase = route({
  method: "POST",
  path: "/api/rule-packs/{providerId}/cases",
  summary:
    "Keep a case with the answer of the pack in use; it is tried again with every new version",
  gate: { roles: ["provider_admin", "coordinator"] },
  params,
  body: trialCase,
  answer: z.object({ id }),
  refusals: { case_impossible: 422, too_many_cases: 409 },
});

export const dropRuleCase = route({
  method: "DELETE",
  path: "/api/rule-packs/{providerId}/cases/{caseId}",
  summary: "Keep a case no longer",
  gate: { roles: ["provider_admin", "coordinator"] },
  params: params.extend({ caseId: id }),
  answer: done,
});

/** What rule_case.asked holds. */
export const storedCase = trialCase;
export type TrialCase = z.infer<typeof trialCase>;
