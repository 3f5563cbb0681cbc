import { on } from "../calendar.ts";
import { karhuDays } from "../days/building-days.ts";
import { careDays, careDaysEn, careDaysSv } from "../days/care-days.ts";
import { lindDays, varastoDaysEn } from "../days/goods-days.ts";
import { lehtoDays, lehtoDaysSv, rantapuistoDays } from "../days/restaurant-days.ts";
import { aaltoDays, timonenDays } from "../days/technical-days.ts";
import type { PlacementDraft } from "./placement-draft.ts";
import {
  atAalto,
  atKarhu,
  atKotiranta,
  atLehto,
  atLind,
  atRantapuisto,
  atTimonen,
  atTuomi,
  atVarasto,
} from "./posts.ts";
import { usual } from "./usual-placement.ts";

const state = "running" as const;

/** Placements that need nobody just now. */
export const runningQuietly: readonly PlacementDraft[] = [
  usual(atKarhu, {
    student: "lauri-pesonen",
    state,
    weeks: [-5, 3],
    language: "fi",
    notes: karhuDays,
    share: [0, 2],
  }),
  usual(atTimonen, {
    student: "niko-halonen",
    state,
    weeks: [-7, 2],
    language: "fi",
    notes: timonenDays,
    share: [1, 3],
  }),
  usual(
    atAalto,
    {
      student: "elias-maki",
      state,
      weeks: [-6, 20],
      language: "fi",
      notes: aaltoDays,
      share: [1, 2],
    },
    {
      basis: "apprenticeship",
      tutor: "kari-pulkkinen",
      deputy: "timo-aalto",
      weeks: {
        exceptions: [[on(-3, 3), "Keskiviikkona työpäivä loppui kello 13, ei 16. Tunnit sovittu."]],
      },
    },
  ),
  usual(
    atLind,
    {
      student: "oskar-holm",
      state,
      weeks: [-4, 5],
      language: "sv",
      notes: lindDays,
      share: [1, 3],
    },
    { tutor: "maria-lind", deputy: "karl-erik-lind" },
  ),
  usual(
    atVarasto,
    { student: "hamid-rahimi", state, weeks: [-8, 26], language: "en", notes: varastoDaysEn },
    { basis: "apprenticeship" },
  ),
  usual(
    atRantapuisto,
    {
      student: "nea-hiltunen",
      state,
      weeks: [-3, 6],
      language: "fi",
      notes: rantapuistoDays,
      share: [1, 3],
    },
    { tutor: "joonas-pitkanen", deputy: "leila-karjalainen" },
  ),
  usual(atLehto, {
    student: "yasin-omar",
    state,
    weeks: [-6, 3],
    language: "fi",
    notes: lehtoDays,
  }),
  usual(atLehto, {
    student: "sofia-gronlund",
    state,
    weeks: [-4, 4],
    language: "sv",
    notes: lehtoDaysSv,
  }),
  usual(
    atTuomi,
    {
      student: "kerttu-salminen",
      state,
      weeks: [-7, 4],
      language: "fi",
      notes: careDays,
      share: [2, 3],
    },
    { hoursPerWeek: 30, partTimePercent: 80, hours: ["08:00", "14:30", 30] },
  ),
  usual(
    atKotiranta,
    { student: "julia-forsman", state, weeks: [-5, 4], language: "sv", notes: careDaysSv },
    { interruptions: [{ reason: "family", from: on(-3, 4), to: on(-3, 5) }] },
  ),
  usual(atKotiranta, {
    student: "grace-mensah",
    state,
    weeks: [-6, 3],
    language: "en",
    notes: careDaysEn,
  }),
];
