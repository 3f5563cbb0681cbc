import type { Language } from "#shared/language.ts";

type Wording = Readonly<Record<Language, string>>;

/** The words an amendment is written with: part of a signed text, so they are data and not the page's. */
export const AMENDMENT_WORDS = {
  title: { fi: "Sopimuksen muutos", sv: "Ändring av avtalet", en: "Amendment of the agreement" },
  changes: { fi: "Mikä muuttuu", sv: "Vad som ändras", en: "What changes" },
  line: { fi: "Kohta", sv: "Punkt", en: "Line" },
  before: { fi: "Ennen", sv: "Före", en: "Before" },
  after: { fi: "Jälkeen", sv: "Efter", en: "After" },
  wasNot: { fi: "Ei ollut", sv: "Fanns inte", en: "Was not there" },
  fallsAway: { fi: "Jää pois", sv: "Utgår", en: "Falls away" },
  why: { fi: "Miksi", sv: "Varför", en: "Why" },
  stays: { fi: "Mikä pysyy", sv: "Vad som står kvar", en: "What stays" },
  staysText: {
    fi: "Kaikki muu pysyy niin kuin sopimuksessa {number} on allekirjoitettu. Sen tekstin tiiviste on {hash}.",
    sv: "Allt annat står kvar som det undertecknades i avtal {number}. Kondensatet av dess text är {hash}.",
    en: "Everything else stays as it was signed in agreement {number}. The hash of its text is {hash}.",
  },
  aWeek: { fi: "viikossa", sv: "i veckan", en: "a week" },
  aDay: { fi: "päivässä", sv: "per dag", en: "a day" },
  accident: { fi: "Tapaturma", sv: "Olycksfall", en: "Accident" },
  liability: { fi: "Vastuu vahingosta", sv: "Ansvar för skada", en: "Liability" },
  bearers: {
    provider: { fi: "oppilaitos", sv: "läroanstalten", en: "the college" },
    employer: { fi: "työnantaja", sv: "arbetsgivaren", en: "the employer" },
  },
  fields: {
    ends_on: { fi: "Viimeinen päivä", sv: "Sista dagen", en: "Last day" },
    starts_on: { fi: "Ensimmäinen päivä", sv: "Första dagen", en: "First day" },
    hours: { fi: "Työaika", sv: "Arbetstid", en: "Working hours" },
    tutor: {
      fi: "Vastuullinen työpaikkaohjaaja",
      sv: "Ansvarig arbetsplatshandledare",
      en: "Responsible tutor",
    },
    workplace: { fi: "Työpaikka", sv: "Arbetsplats", en: "Workplace" },
    objectives: { fi: "Tavoitteet", sv: "Mål", en: "Objectives" },
    tasks: { fi: "Työtehtävät", sv: "Arbetsuppgifter", en: "Tasks" },
    terms: {
      fi: "Tuki, matkat ja ruokailu",
      sv: "Stöd, resor och måltider",
      en: "Support, travel and meals",
    },
    insurance: { fi: "Vakuutukset", sv: "Försäkringar", en: "Insurance" },
  },
} as const satisfies Record<string, Wording | Readonly<Record<string, Wording>>>;
