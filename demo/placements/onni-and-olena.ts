import { on } from "../calendar.ts";
import type { PlacementDraft } from "./placement-draft.ts";
import { atKanerva, atNiemi, usualGaps } from "./posts.ts";
import { usual } from "./usual-placement.ts";

/** Starts next Monday, is 17 and turns 18 on the way; the plan waits for Mika. */
export const onni: PlacementDraft = usual(
  atNiemi,
  { student: "onni-virtanen", state: "planning", weeks: [1, 13], language: "fi" },
  {
    interruptions: [{ reason: "holiday", from: on(4, 1), to: on(4, 5) }],
    suitability: {
      on: on(-1, 3),
      reason:
        "Tavoitteet kuuluvat paikan päivittäiseen työhön, vain tasapainotus opetellaan oppilaitoksessa. Mika on ohjannut opiskelijoita ennenkin.",
      validUntil: on(13, 5),
      conditions: [
        {
          text: "Tulitöistä tehdään ilmoitus ennen ensimmäistä juotospäivää.",
          owner: "pekka-niemi",
          dueOn: on(0, 5),
        },
      ],
      gaps: usualGaps(atNiemi, on(11, 5)),
    },
    plan: {
      version: 2,
      sent: on(-1, 4),
      marks: ["student", "teacher"],
      support: "Mika käy päivän läpi Onnin kanssa joka aamu kopissa. Sijainen on Pia Salo.",
      travel: "Bussi 4. Koulumatkatuki on haettu.",
      meals: "Lounas työmaaruokalassa, oppilaitos maksaa.",
    },
    talks: [
      {
        kind: "other",
        on: on(-1, 4),
        at: "10:00",
        minutes: 15,
        place: "phone",
        note: "Onni aloittaa kello 7 portilla 2. Huoltajalle kerrotaan tulitöistä ennen alkua. Yötöitä ei ole.",
      },
      { kind: "start", on: on(1, 1), at: "07:30" },
      { kind: "mid", on: on(7, 1), at: "13:00" },
      { kind: "end", on: on(13, 4), at: "14:00" },
    ],
  },
);

/** Starts in a week and a half at a place nobody has judged yet; Sanna has not agreed either. */
export const olena: PlacementDraft = {
  ...atKanerva,
  student: "olena-kovalenko",
  state: "planning",
  starts: on(1, 3),
  ends: on(9, 5),
  plan: {
    version: 3,
    writtenBy: "tutor",
    sent: on(-1, 4),
    marks: ["student", "tutor"],
    support:
      "Words of the day in Finnish, ten minutes each morning. Olena agreed that Petra knows about this.",
    travel: "Bus 4, the college pays.",
    meals: "Lunch at Kanerva.",
  },
  talks: [
    {
      kind: "other",
      on: on(-2, 5),
      at: "13:00",
      minutes: 20,
      place: "video",
      note: "Olena told about her work as a nurse before. Petra wants to start with the mornings and the language.",
    },
    { kind: "start", on: on(1, 3), at: "13:30" },
    { kind: "mid", on: on(5, 1), at: "13:30" },
    { kind: "end", on: on(9, 5), at: "12:00" },
  ],
  nudges: [{ to: "petra-lehtonen", channel: "email", about: "cards", on: on(-1, 4), at: "15:10" }],
};
