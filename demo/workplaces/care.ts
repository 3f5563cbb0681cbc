import { care, shared } from "../requirements.ts";
import type { WorkplaceDraft } from "./workplace-draft.ts";

const careTasks = {
  residents: {
    fi: "Tutustuminen asukkaisiin",
    sv: "Att lära känna de boende",
    en: "Getting to know the residents",
  },
  mornings: { fi: "Aamutoimet", sv: "Morgonsysslor", en: "Morning care" },
  meals: { fi: "Ruokailut", sv: "Måltider", en: "Meals and diets" },
  transfers: { fi: "Nostot ja siirrot", sv: "Lyft och förflyttningar", en: "Lifts and transfers" },
  medicines: { fi: "Lääkekierros", sv: "Läkemedelsrundan", en: "Medicine round" },
  records: {
    fi: "Kirjaaminen järjestelmään",
    sv: "Anteckningar i klientdatasystemet",
    en: "Recording in the client system",
  },
} as const;

const outdoors = {
  fi: "Ulkoilu asukkaiden kanssa",
  sv: "Utevistelse med de boende",
  en: "Outdoors with residents",
};

export const kanerva: WorkplaceDraft = {
  key: "kanerva",
  employer: "kanerva",
  name: "Hoitokoti Kanerva",
  trade: "practical-nurse",
  street: "Kanervakuja 4",
  postalCode: "59990",
  town: "Saimaanranta",
  about: {
    fi: "Hoitokoti 32 asukkaalle, joista moni sairastaa muistisairautta.",
    sv: "Ett vårdhem för 32 boende, av vilka många har en minnessjukdom.",
    en: "A care home for 32 residents, many of them with a memory disease.",
  },
  capacity: 4,
  tasks: careTasks,
  grid: [
    [care.meetsResident, "ddd---"],
    [care.supportsActivity, "------"],
    [care.givesMorningCare, "-d----"],
    [care.helpsMeals, "--d---"],
    [care.movesSafely, "-h-h--"],
    [care.preventsInfection, "-dd-d-"],
    [care.assistsMedicine, "----h-"],
    [care.recordsCare, "-----d"],
    [shared.keepsTimes, "-dd---"],
    [shared.asksAndListens, "dd-d--"],
  ],
};

export const tuomi: WorkplaceDraft = {
  key: "tuomi",
  employer: "palvelukodit",
  name: "Palvelutalo Tuomi",
  trade: "practical-nurse",
  street: "Tuomitie 9",
  postalCode: "59992",
  town: "Saimaanranta",
  about: {
    fi: "Palvelutalo, jossa 45 ikäihmistä asuu omissa asunnoissaan.",
    sv: "Ett servicehus där 45 äldre bor i egna lägenheter.",
    en: "Sheltered housing where 45 older people live in their own flats.",
  },
  capacity: 3,
  tasks: { ...careTasks, outdoors },
  grid: [
    [care.meetsResident, "ddd---d"],
    [care.supportsActivity, "h-----d"],
    [care.givesMorningCare, "-d-----"],
    [care.helpsMeals, "--d----"],
    [care.movesSafely, "-h-h--h"],
    [care.preventsInfection, "-dd-d--"],
    [care.assistsMedicine, "----h--"],
    [care.recordsCare, "-----d-"],
    [shared.keepsTimes, "-dd----"],
    [shared.asksAndListens, "dd-d---"],
  ],
};

export const kotiranta: WorkplaceDraft = {
  key: "kotiranta",
  employer: "palvelukodit",
  name: "Palvelutalo Kotiranta",
  trade: "practical-nurse",
  street: "Laiturikatu 17",
  postalCode: "49990",
  town: "Kymenranta",
  about: {
    fi: "Kolme ryhmäkotia veden äärellä. Puolet asukkaista puhuu ruotsia.",
    sv: "Tre grupphem vid vattnet. Hälften av de boende talar svenska.",
    en: "Three group homes by the water. Half of the residents speak Swedish.",
  },
  capacity: 4,
  tasks: { ...careTasks, outdoors },
  grid: [
    [care.meetsResident, "ddd---d"],
    [care.supportsActivity, "d-----d"],
    [care.givesMorningCare, "-d-----"],
    [care.helpsMeals, "--d----"],
    [care.movesSafely, "-h-h--h"],
    [care.preventsInfection, "-dd-d--"],
    [care.assistsMedicine, "----h--"],
    [care.recordsCare, "-----d-"],
    [shared.keepsTimes, "-dd----"],
    [shared.asksAndListens, "dd-d---"],
  ],
};
