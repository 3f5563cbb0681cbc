import type { Language } from "#shared/language.ts";
import type { Paper } from "#shared/paper.ts";
import type { AgreementTemplate } from "./agreement-template.ts";
import { composePaper, type Vocabulary } from "./compose-paper.ts";
import type { FrameworkFacts } from "./framework-agreement.ts";
import { BETWEEN, dayIn, nameIn } from "./template-placeholders.ts";
import { SAMPLE_PROVIDER } from "./template-sample.ts";
import { TEMPLATE_WORDS } from "./template-words.ts";

/** Words of a framework agreement's text whatever its template: part of what is signed, so they are data. */
const WORDS = {
  valid: { fi: "Voimassa", sv: "Giltigt", en: "Valid" },
  covers: { fi: "Koskee", sv: "Gäller för", en: "Covers" },
  number: { fi: "Puitesopimuksen numero", sv: "Ramavtalets nummer", en: "Framework agreement no." },
  and: { fi: "ja", sv: "och", en: "and" },
  bases: {
    training_agreement: {
      fi: "koulutussopimukset",
      sv: "utbildningsavtal",
      en: "training agreements",
    },
    apprenticeship: { fi: "oppisopimukset", sv: "läroavtal", en: "apprenticeships" },
  },
} as const;

/** What the template of a framework agreement may name. */
export const FRAMEWORK_VOCABULARY: Vocabulary<FrameworkFacts> = {
  placeholders: [
    ...BETWEEN,
    {
      code: "bases",
      name: { fi: "mitä sopimuksia", sv: "vilka avtal", en: "which agreements" },
      value: basesIn,
    },
    {
      code: "framework_number",
      name: { fi: "puitesopimuksen numero", sv: "ramavtalets nummer", en: "framework number" },
      value: ({ number }) => String(number),
    },
  ],
  parts: [
    {
      code: "facts:between",
      name: { fi: "kenen välillä", sv: "mellan vilka", en: "between whom" },
      blocks: ({ provider, employer }, language) => [
        {
          kind: "facts",
          rows: [
            [
              TEMPLATE_WORDS.college[language],
              `${nameIn(provider.name, language)}, ${provider.businessId}`,
            ],
            [TEMPLATE_WORDS.employer[language], `${employer.name}, ${employer.businessId}`],
          ],
        },
      ],
    },
    {
      code: "facts:validity",
      name: { fi: "voimassaolon tiedot", sv: "giltighetens uppgifter", en: "facts of validity" },
      blocks: (facts, language) => [
        {
          kind: "facts",
          rows: [
            [WORDS.number[language], String(facts.number)],
            [WORDS.valid[language], daysIn(facts, language)],
            [WORDS.covers[language], basesIn(facts, language)],
          ],
        },
      ],
    },
  ],
};

function daysIn({ period }: FrameworkFacts, language: Language): string {
  return `${dayIn(period.startsOn, language)}–${dayIn(period.endsOn, language)}`;
}

function basesIn({ bases }: FrameworkFacts, language: Language): string {
  return bases.map((basis) => WORDS.bases[basis][language]).join(` ${WORDS.and[language]} `);
}

/** The text of a framework agreement in every language. */
export function composeFramework(
  template: AgreementTemplate,
  facts: FrameworkFacts,
): Readonly<Record<Language, Paper>> {
  const inLanguage = (language: Language) => {
    const between = `${nameIn(facts.provider.name, language)}, ${facts.employer.name}`;
    return composePaper(language, template, between, facts, FRAMEWORK_VOCABULARY);
  };
  return { fi: inLanguage("fi"), sv: inLanguage("sv"), en: inLanguage("en") };
}

/** Made-up facts for trying a template. */
export const SAMPLE_FRAMEWORK: FrameworkFacts = {
  number: 1,
  bases: ["training_agreement", "apprenticeship"],
  period: { startsOn: "2027-01-01", endsOn: "2028-12-31" },
  provider: SAMPLE_PROVIDER,
  employer: { name: "Esimerkki Oy", businessId: "7654321-2" },
  timeZone: "Europe/Helsinki",
};
