import { on, type StoryCalendar } from "../calendar.ts";
import { rantapuistoDays } from "../days/restaurant-days.ts";
import { cafe, shared } from "../requirements.ts";
import { note, type PlacementDraft } from "./placement-draft.ts";
import { atRantapuisto } from "./posts.ts";
import { usual } from "./usual-placement.ts";

/** Week 7 of 10; ill for two weeks in between; last week waits for Leila. */
export function aino(calendar: StoryCalendar): PlacementDraft {
  return usual(
    atRantapuisto,
    { student: "aino-salmela", state: "running", weeks: [-6, 3], language: "fi" },
    {
      interruptions: [{ reason: "illness", from: on(-5, 1), to: on(-4, 5) }],
      log: {
        notes: rantapuistoDays,
        share: [0, 2],
        written: [
          [
            on(-2, 1),
            note(
              "buns",
              [cafe.bakes],
              "Maanantain taikina on aina isoin. Punnitsin, vaivasin ja jaoin, Leila paistoi.",
            ),
          ],
          [
            on(-2, 2),
            note(
              "counter",
              [cafe.servesCounter, shared.servesCustomer],
              "Iso ryhmä eläkeläisiä kello kymmenen. Muistin kaikkien tilaukset, ja yksi jätti kiitoslapun.",
            ),
          ],
          [
            on(-2, 3),
            note(
              "checks display",
              [cafe.followsSelfCheck, cafe.fillsCounter],
              "Lämpötilat ja vitriini. Vanhimmat eteen, kyltit suoraan. Poistin myös etiketit, joissa luki väärä päivä.",
            ),
          ],
          [
            on(-2, 4),
            note(
              "lunch",
              [cafe.servesCounter],
              "Lounastiski yksin puoli tuntia, kun Leila kävi tukussa. Jono ei kasvanut.",
              { private: "Olin ylpeä itsestäni." },
            ),
          ],
          [
            on(-2, 5),
            note(
              "cleaning",
              [cafe.cleansKitchen],
              "Kahvikoneen iso pesu. Ohje on seinällä, ja luin sen ensin.",
            ),
          ],
          [
            on(-1, 1),
            note(
              "buns",
              [cafe.bakes],
              "Tein sämpylät itse. Kaksi peltiä, toinen vähän tummempi kuin pitäisi.",
              {
                teacher:
                  "Onko sallittua paistaa yksin, kun olen 17? Kysyin, ja Leila sanoi, että kyllä, kun hän on paikalla.",
              },
            ),
          ],
          [
            on(-1, 2),
            note(
              "drinks",
              [cafe.makesDrinks],
              "Erikoiskahvit aamun ruuhkassa. Vaahto onnistui joka kerta.",
            ),
          ],
          [
            on(-1, 3),
            note(
              "counter",
              [cafe.usesTill],
              "Kassan laskeminen Leilan kanssa. Yhden palautuksen olin kirjannut väärin ja korjasimme sen heti.",
            ),
          ],
          [
            on(-1, 4),
            note(
              "lunch display",
              [cafe.servesCounter, cafe.fillsCounter],
              "Tänään otin lounaalla tilaukset. Sen jälkeen oli keskustelu Leilan ja Sannan kanssa.",
            ),
          ],
          [
            on(-1, 5),
            note(
              "buns",
              [cafe.bakes],
              "60 korvapuustia taikinasta uuniin. Leila näytti kerran, sitten tein itse.",
              {
                teacher: "Uunin ajastin on sekava. Haluaisin harjoitella sitä jonkun kanssa.",
                private: "Aamulla väsytti todella paljon.",
              },
            ),
          ],
        ],
      },
      weeks: { silentFrom: -1, remarks: { [-2]: "Aino hoiti lounaan yksin. Olin ylpeä." } },
      talks: [
        {
          kind: "start",
          on: on(-6, 1),
          at: "13:30",
          note: "Aloitetaan aamuvuorolla. Alle 18-vuotiaana Aino ei tee iltavuoroja eikä ole yksin kahvilassa.",
        },
        {
          kind: "mid",
          on: on(-1, 4),
          at: "14:00",
          by: "tutor",
          note: "Aino palveli lounaan itsenäisesti. Loppuun lisää leipomista. Näytön tehtävät mietitään yhdessä.",
        },
        { kind: "other", on: calendar.upcoming(4), at: "14:00" },
        { kind: "end", on: on(3, 4), at: "14:00" },
      ],
    },
  );
}
