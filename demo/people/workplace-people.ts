import type { Language, Texts } from "../story-types.ts";

/** A person of a workplace: a tutor, a representative of the employer, or both. */
export interface WorkplacePersonRow {
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  /** Second level of the address: "niemi" is niemi.example.org. */
  readonly mailHost: string;
  readonly title: Texts;
  /** Workplaces where the person guides students. */
  readonly guides: readonly string[];
  /** The employer the person acts for. */
  readonly actsFor?: string;
}

const foreman: Texts = { fi: "työnjohtaja", sv: "arbetsledare", en: "foreman" };
const fitter: Texts = { fi: "putkiasentaja", sv: "rörmontör", en: "pipe fitter" };
const owner: Texts = { fi: "yrittäjä", sv: "företagare", en: "owner" };
const director: Texts = {
  fi: "toimitusjohtaja",
  sv: "verkställande direktör",
  en: "managing director",
};
const nurse: Texts = { fi: "lähihoitaja", sv: "närvårdare", en: "practical nurse" };
const headNurse: Texts = { fi: "vastaava hoitaja", sv: "ansvarig skötare", en: "head nurse" };
const joiner: Texts = { fi: "puuseppä", sv: "snickare", en: "joiner" };

export const workplacePeople: readonly WorkplacePersonRow[] = [
  { ...person("Mika", "Korhonen", "fi", "niemi", foreman), guides: ["niemi-kauppakatu"] },
  { ...person("Pia", "Salo", "fi", "niemi", fitter), guides: ["niemi-kauppakatu"] },
  { ...person("Pekka", "Niemi", "fi", "niemi", director), actsFor: "niemi" },
  {
    ...person("Sari", "Kettunen", "fi", "karhu", {
      fi: "huoltopäällikkö",
      sv: "servicechef",
      en: "maintenance manager",
    }),
    guides: ["karhu"],
  },
  { ...person("Antti", "Karhu", "fi", "karhu", director), actsFor: "karhu" },
  {
    ...person("Jukka", "Timonen", "fi", "timonen", owner),
    guides: ["timonen"],
    actsFor: "timonen",
  },
  { ...person("Timo", "Aalto", "fi", "aalto", owner), guides: ["aalto"], actsFor: "aalto" },
  {
    ...person("Kari", "Pulkkinen", "fi", "aalto", {
      fi: "automekaanikko",
      sv: "bilmekaniker",
      en: "car mechanic",
    }),
    guides: ["aalto"],
  },
  { ...person("Karl-Erik", "Lind", "sv", "lind", owner), guides: ["lind"], actsFor: "lind" },
  { ...person("Maria", "Lind", "sv", "lind", joiner), guides: ["lind"] },
  {
    ...person("Päivi", "Hirvonen", "fi", "saimaanvarasto", {
      fi: "vuoroesimies",
      sv: "skiftchef",
      en: "shift leader",
    }),
    guides: ["varasto"],
  },
  { ...person("Marko", "Toikka", "fi", "saimaanvarasto", director), actsFor: "varasto" },
  {
    ...person("Leila", "Karjalainen", "fi", "rantapuisto", owner),
    guides: ["rantapuisto"],
    actsFor: "rantapuisto",
  },
  {
    ...person("Joonas", "Pitkänen", "fi", "rantapuisto", {
      fi: "leipuri-kondiittori",
      sv: "bagare-konditor",
      en: "baker and confectioner",
    }),
    guides: ["rantapuisto"],
  },
  {
    ...person("Kimmo", "Väisänen", "fi", "lehto", {
      fi: "keittiömestari",
      sv: "kökschef",
      en: "head chef",
    }),
    guides: ["lehto"],
  },
  { ...person("Hanna", "Lehto", "fi", "lehto", owner), actsFor: "lehto" },
  { ...person("Petra", "Lehtonen", "fi", "kanerva", nurse), guides: ["kanerva"] },
  { ...person("Maarit", "Koivu", "fi", "kanerva", headNurse), actsFor: "kanerva" },
  { ...person("Riitta", "Hokkanen", "fi", "palvelukodit", nurse), guides: ["tuomi"] },
  { ...person("Anneli", "Suni", "fi", "palvelukodit", headNurse), guides: ["kotiranta"] },
  { ...person("Eija", "Partanen", "fi", "palvelukodit", director), actsFor: "palvelukodit" },
  { ...person("Saga", "Wikström", "sv", "saga", owner), guides: ["saga"], actsFor: "saga" },
];

function person(
  givenName: string,
  familyName: string,
  language: Language,
  mailHost: string,
  title: Texts,
) {
  return { givenName, familyName, language, mailHost, title, guides: [] };
}
