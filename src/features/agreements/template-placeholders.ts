import { minutesPerDay } from "#features/plans/plan.ts";
import { chooseText, type Language, type LocalisedText } from "#shared/language.ts";
import type { AgreementFacts, Contact } from "./agreement-facts.ts";
import type { Wording } from "./agreement-template.ts";
import { TEMPLATE_WORDS as WORDS } from "./template-words.ts";

/** What a template may name: {code} in a sentence. Each has a name that people who write templates understand. */
export type Placeholder<Facts = AgreementFacts> = {
  readonly code: string;
  readonly name: Wording;
  readonly value: (facts: Facts, language: Language) => string;
};

const REGIONS: Readonly<Record<Language, string>> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

export function dayIn(day: string, language: Language): string {
  const style = language === "en" ? "long" : "short";
  return Temporal.PlainDate.from(day).toLocaleString(REGIONS[language], {
    day: "numeric",
    month: style === "long" ? "long" : "numeric",
    year: "numeric",
  });
}

/** "7.30" in Finnish and Swedish, "07:30" in English. */
export function clockIn(time: string, language: Language): string {
  if (language === "en") return time;
  const [hour = "", minute = ""] = time.split(":");
  return `${Number(hour)}.${minute}`;
}

/** "37 h 30 min" */
export function spanIn(minutes: number): string {
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** A text in this language; one that is there only in another language says so. */
export function textIn(text: LocalisedText, language: Language): string {
  const chosen = chooseText(text, language);
  if (chosen === undefined) return WORDS.unnamed[language];
  return chosen.language === language
    ? chosen.text
    : `${chosen.text} (${WORDS.borrowed[chosen.language][language]})`;
}

/** What a college calls itself is a name, not a translation. */
export function nameIn(name: LocalisedText, language: Language): string {
  return chooseText(name, language)?.text ?? "";
}

function bearer(who: "provider" | "employer", language: Language): string {
  return WORDS.bearers[who][language];
}

/** Phone and address, or where to ask for them: a sentence never ends in nothing. */
export function reachOf({ email, phone }: Contact, language: Language): string {
  const ways = [phone, email].filter((one) => one !== null && one !== "");
  return ways.length === 0 ? WORDS.askCollege[language] : ways.join(", ");
}

/** Facts that every kind of agreement has: between whom it is, and for which days. */
export type BetweenFacts = {
  readonly period: { readonly startsOn: string; readonly endsOn: string };
  readonly provider: { readonly name: LocalisedText; readonly businessId: string };
  readonly employer: { readonly name: string; readonly businessId: string };
};

export const BETWEEN: readonly Placeholder<BetweenFacts>[] = [
  {
    code: "college",
    name: { fi: "oppilaitos", sv: "läroanstalten", en: "college" },
    value: ({ provider }, language) => nameIn(provider.name, language),
  },
  {
    code: "college_business_id",
    name: {
      fi: "oppilaitoksen y-tunnus",
      sv: "läroanstaltens FO-nummer",
      en: "college's business ID",
    },
    value: ({ provider }) => provider.businessId,
  },
  {
    code: "employer",
    name: { fi: "työnantaja", sv: "arbetsgivaren", en: "employer" },
    value: ({ employer }) => employer.name,
  },
  {
    code: "business_id",
    name: { fi: "y-tunnus", sv: "FO-nummer", en: "business ID" },
    value: ({ employer }) => employer.businessId,
  },
  {
    code: "first_day",
    name: { fi: "aloituspäivä", sv: "första dagen", en: "first day" },
    value: ({ period }, language) => dayIn(period.startsOn, language),
  },
  {
    code: "last_day",
    name: { fi: "viimeinen päivä", sv: "sista dagen", en: "last day" },
    value: ({ period }, language) => dayIn(period.endsOn, language),
  },
];

export const PLACEHOLDERS: readonly Placeholder[] = [
  {
    code: "student",
    name: { fi: "opiskelija", sv: "den studerande", en: "student" },
    value: ({ student }) => student.name,
  },
  ...BETWEEN,
  {
    code: "workplace",
    name: { fi: "työpaikka", sv: "arbetsplatsen", en: "workplace" },
    value: ({ employer }) => employer.workplace,
  },
  {
    code: "address",
    name: { fi: "työpaikan osoite", sv: "arbetsplatsens adress", en: "workplace's address" },
    value: ({ employer }) => employer.address,
  },
  {
    code: "hours_week",
    name: { fi: "tunnit viikossa", sv: "timmar i veckan", en: "hours a week" },
    value: ({ hours }) => spanIn(hours.minutesPerWeek),
  },
  {
    code: "hours_day",
    name: { fi: "tunnit päivässä", sv: "timmar per dag", en: "hours a day" },
    value: ({ hours }) => spanIn(minutesPerDay(hours)),
  },
  {
    code: "clock",
    name: { fi: "kellonajat", sv: "klockslag", en: "times of day" },
    value: ({ hours }, language) =>
      `${clockIn(hours.dayStartsAt, language)}–${clockIn(hours.dayEndsAt, language)}`,
  },
  {
    code: "break",
    name: { fi: "tauko", sv: "paus", en: "break" },
    value: ({ hours }) => spanIn(hours.breakMinutes),
  },
  {
    code: "part_time",
    name: { fi: "osa-aikaisuus", sv: "deltid", en: "part-time" },
    value: ({ partTimePercent }) => `${partTimePercent} %`,
  },
  {
    code: "tutor",
    name: { fi: "työpaikkaohjaaja", sv: "arbetsplatshandledaren", en: "tutor" },
    value: ({ tutor }) => tutor.name,
  },
  {
    code: "tutor_reach",
    name: {
      fi: "ohjaajan yhteystiedot",
      sv: "handledarens kontaktuppgifter",
      en: "how to reach the tutor",
    },
    value: ({ tutor }, language) => reachOf(tutor, language),
  },
  {
    code: "teacher",
    name: { fi: "opettaja", sv: "läraren", en: "teacher" },
    value: ({ teacher }) => teacher.name,
  },
  {
    code: "teacher_reach",
    name: {
      fi: "opettajan yhteystiedot",
      sv: "lärarens kontaktuppgifter",
      en: "how to reach the teacher",
    },
    value: ({ teacher }, language) => reachOf(teacher, language),
  },
  {
    code: "qualification",
    name: { fi: "tutkinto", sv: "examen", en: "qualification" },
    value: ({ qualification }, language) => textIn(qualification, language),
  },
  {
    code: "units",
    name: { fi: "tutkinnon osat", sv: "examensdelar", en: "units" },
    value: ({ units }, language) =>
      units.map((unit) => textIn(unit, language)).join(", ") || WORDS.notAgreed[language],
  },
  {
    code: "plan_number",
    name: { fi: "suunnitelman versio", sv: "planens version", en: "version of the plan" },
    value: ({ planNumber }) => String(planNumber),
  },
  {
    code: "support",
    name: { fi: "tuki", sv: "stöd", en: "support" },
    value: ({ support }, language) => support ?? WORDS.notAgreed[language],
  },
  {
    code: "travel",
    name: { fi: "matkat", sv: "resor", en: "travel" },
    value: ({ travel }, language) => travel ?? WORDS.notAgreed[language],
  },
  {
    code: "meals",
    name: { fi: "ruokailu", sv: "måltider", en: "meals" },
    value: ({ meals }, language) => meals ?? WORDS.notAgreed[language],
  },
  {
    code: "accident_bearer",
    name: {
      fi: "tapaturman vakuuttaja",
      sv: "den som försäkrar mot olycksfall",
      en: "who insures accidents",
    },
    value: ({ insurance }, language) => bearer(insurance.accident, language),
  },
  {
    code: "liability_bearer",
    name: { fi: "vahingon vakuuttaja", sv: "den som försäkrar skador", en: "who insures damage" },
    value: ({ insurance }, language) => bearer(insurance.liability, language),
  },
  {
    code: "pay_basis",
    name: { fi: "palkan peruste", sv: "grund för lönen", en: "basis of pay" },
    value: ({ employment }, language) => employment?.payBasis ?? WORDS.noPay[language],
  },
  {
    code: "pay",
    name: { fi: "palkka", sv: "lön", en: "pay" },
    value: ({ employment }, language) => employment?.payText ?? WORDS.noPay[language],
  },
  {
    code: "probation",
    name: { fi: "koeaika", sv: "prövotid", en: "probation" },
    value: ({ employment }, language) => {
      const day = employment?.probationEndsOn ?? null;
      return day === null ? WORDS.noProbation[language] : dayIn(day, language);
    },
  },
  {
    code: "hours_average",
    name: { fi: "tunnit keskimäärin", sv: "timmar i genomsnitt", en: "hours on average" },
    value: ({ employment, hours }) =>
      spanIn(employment?.minutesPerWeekOnAverage ?? hours.minutesPerWeek),
  },
  {
    code: "compensation",
    name: { fi: "korvaus työnantajalle", sv: "ersättning till arbetsgivaren", en: "compensation" },
    value: ({ employment }, language) => {
      const euros = employment?.compensationEuros ?? null;
      return euros === null ? WORDS.notAgreed[language] : `${euros} € ${WORDS.aMonth[language]}`;
    },
  },
];
