import { on, type StoryCalendar } from "../calendar.ts";
import { sagaDays } from "../days/hair-days.ts";
import { timonenDays } from "../days/technical-days.ts";
import { electrical, hair, shared } from "../requirements.ts";
import { note, type PlacementDraft } from "./placement-draft.ts";
import { atSaga, atTimonen } from "./posts.ts";
import { usual } from "./usual-placement.ts";

/** In order, three weeks in; a demonstration is coming. */
export const joonas: PlacementDraft = usual(
  atTimonen,
  { student: "joonas-mattila", state: "running", weeks: [-3, 6], language: "fi" },
  {
    log: {
      notes: timonenDays,
      share: [0, 3],
      written: [
        [
          on(-1, 1),
          note(
            "sockets",
            [electrical.fitsSocketsAndLights],
            "Kahden asunnon pistorasiat. Jukka avasi kolme ja sanoi, ettei enää avaa.",
          ),
        ],
        [
          on(-1, 2),
          note(
            "cabling",
            [electrical.pullsCables],
            "Kaapelinvetoa kellarissa. Etsimme läpiviennin, jota ei ollut piirustuksessa, ja merkitsin sen.",
          ),
        ],
        [
          on(-1, 3),
          note(
            "boards",
            [electrical.worksDead, electrical.wiresBoard],
            "Keskus auki valvottuna. Erotus, lukitus, mittaus, ja vasta sitten kädet sisään.",
            { teacher: "Voinko ottaa keskuksen näytön aiheeksi?" },
          ),
        ],
        [
          on(-1, 4),
          note(
            "testing",
            [electrical.testsInstallation, electrical.documentsElectrical],
            "Mittasin eristysvastukset ja täytin pöytäkirjan. Kaikki yli rajan.",
          ),
        ],
        [
          on(-1, 5),
          note(
            "service-calls",
            [shared.servesCustomer],
            "Vikakeikka: valot vilkkuivat. Löysä liitin kattorasiassa.",
          ),
        ],
      ],
    },
    talks: [
      {
        kind: "start",
        on: on(-3, 1),
        at: "07:30",
        note: "Sähköturvallisuus ja lukitus ensin. Jännitetyötä ei tehdä tällä jaksolla lainkaan.",
      },
      {
        kind: "other",
        on: on(-1, 1),
        at: "15:10",
        minutes: 10,
        place: "phone",
        note: "Alku meni hyvin. Jukka esittää näytön aiheeksi huoneiston sähköistystä.",
      },
      { kind: "mid", on: on(2, 3), at: "14:00" },
      { kind: "end", on: on(6, 4), at: "14:00" },
    ],
  },
);

/** In order; the mid talk is on Thursday. */
export function helmi(calendar: StoryCalendar): PlacementDraft {
  return usual(
    atSaga,
    { student: "helmi-laine", state: "running", weeks: [-4, 5], language: "fi" },
    {
      log: {
        notes: sagaDays,
        written: [
          [
            on(-1, 1),
            note(
              "cutting",
              [hair.cuts, hair.consults],
              "Leikkasin oikealle asiakkaalle tasapitkän. Hän kysyi seuraavaa aikaa minulle.",
            ),
          ],
          [
            on(-1, 3),
            note(
              "colouring",
              [hair.colours],
              "Tyvikasvu kolmelle. Punnitsin ja kirjasin kortille, Saga tarkisti sävyn.",
            ),
          ],
          [
            on(-1, 5),
            note(
              "reception",
              [hair.books, shared.servesCustomer],
              "Vastaanotto koko päivän. Ruotsiksi jo puolet asiakkaista, ilman että piti miettiä.",
              { private: "Tänään tuntui, että kuulun porukkaan." },
            ),
          ],
        ],
      },
      talks: [
        {
          kind: "start",
          on: on(-4, 1),
          at: "09:30",
          note: "Työajat ja hygienia. Helmi pesee ja avustaa ensin, leikkaukset aloitetaan kolmannella viikolla.",
        },
        {
          kind: "other",
          on: on(-1, 3),
          at: "12:00",
          minutes: 10,
          place: "phone",
          note: "Helmi on valmis leikkaamaan asiakkaita. Saga valitsee helpot ensin.",
        },
        { kind: "mid", on: calendar.upcoming(4), at: "10:00" },
        { kind: "end", on: on(5, 4), at: "15:00" },
      ],
    },
  );
}
