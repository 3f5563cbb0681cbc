import { z } from "zod";
import { ability, day, id, localisedText, route, typed } from "#shared/route.contract.ts";
import { EFFECTS } from "./rule-pack.ts";

const params = z.object({ placementId: id });
const code = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);
/** A task's id, or `own:` and the words of a task that only the plan names. */
const taskKey = typed(240);
const kind = z.object({ code, name: localisedText });

const words = z.object({ rule: z.string(), effect: z.enum(EFFECTS), source: localisedText });
const finding = words.extend({
  title: localisedText,
  because: localisedText,
  allowedWhen: localisedText.nullable(),
  /** Who does what by when. */
  doer: localisedText.nullable(),
});

const hit = finding.extend({
  taskKey: z.string().nullable(),
  kind: kind.nullable(),
  first: day,
  last: day,
  days: z.int(),
  /** What would settle it: facts of the pack that the rule waits for. */
  settledBy: z.array(z.object({ fact: code, name: localisedText })),
});

export const readYoungWork = route({
  method: "GET",
  path: "/api/placements/{placementId}/young-work",
  summary:
    "What the rules for young workers say of a placement, each day by the student's age on it; notice and guardian's message ready to send",
  gate: "signedIn",
  look: "checks",
  params,
  answer: z.object({
    placementId: id,
    providerName: localisedText,
    student: z.object({ givenName: z.string(), familyName: z.string() }),
    workplaceName: z.string(),
    startsOn: day,
    endsOn: day,
    /** Null: 18 on the first day, or the birth date is not known. */
    young: z
      .object({
        turns18On: day,
        /** The 18th birthday has come: nothing is asked any more. */
        lifted: z.boolean(),
        pack: z.object({ name: localisedText, seen: localisedText }),
        tasks: z.array(
          z.object({
            key: z.string(),
            name: localisedText,
            kinds: z.array(kind).nullable(),
            suggested: z.array(kind),
          }),
        ),
        hits: z.array(hit),
        settled: z.array(
          z.object({ fact: code, name: localisedText, kind: kind.nullable(), on: day }),
        ),
        /** Logged days of the last four weeks that pass a limit. */
        logged: z.array(finding.extend({ date: day })),
        /** Kinds a task may be marked with. */
        kinds: z.array(kind.extend({ group: z.string() })),
        letters: z.object({ notice: localisedText, guardian: localisedText }).nullable(),
      })
      .nullable(),
    birthKnown: z.boolean(),
    abilities: z.object({ mark: ability, settle: ability }),
  }),
});

export const markTaskKinds = route({
  method: "PUT",
  path: "/api/placements/{placementId}/task-kinds",
  summary: "Mark which kinds of work a task holds; empty = ordinary work",
  gate: "signedIn",
  params,
  body: z.object({ taskKey, kinds: z.array(code).max(20) }),
  answer: z.object({ done: z.literal(true) }),
  refusals: { unknown_task: 422, unknown_kind: 422 },
});

export const settleWork = route({
  method: "PUT",
  path: "/api/placements/{placementId}/settled",
  summary:
    "Note that something has been seen to (a notice made, the guardian told), or take it back",
  gate: { roles: ["teacher"] },
  params,
  body: z.object({ fact: code, kind: code.nullable(), settled: z.boolean() }),
  answer: z.object({ done: z.literal(true) }),
  refusals: { unknown_kind: 422, unknown_fact: 422 },
});
