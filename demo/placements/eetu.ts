import { on } from "../calendar.ts";
import { niemiDays } from "../days/building-days.ts";
import { heating, shared } from "../requirements.ts";
import { away, note, type PlacementDraft } from "./placement-draft.ts";
import { atNiemi } from "./posts.ts";
import { usual, usualPlan } from "./usual-placement.ts";

/** Last week is sent and waits for Mika: the first thing to try in the demo. */
export const eetu: PlacementDraft = usual(
  atNiemi,
  { student: "eetu-lahtinen", state: "running", weeks: [-6, 2], language: "fi" },
  {
    plan: {
      ...usualPlan({ student: "eetu-lahtinen", state: "running", weeks: [-6, 2], language: "fi" }),
      guidance: { every: "two_weeks", by: "phone", note: "Perjantaina iltapäivällä" },
      breaks: "Kahvi kello 9.00 ja 13.00, 12 minuuttia, kuuluu työaikaan.",
      shifts: [
        {
          dayStartsAt: "12:00",
          dayEndsAt: "20:00",
          breakMinutes: 30,
          on: "Päivystys, joka toinen torstai",
        },
      ],
      demonstrations: [
        {
          from: on(2, 1),
          to: on(2, 3),
          work: "B-rapun patterilinjat: kannakointi, liitokset ja painekoe.",
          place: null,
          requirements: [heating.fixesPipes, heating.joinsCopper, heating.testsPressure],
          schoolAssessor: "Sanna Heikkilä",
          workAssessor: "Mika Korhonen",
        },
      ],
    },
    log: {
      notes: niemiDays,
      share: [0, 2],
      written: [
        [
          on(-3, 1),
          note(
            "pipe-runs",
            [heating.fixesPipes],
            "Kannakoin kellarin runkolinjaa. Katossa on niin paljon kaapeleita, että reitti piti miettiä kahteen kertaan.",
          ),
        ],
        [
          on(-3, 2),
          note(
            "joints",
            [heating.joinsCopper],
            "Puristin 22 liitosta. Mika avasi yhden ja näytti, miltä putken pää näyttää, kun se ei ole mennyt pohjaan asti.",
          ),
        ],
        [
          on(-3, 3),
          note(
            "valve-calls",
            [heating.connectsRadiators, shared.servesCustomer],
            "Keikka päiväkodissa. Patteri vuoti, ja lapset kyselivät kaikesta. Korjasimme sen ennen päiväunia.",
          ),
        ],
        [
          on(-3, 4),
          note(
            "pipe-runs",
            [heating.readsDrawings],
            "Piirustus oli muuttunut. Uusi versio oli kopissa, vanha minulla taskussa. Nyt katson päiväyksen ensin.",
            { teacher: "Kuka vastaa siitä, että kaikilla on sama versio?" },
          ),
        ],
        [on(-3, 5), note("joints", [shared.keepsOrder], "Viikkosiivous ja koneiden lataus.")],
        [
          on(-2, 1),
          note(
            "pipe-runs",
            [heating.fixesPipes],
            "Aloitin A-rapun toisen kerroksen. Tein kannakkeet valmiiksi ennen kuin putket tulivat.",
          ),
        ],
        [
          on(-2, 2),
          note(
            "joints",
            [heating.joinsCopper, heating.worksHotTools],
            "Juotin ensimmäiset liitokset seinää vasten. Suojalevy väliin, sammutin viereen ja tunti jälkivartiointia.",
          ),
        ],
        [
          on(-2, 3),
          note(
            "pressure-tests",
            [heating.testsPressure],
            "Painekoe Pian kanssa. Minä kirjasin, Pia luki mittaria. Paine laski vähän ja syy oli ilmausruuvissa.",
          ),
        ],
        [
          on(-2, 4),
          note(
            "bathroom",
            [heating.connectsRadiators],
            "Kuivauspatterit kolmeen kylpyhuoneeseen. Kolmannessa meni jo ilman neuvoja.",
            { private: "Isä kysyi ensimmäistä kertaa kunnolla, mitä teen." },
          ),
        ],
        [
          on(-2, 5),
          note(
            "pipe-runs",
            [shared.keepsOrder],
            "Siivous. Laskin työkalut ja täytin tarvikelistan ensi viikolle.",
          ),
        ],
        [
          on(-1, 1),
          note(
            "pipe-runs",
            [heating.fixesPipes],
            "Putkien kannakointi, toinen kerros. Väli on 1,5 metriä ja mutkissa vähemmän.",
            { minutes: 450 },
          ),
        ],
        [
          on(-1, 2),
          note(
            "joints",
            [heating.joinsCopper],
            "Puristusliitoksia Mikan kanssa. Minä puristin, Mika merkitsi. Lopuksi vaihdoimme.",
            { minutes: 450 },
          ),
        ],
        [on(-1, 3), away("illness", "Kuumetta. Ilmoitin Mikalle 6.50.")],
        [
          on(-1, 4),
          note(
            "pressure-tests",
            [heating.testsPressure],
            "Painekoe, B-rappu. Kirjasin alun, lopun ja paineen. Pysyi.",
            { minutes: 480, teacher: "Saanko tehdä seuraavan kokonaan yksin?" },
          ),
        ],
        [
          on(-1, 5),
          note(
            "valve-calls",
            [heating.connectsRadiators, shared.keepsOrder],
            "Venttiilit merkitty, työkalut laskettu. Lähdin vähän aiemmin, sovittu Mikan kanssa.",
            { minutes: 405 },
          ),
        ],
      ],
    },
    weeks: {
      silentFrom: -1,
      byDeputy: [-3],
      exceptions: [
        [on(-4, 3), "Keskiviikkona työaika loppui kello 13, koska betonivalu esti putkityöt."],
      ],
      remarks: { [-2]: "Hyvä viikko. Juotokset pitivät." },
    },
    talks: [
      {
        kind: "start",
        on: on(-6, 1),
        at: "07:30",
        note: "Kävimme läpi suunnitelman, suojaimet ja kulkuluvan. Eetu kirjaa päivän kopissa ennen lähtöä.",
      },
      {
        kind: "mid",
        on: on(-1, 2),
        at: "14:30",
        note: "Puoliväli. Liitokset sujuvat, piirustuksia luetaan vielä yhdessä. Painekokeita lisää loppuviikkoihin.",
      },
      { kind: "end", on: on(2, 4), at: "14:00" },
    ],
  },
);
