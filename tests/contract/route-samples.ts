import { newId } from "#server/clock.ts";
import type { World } from "#tests/support/makers.ts";
import { BODIES, TOKEN } from "./route-bodies.ts";

export type Sample = {
  readonly path: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
};

const WEEK = "2026-W47";
const DAY = "2026-11-20";

/** A well-formed call of a route, at the first provider's placement; whether it is allowed is the test's question. */
export function sampleOf(name: string, world: World): Sample {
  const [, template = ""] = name.split(" ");
  const path = withValues(template, world);
  const unfilled = /\{\w+\}/.exec(path);
  if (unfilled !== null)
    throw new Error(`route-samples.ts has no value for ${unfilled[0]} of ${name}`);
  const body = BODIES[name]?.(world);
  return {
    path: path + (QUERIES[name] ?? ""),
    ...(body === undefined ? {} : { body }),
    ...(HEADERS[name] ? { headers: HEADERS[name] } : {}),
  };
}

/** The template with a value in each of its places, of the right shape and mostly of nothing that is there. */
function withValues(template: string, world: World): string {
  return template
    .replace("{placementId}", world.placementId)
    .replace("{providerId}", world.providerId)
    .replace("{ruleId}", "R1")
    .replace("{basis}", "training_agreement")
    .replace("{sectionId}", "damage")
    .replace("{caseId}", newId())
    .replace("{itemId}", newId())
    .replace("{clearance}", "first-aid")
    .replace("{reportId}", "0199cccc-0000-7000-8000-000000000000")
    .replace("{workplaceId}", world.workplaceId)
    .replace("{versionId}", world.frameworkVersionId)
    .replace("{frameworkId}", world.frameworkVersionId)
    .replace("{unitId}", world.unitId)
    .replace("{requirementId}", world.requirementIds[0] ?? "")
    .replace("{talkId}", newId())
    .replace(/\{(task|tool|document|capacity|entry|view|merge|import)Id\}/g, () => newId())
    .replace("{personId}", newId())
    .replace("{role}", "tutor")
    .replace("{interruptionId}", newId())
    .replace("{fileId}", newId())
    .replace("{checklistId}", newId())
    .replace("{agreementId}", newId())
    .replace("{revision}", "1")
    .replace("{about}", "language")
    .replace("{party}", "employer")
    .replace("{conditionId}", newId())
    .replace(/\{(adaptation|note)Id\}/g, () => newId())
    .replace("{token}", TOKEN)
    .replace("{week}", WEEK)
    .replace("{day}", DAY);
}

const QUERIES: Record<string, string> = {
  "POST /api/placements/{placementId}/files": "?name=photo.jpg",
  "GET /api/rule-packs/{providerId}/trial": "?birth=2009-01-15&on=2026-11-23&basis=unknown",
  "GET /api/agreement-templates/{providerId}/{basis}/comparison": "?before=0&after=0",
  "GET /api/agreement-templates/{providerId}/{basis}/preview/file": "?language=fi",
  "GET /api/workplaces/{workplaceId}/framework-agreements/preview":
    "?covers=both&validFrom=2026-12-01&validUntil=2028-11-30",
  "GET /api/register/merges/preview":
    "?left=0199aaaa-0000-7000-8000-000000000000&right=0199bbbb-0000-7000-8000-000000000000",
  "GET /api/framework-versions/{versionId}/search": "?find=putki",
};

const HEADERS: Record<string, Record<string, string>> = {};
