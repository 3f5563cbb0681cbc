import { z } from "zod";
import { done, id, instant, language, localisedText, route } from "#shared/route.contract.ts";

/** These routes exist in demo mode only; production does not mount them. */

export const listDemoPeople = route({
  method: "GET",
  path: "/api/demo/people",
  summary: "People of the demo one can be, the six of the front page first",
  gate: "public",
  answer: z.object({
    people: z.array(
      z.object({
        personId: id,
        givenName: z.string(),
        familyName: z.string(),
        language,
        age: z.int().nullable(),
        role: z.string(),
        providerNames: z.array(localisedText),
        workplaceName: z.string().nullable(),
        featured: z.boolean(),
      }),
    ),
    counts: z.object({ students: z.int(), workplaces: z.int() }),
  }),
});

export const becomeDemoPerson = route({
  method: "POST",
  path: "/api/demo/sessions",
  summary: "Be one of the demo's people on this browser",
  gate: "public",
  body: z.object({ personId: id }),
  answer: done,
});

export const listDemoMessages = route({
  method: "GET",
  path: "/api/demo/messages",
  summary: "Every message the demo would have sent, newest first",
  gate: "public",
  answer: z.object({
    messages: z.array(
      z.object({
        id,
        channel: z.enum(["mail", "sms"]),
        to: z.string(),
        personName: z.string().nullable(),
        language,
        template: z.string(),
        subject: z.string(),
        body: z.string(),
        state: z.string(),
        at: instant,
      }),
    ),
  }),
});

export const restartDemo = route({
  method: "POST",
  path: "/api/demo/restarts",
  summary: "Forget everything changed and tell the story from its beginning",
  gate: "public",
  perMinute: 6,
  answer: done,
});
