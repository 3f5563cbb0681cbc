import { on } from "../calendar.ts";
import type { PlacementDraft } from "./placement-draft.ts";
import {
  atAalto,
  atKarhu,
  atKotiranta,
  atLehto,
  atSaga,
  atTimonen,
  atVarasto,
  type Post,
} from "./posts.ts";
import { usual, usualPlan, usualSuitability } from "./usual-placement.ts";

const kaisa = { student: "kaisa-repo", state: "planning", weeks: [1, 10], language: "fi" } as const;
const sara = { student: "sara-ahonen", state: "planning", weeks: [2, 10], language: "fi" } as const;
const jere = { student: "jere-nurmi", state: "planning", weeks: [3, 12], language: "fi" } as const;
const linh = { student: "linh-tran", state: "planning", weeks: [3, 11], language: "en" } as const;

/** The decision is old: it ends before the first day. */
const kaisaAtKarhu = usual(atKarhu, kaisa, {
  suitability: {
    ...usualSuitability(atKarhu, kaisa),
    on: on(-14, 3),
    validUntil: on(0, 5),
    reason:
      "Paikka tarkistettu edellistä jaksoa varten. Päätös uusitaan, jos työkohteet muuttuvat.",
  },
});

/** Jukka moved the mid talk; Sanna has not agreed to that yet. */
const saraAtTimonen = usual(atTimonen, sara, {
  plan: {
    ...usualPlan(sara, ["student", "tutor"]),
    writtenBy: "tutor",
    version: 3,
    sent: on(-1, 4),
  },
});

/** Waits for Timo, who has been asked once. */
const jereAtAalto = usual(atAalto, jere, {
  plan: { ...usualPlan(jere, ["student", "teacher"]), sent: on(-1, 2) },
  nudges: [{ to: "timo-aalto", channel: "email", about: "plan", on: on(-1, 5), at: "09:40" }],
});

/** The place is judged; Linh has the first plan and has not answered. */
const linhAtLehto = usual(atLehto, linh, {
  plan: { ...usualPlan(linh, ["teacher"]), version: 1, sent: on(-1, 3) },
});

/** First ideas: the student is asked first, nobody at the workplace is named yet. */
const mikaelAtKarhu = proposed(atKarhu, "mikael-strand", 4);
const villeAtVarasto = proposed(atVarasto, "ville-kangas", 4);

function proposed(post: Post, student: string, week: number): PlacementDraft {
  const { workplace, hours, units, requirements } = post;
  return {
    workplace,
    hours,
    units,
    requirements,
    student,
    state: "proposed",
    starts: on(week, 1),
    ends: on(week + 8, 5),
    plan: { version: 1, sent: on(-1, 3), marks: ["teacher"] },
    talks: [],
  };
}

/** The evening kitchen does not suit a 17-year-old. */
const matiasAtLehto: PlacementDraft = {
  ...atLehto,
  student: "matias-vesa",
  state: "cancelled",
  starts: on(1, 1),
  ends: on(9, 5),
  suitability: {
    on: on(-2, 2),
    outcome: "not_suitable",
    reason:
      "Vapaana oli vain iltavuoro, joka päättyy kello 23, ja keittiössä ollaan silloin yksin. Se ei sovi 17-vuotiaalle.",
    validUntil: on(9, 5),
  },
  talks: [],
  ending: {
    on: on(-2, 3),
    by: "sanna-heikkila",
    ground: "place_lost",
    reason: "Päivävuoroa ei löytynyt. Haetaan paikkaa kahvilasta.",
    onProbation: false,
  },
};

const ready: readonly PlacementDraft[] = [
  usual(atKarhu, { student: "tuomas-aho", state: "ready", weeks: [1, 9], language: "fi" }),
  usual(atKotiranta, {
    student: "ronja-hakkarainen",
    state: "ready",
    weeks: [1, 10],
    language: "fi",
  }),
  usual(atSaga, { student: "emma-nystrom", state: "ready", weeks: [2, 11], language: "sv" }),
];

export const beforeTheStart: readonly PlacementDraft[] = [
  mikaelAtKarhu,
  villeAtVarasto,
  kaisaAtKarhu,
  saraAtTimonen,
  jereAtAalto,
  linhAtLehto,
  matiasAtLehto,
  ...ready,
];
