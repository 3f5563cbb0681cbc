import { z } from "zod";
import {
  ability,
  done,
  id,
  instant,
  language,
  localisedText,
  route,
  typed,
} from "#shared/route.contract.ts";
import { FIT_SUBJECTS } from "./student-fit.ts";

const params = z.object({ placementId: id });
const about = z.enum(FIT_SUBJECTS);
/** A language, or a task's and a requirement's id. */
const lack = z.string().regex(/^([a-z]{2}|[0-9a-f-]{36}:[0-9a-f-]{36})$/);

export const readStudentFit = route({
  method: "GET",
  path: "/api/placements/{placementId}/fit",
  summary:
    "Whether the workplace fits the student by language and prior skill, and what has been agreed where something lacks",
  gate: "signedIn",
  look: "checks",
  params,
  answer: z.object({
    language,
    guides: z.array(language),
    reasons: z.array(
      z.object({
        about,
        verdict: z.enum(["met", "lacks", "agreed", "unknown", "none"]),
        lacks: z.array(lack),
        note: z.object({ how: z.string(), byName: z.string(), at: instant }).nullable(),
      }),
    ),
    /** Tasks of the plan that the workplace has named, with what each needs first. */
    tasks: z.array(
      z.object({
        id,
        name: localisedText,
        needs: z.array(z.object({ requirementId: id, text: localisedText, proven: z.boolean() })),
      }),
    ),
    /** What a task may be said to need: the requirements of the qualification. */
    requirements: z.array(z.object({ id, unitName: localisedText, text: localisedText })),
    abilities: z.object({ agree: ability, mark: ability }),
  }),
});

export const agreeOnFit = route({
  method: "PUT",
  path: "/api/placements/{placementId}/fit/{about}",
  summary:
    "Note how the work is guided although a language or a skill lacks; `lacks` is what was seen lacking",
  gate: { roles: ["teacher"] },
  params: params.extend({ about }),
  body: z.object({ lacks: z.array(lack).min(1).max(500), how: typed(500) }),
  answer: done,
  refusals: { fit_changed: 409 },
});

export const markTaskNeeds = route({
  method: "PUT",
  path: "/api/placements/{placementId}/task-needs/{taskId}",
  summary: "Mark what a task of the workplace needs first, of this qualification's requirements",
  gate: "signedIn",
  params: params.extend({ taskId: id }),
  body: z.object({ requirementIds: z.array(id).max(50) }),
  answer: done,
  refusals: { unknown_task: 422, unknown_requirement: 422 },
});
