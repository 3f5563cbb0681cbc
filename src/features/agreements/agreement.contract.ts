import { z } from "zod";
import { BASES, ENDING_GROUNDS, HEARD_PARTIES } from "#features/placements/placement.ts";
import {
  ability,
  day,
  id,
  instant,
  language,
  localisedText,
  route,
} from "#shared/route.contract.ts";
import {
  AGREEMENT_KINDS,
  AGREEMENT_PARTIES,
  AGREEMENT_STATES,
  DUTIES,
  SIGNING_ORDERS,
} from "./agreement.ts";
import { AMENDED_FIELDS } from "./amendment.ts";
import { frameworkFields } from "./framework-fields.contract.ts";
import { papers } from "./paper.contract.ts";

export const party = z.enum(AGREEMENT_PARTIES);
const state = z.enum(AGREEMENT_STATES);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const partyView = z.object({
  party,
  duty: z.enum(DUTIES),
  personId: id,
  givenName: z.string(),
  familyName: z.string(),
  /** For whom they sign; null when for themselves. */
  actingFor: z.string().nullable(),
  /** A deputy's mandate: who gave it, who noted it and how it is known. */
  mandate: z
    .object({ from: z.string(), notedBy: z.string(), at: instant, known: z.string() })
    .nullable(),
  /** Signed or acknowledged the text in force. */
  signature: z
    .object({
      name: z.string(),
      at: instant,
      means: z.enum(["code", "session"]),
      sentTo: z.string().nullable(),
      language,
      hash,
    })
    .nullable(),
  /** Whether it is this party's turn now. */
  turn: z.boolean(),
  /** Where letters go, a mobile phone when there is no box; masked for readers who do not carry the placement. */
  address: z.string().nullable(),
  /** A mobile phone beside the box, masked in the same way: a code can go there instead. */
  mobile: z.string().nullable(),
  /** For who carries the placement: to call the one who is missing. */
  phone: z.string().nullable(),
  /** The newest letter to this party did not arrive. */
  bounced: z.boolean(),
  lastSentAt: instant.nullable(),
  /** When the next reminder may go, whoever sends it. */
  nextReminderAt: instant.nullable(),
});

/** One line of what has happened; the parties read the same list. */
const happened = z.object({
  at: instant,
  deed: z.string(),
  who: z.string(),
  party: party.nullable(),
});

/** What the page of every kind of agreement shows. */
const shown = z.object({
  id,
  number: z.int(),
  state,
  language,
  order: z.enum(SIGNING_ORDERS),
  version: z.int(),
  revision: z.int(),
  timeZone: z.string(),
  providerName: localisedText,
  employerName: z.string(),
  startsOn: day,
  endsOn: day,
  sentAt: instant,
  sentBy: z.string(),
  completedAt: instant.nullable(),
  closed: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
  textHash: hash,
  papers,
  /** Earlier texts of this agreement, the newest first. */
  earlier: z.array(
    z.object({
      revision: z.int(),
      textHash: hash,
      madeAt: instant,
      by: z.string(),
      why: z.string().nullable(),
    }),
  ),
  /** Why the text in force was made, when it is a correction. */
  why: z.string().nullable(),
  parties: z.array(partyView),
  mine: z.array(party),
  happened: z.array(happened),
  paper: z.object({ sealedAt: instant, timeStamped: z.boolean() }).nullable(),
  /** Why a completed agreement has no paper yet, when it will not come by itself. */
  paperWaits: z.enum(["seal_expired"]).nullable(),
  /** The agreement that took this one's place, when it was withdrawn or declined. */
  next: id.nullable(),
  /** The reader is the teacher or a coordinator: the desk's page. */
  carries: z.boolean(),
});

const abilities = z.object({
  sign: z.record(party, ability),
  correct: ability,
  remind: ability,
  withdraw: ability,
  repair: ability,
});

const placementShown = shown.extend({
  kind: z.enum(["agreement", "amendment"]),
  placementId: id,
  basis: z.enum(BASES),
  studentName: z.string(),
  workplaceName: z.string(),
  hours: z.object({
    minutesPerWeek: z.int(),
    dayStartsAt: z.string(),
    dayEndsAt: z.string(),
    breakMinutes: z.int(),
  }),
  units: z.array(localisedText),
  tutorName: z.string(),
  teacherName: z.string(),
  /** What the work is paid by; null on a training agreement, where nobody is paid. */
  pay: z.string().nullable(),
  /** The signed agreement that an amendment changes; null on an agreement. */
  amends: z
    .object({
      id,
      number: z.int(),
      completedAt: instant,
      /** A deputy for the amendment alone may not read what others signed before. */
      readable: z.boolean(),
    })
    .nullable(),
  /** Lines of an amendment that is out which have been changed otherwise since: it can no longer be signed. */
  overtaken: z.array(z.enum([...AMENDED_FIELDS, "placement"])),
  /** The framework agreement whose general terms it refers to. */
  refersTo: z.object({ id, number: z.int() }).nullable(),
  /** The placement ended before its time; what was signed stays readable. */
  endedEarly: z
    .object({
      at: instant,
      ground: z.enum(ENDING_GROUNDS),
      heardOn: day,
      heard: z.array(z.enum(HEARD_PARTIES)),
      onProbation: z.boolean(),
    })
    .nullable(),
  /** Whether the reader may open the placement too; a link that only signs may not. */
  seesPlacement: z.boolean(),
  abilities,
});

const frameworkShown = shown.extend({
  ...frameworkFields,
  abilities: abilities.extend({ terminate: ability }),
});

export const readAgreement = route({
  method: "GET",
  path: "/api/agreements/{agreementId}",
  summary:
    "One agreement for whoever is a party or carries the placement: text, parties, signatures",
  gate: "signedIn",
  params: z.object({ agreementId: id }),
  answer: z.discriminatedUnion("kind", [placementShown, frameworkShown]),
});

export const choice = z.object({
  id,
  givenName: z.string(),
  familyName: z.string(),
  title: z.string().nullable(),
});

export const listed = z.object({
  id,
  number: z.int(),
  kind: z.enum(AGREEMENT_KINDS),
  state,
  sentAt: instant,
  completedAt: instant.nullable(),
  waitsFor: z.array(z.object({ party, name: z.string() })),
  hasPaper: z.boolean(),
});

export const listAgreements = route({
  method: "GET",
  path: "/api/placements/{placementId}/agreements",
  summary: "Agreements of a placement, and what the next one can be made of",
  gate: "signedIn",
  params: z.object({ placementId: id }),
  answer: z.object({
    placementId: id,
    rows: z.array(listed),
    /** What stops a new one from being sent; empty when nothing does. */
    missing: z.array(z.string()),
    choices: z.object({
      provider: z.array(choice),
      employer: z.array(choice),
      guardian: z.array(choice),
      needsGuardian: z.boolean(),
      needsEmployment: z.boolean(),
    }),
    abilities: z.object({ send: ability }),
  }),
});

export const listMyAgreements = route({
  method: "GET",
  path: "/api/agreements",
  summary: "Agreements that the reader is a party of, at every provider, what waits for them first",
  gate: "signedIn",
  answer: z.object({
    rows: z.array(
      listed.extend({
        party,
        /** It waits for the reader. */
        asked: z.boolean(),
        /** Null of a framework agreement, which names an employer and no student. */
        studentName: z.string().nullable(),
        workplaceName: z.string().nullable(),
        employerName: z.string().nullable(),
        providerName: localisedText,
      }),
    ),
  }),
});

export const previewAgreement = route({
  method: "GET",
  path: "/api/placements/{placementId}/agreements/preview",
  summary: "The text as it would be sent now, in three languages",
  gate: { roles: ["teacher", "coordinator"] },
  params: z.object({ placementId: id }),
  answer: z.object({
    papers,
    planNumber: z.int(),
    templateCode: z.string(),
    templateVersion: z.int(),
    /** The framework agreement that the text refers to. */
    refersTo: z.object({ id, number: z.int() }).nullable(),
  }),
  refusals: { agreement_incomplete: 409 },
});

export const readAgreementText = route({
  method: "GET",
  path: "/api/agreements/{agreementId}/texts/{revision}",
  summary: "An earlier text of an agreement, as it was put before the parties",
  gate: "signedIn",
  params: z.object({ agreementId: id, revision: z.coerce.number().int().min(1).max(10_000) }),
  answer: z.object({ revision: z.int(), textHash: hash, papers }),
});

export const readAgreementPaper = route({
  method: "GET",
  path: "/api/agreements/{agreementId}/paper",
  summary: "The signed and sealed PDF of a completed agreement",
  gate: "signedIn",
  params: z.object({ agreementId: id }),
  answer: z.unknown(),
  refusals: { paper_not_yet: 409 },
});
