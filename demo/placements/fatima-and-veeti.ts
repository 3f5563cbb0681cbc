import { on, type StoryCalendar } from "../calendar.ts";
import { varastoDays } from "../days/goods-days.ts";
import { aaltoDays } from "../days/technical-days.ts";
import { shared, vehicle, warehouse } from "../requirements.ts";
import { note, type PlacementDraft } from "./placement-draft.ts";
import { atAalto, atVarasto } from "./posts.ts";
import { usual } from "./usual-placement.ts";

/** All is written and confirmed, but the three have not talked for 42 days. */
export function fatima(calendar: StoryCalendar): PlacementDraft {
  return usual(
    atVarasto,
    { student: "fatima-hassan", state: "running", weeks: [-6, 3], language: "fi" },
    {
      log: {
        notes: varastoDays,
        share: [0, 2],
        written: [
          [
            on(-2, 2),
            note(
              "picking",
              [warehouse.picks],
              "Keräsin 66 riviä. Päivi pyysi minua kokeilemaan uutta päätettä muiden puolesta.",
            ),
          ],
          [
            on(-2, 4),
            note(
              "counting",
              [warehouse.countsStock],
              "Inventointi kahden hyllyvälin verran. Ero löytyi palautusten kirjaamisesta.",
            ),
          ],
          [
            on(-1, 1),
            note(
              "forklift",
              [warehouse.drivesTruck],
              "Trukilla tyhjät lavat ulkokatokseen. Haarukat alhaalla ja hidas vauhti mutkissa.",
              { teacher: "Milloin trukkikortin koe on? Päivi kysyi samaa." },
            ),
          ],
          [
            on(-1, 3),
            note(
              "dock",
              [warehouse.receives, shared.keepsOrder],
              "Laiturilla kolme autoa peräkkäin. Pidin kulkutien auki, ja kuskit kiittivät.",
            ),
          ],
          [on(-1, 5), note("picking", [warehouse.picks], "74 riviä, ei virheitä. Oma ennätys.")],
        ],
      },
      weeks: {
        remarks: {
          [-1]: "Fatima on yksi parhaista kerääjistä. Välikeskustelu olisi hyvä pitää pian.",
        },
      },
      talks: [
        {
          kind: "start",
          on: calendar.ago(42),
          at: "06:15",
          note: "Aloitus vuoron alussa. Fatima haluaa trukkikortin. Rukoustauko sopii ruokatunnin yhteyteen.",
        },
        { kind: "mid", on: calendar.ago(5), at: "06:15" },
        { kind: "end", on: on(3, 4), at: "13:00" },
      ],
    },
  );
}

/** Four working days without a word; he was asked yesterday evening. */
export function veeti(calendar: StoryCalendar): PlacementDraft {
  return usual(
    atAalto,
    { student: "veeti-rantanen", state: "running", weeks: [-4, 4], language: "fi" },
    {
      log: {
        notes: aaltoDays,
        share: [0, 2],
        lastWorkdaysAgo: 5,
        written: [
          [
            on(-2, 1),
            note(
              "tyres",
              [vehicle.changesTyres],
              "Renkaita 11 autoon. Kädet mustat, mutta mutterit kireällä.",
            ),
          ],
          [
            on(-2, 3),
            note(
              "brakes",
              [vehicle.servicesBrakes],
              "Jarrulevyt ja palat melkein itse. Timo katsoi momentit.",
              { private: "Nukuin huonosti. Ei huvittanut yhtään aamulla." },
            ),
          ],
          [on(-2, 5), note("services", [shared.keepsOrder], "Siivous ja jätteet. Perjantai.")],
        ],
      },
      nudges: [
        {
          to: "veeti-rantanen",
          channel: "sms",
          about: "entry",
          on: calendar.workdaysAgo(1),
          at: "17:00",
        },
      ],
      talks: [
        {
          kind: "start",
          on: on(-4, 1),
          at: "08:15",
          note: "Sovimme, että päivä kirjataan kahvihuoneessa ennen lähtöä. Timo muistuttaa ensimmäisen viikon.",
        },
        {
          kind: "other",
          on: on(-2, 4),
          at: "11:30",
          minutes: 10,
          place: "phone",
          note: "Veeti on väsynyt, mutta viihtyy korjaamolla. Jutellaan unesta ja aikatauluista uudestaan.",
        },
        { kind: "mid", on: on(1, 2), at: "13:00" },
        { kind: "end", on: on(4, 4), at: "14:00" },
      ],
    },
  );
}
