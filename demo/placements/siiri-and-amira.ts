import { on } from "../calendar.ts";
import { careDays } from "../days/care-days.ts";
import { care } from "../requirements.ts";
import { note, type PlacementDraft } from "./placement-draft.ts";
import { atKanerva, atTuomi } from "./posts.ts";
import { usual } from "./usual-placement.ts";

/** Ill for three days, so the last day moves; the changed plan waits for Petra. */
export const siiri: PlacementDraft = usual(
  atKanerva,
  { student: "siiri-koskinen", state: "running", weeks: [-7, 3], language: "fi" },
  {
    interruptions: [{ reason: "illness", from: on(-4, 1), to: on(-4, 3) }],
    plan: {
      version: 4,
      sent: on(-1, 3),
      marks: ["student", "teacher"],
      support: "Sairausloman päivät tehdään lopussa. Viimeinen päivä siirtyy kolmella työpäivällä.",
      travel: "Kulkee pyörällä tai bussilla 4.",
      meals: "Lounas asukkaiden kanssa, oppilaitos maksaa.",
    },
    log: {
      notes: careDays,
      share: [0, 2],
      written: [
        [
          on(-1, 1),
          note(
            "mornings",
            [care.givesMorningCare],
            "Neljä asukasta aamulla. Yksi ei halunnut nousta, joten palasin puolen tunnin päästä.",
          ),
        ],
        [
          on(-1, 2),
          note(
            "records",
            [care.recordsCare],
            "Kirjasin kolmen asukkaan päivän. Petra luki ja hyväksyi ilman korjauksia.",
          ),
        ],
        [
          on(-1, 4),
          note(
            "transfers",
            [care.movesSafely],
            "Nostolaite uuden työntekijän kanssa. Minä näytin hänelle, miten jarru tarkistetaan.",
            { teacher: "Tuntui oudolta neuvoa, mutta osasin." },
          ),
        ],
        [
          on(-1, 5),
          note(
            "medicines",
            [care.assistsMedicine],
            "Lääkekierros. Yhdelle piti soittaa lääkärille, ja hoitaja hoiti sen.",
          ),
        ],
      ],
    },
    talks: [
      {
        kind: "start",
        on: on(-7, 1),
        at: "13:00",
        note: "Tutustuminen taloon ja asukkaisiin. Vaitiolo käytiin läpi. Ensimmäinen viikko Petran vieressä.",
      },
      {
        kind: "mid",
        on: on(-2, 3),
        at: "13:30",
        by: "tutor",
        note: "Siiri kohtaa asukkaat rauhallisesti. Sairauspäivät otetaan takaisin lopussa. Kirjaamista lisää.",
      },
      { kind: "end", on: on(3, 4), at: "14:00" },
    ],
  },
);

/** All in order: the mid talk was last Friday. */
export const amira: PlacementDraft = usual(
  atTuomi,
  { student: "amira-yusuf", state: "running", weeks: [-6, 3], language: "fi" },
  {
    log: {
      notes: careDays,
      share: [1, 2],
      written: [
        [
          on(-2, 3),
          note(
            "outdoors",
            [care.supportsActivity],
            "Ulkona neljän asukkaan kanssa. Yksi kertoi siskostaan ja itki. Istuimme penkillä, kunnes se meni ohi.",
            { teacher: "Tarvitsen keinoja siihen, mitä sanon, kun joku itkee." },
          ),
        ],
        [
          on(-1, 2),
          note(
            "mornings",
            [care.givesMorningCare, care.preventsInfection],
            "Kaksi uutta asukasta. Kysyin heiltä, miten he haluavat aamunsa, ja kirjoitin sen ylös.",
          ),
        ],
        [
          on(-1, 5),
          note(
            "records",
            [care.recordsCare],
            "Kirjaaminen järjestelmään ilman apua. Keskustelu Riitan ja Sannan kanssa iltapäivällä.",
          ),
        ],
      ],
    },
    weeks: { remarks: { [-1]: "Amira huomaa asioita, joita moni ei huomaa." } },
    talks: [
      {
        kind: "start",
        on: on(-6, 2),
        at: "12:30",
        note: "Perehdytys ja vaitiolo. Amira harjoittelee kirjaamista vartin joka vuoron lopussa.",
      },
      {
        kind: "mid",
        on: on(-1, 5),
        at: "13:30",
        note: "Kirjaaminen sujuu itsenäisesti. Loppuun nostoja ja lääkekierros. Näyttö kaksi viikkoa ennen loppua.",
      },
      { kind: "end", on: on(3, 4), at: "13:00" },
    ],
  },
);
