import { on } from "../calendar.ts";
import { karhuDays, niemiDays } from "../days/building-days.ts";
import { careDays } from "../days/care-days.ts";
import { heating } from "../requirements.ts";
import { note, type PlacementDraft } from "./placement-draft.ts";
import { atKanerva, atKarhu, atNiemi, atVarasto } from "./posts.ts";
import { usual, usualPlan } from "./usual-placement.ts";

const iiris = {
  student: "iiris-niemela",
  state: "planning",
  weeks: [2, 10],
  language: "fi",
} as const;

/** The other provider's students: Mika and Petra guide students of both. */
export const kymenranta: readonly PlacementDraft[] = [
  usual(
    atNiemi,
    { student: "noora-hakala", state: "running", weeks: [-22, 30], language: "fi" },
    {
      basis: "apprenticeship",
      suitability: {
        on: on(-8, 3),
        reason:
          "Oppisopimuksen toinen vuosi. Työmaa vaihtui, tehtävät tarkistettiin uudestaan paikalla.",
        validUntil: on(30, 5),
        gaps: [
          {
            requirement: heating.balancesNetwork,
            owner: "school",
            note: "Patteriverkoston tasapainotus oppilaitoksen lähijaksolla.",
            dueOn: on(20, 5),
          },
        ],
      },
      log: {
        notes: niemiDays,
        share: [1, 2],
        written: [
          [
            on(-1, 4),
            note(
              "pressure-tests",
              [heating.testsPressure],
              "Painekoe kolmelle linjalle. Tein pöytäkirjat itse ja näytin ne Mikalle.",
            ),
          ],
        ],
      },
      talks: [
        {
          kind: "start",
          on: on(-22, 2),
          at: "08:00",
          note: "Oppisopimuksen toinen vuosi alkaa. Ensimmäisenä tehtiin vesijohdot, nyt lämpö.",
        },
        {
          kind: "other",
          on: on(-4, 2),
          at: "13:00",
          note: "Noora on valmis näyttöön lämpöjohdoista. Tehtävät katsotaan Mikan kanssa.",
        },
        { kind: "end", on: on(30, 4), at: "13:00" },
      ],
    },
  ),
  usual(atKanerva, {
    student: "kaarlo-seppanen",
    state: "running",
    weeks: [-5, 3],
    language: "fi",
    notes: careDays,
    share: [1, 3],
  }),
  usual(atVarasto, iiris, { plan: usualPlan(iiris, ["teacher"]) }),
  usual(atKarhu, {
    student: "toivo-lehtinen",
    state: "ended",
    weeks: [-9, -1],
    language: "fi",
    notes: karhuDays,
    share: [1, 2],
  }),
];
