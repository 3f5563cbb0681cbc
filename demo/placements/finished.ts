import { on } from "../calendar.ts";
import { niemiDays } from "../days/building-days.ts";
import { careDays } from "../days/care-days.ts";
import { lindDays, varastoDays } from "../days/goods-days.ts";
import { rantapuistoDays } from "../days/restaurant-days.ts";
import { aaltoDays, timonenDays } from "../days/technical-days.ts";
import type { PlacementDraft } from "./placement-draft.ts";
import { atAalto, atLind, atNiemi, atRantapuisto, atTimonen, atTuomi, atVarasto } from "./posts.ts";
import { usual } from "./usual-placement.ts";

/** The last day is over, the placement is not closed yet. */
const ended: readonly PlacementDraft[] = [
  usual(atTimonen, {
    student: "iida-saarinen",
    state: "ended",
    weeks: [-10, -1],
    language: "fi",
    notes: timonenDays,
    share: [2, 3],
  }),
  usual(
    atLind,
    {
      student: "wilma-berg",
      state: "ended",
      weeks: [-9, -1],
      language: "sv",
      notes: lindDays,
      share: [2, 3],
    },
    { tutor: "maria-lind", deputy: "karl-erik-lind" },
  ),
  usual(atTuomi, {
    student: "abdi-warsame",
    state: "ended",
    weeks: [-9, -2],
    language: "fi",
    notes: careDays,
    share: [0, 3],
  }),
];

const closed: readonly PlacementDraft[] = [
  usual(atNiemi, {
    student: "aleksi-koivisto",
    state: "closed",
    weeks: [-14, -6],
    language: "fi",
    notes: niemiDays,
    share: [1, 2],
  }),
  usual(atVarasto, {
    student: "jenni-laakso",
    state: "closed",
    weeks: [-13, -5],
    language: "fi",
    notes: varastoDays,
    share: [1, 2],
  }),
  usual(atRantapuisto, {
    student: "peppi-ojala",
    state: "closed",
    weeks: [-14, -7],
    language: "fi",
    notes: rantapuistoDays,
    share: [1, 2],
  }),
];

/** Ended three weeks in: the trade was not his. */
const terminated = usual(
  atAalto,
  {
    student: "roope-kallio",
    state: "terminated",
    weeks: [-6, -4],
    language: "fi",
    notes: aaltoDays,
    share: [1, 3],
  },
  {
    talks: [
      {
        kind: "start",
        on: on(-6, 1),
        at: "08:15",
        note: "Kävimme läpi suunnitelman. Roope epäröi, onko ala oma. Sovimme, että siitä puhutaan kolmen viikon päästä.",
      },
      {
        kind: "other",
        on: on(-4, 3),
        at: "15:00",
        note: "Roope haluaa vaihtaa alaa. Timo pitää ratkaisua oikeana. Lopetetaan yhdessä sopien perjantaina.",
      },
    ],
    ending: {
      on: on(-4, 5),
      by: "sanna-heikkila",
      ground: "joint_consent",
      reason: "Roope vaihtaa alaa. Kaikki kolme ovat samaa mieltä. Tehdyt päivät jäävät voimaan.",
      heardOn: on(-4, 3),
      onProbation: false,
    },
  },
);

export const finished: readonly PlacementDraft[] = [...ended, ...closed, terminated];
