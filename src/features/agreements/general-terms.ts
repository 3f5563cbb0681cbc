import type { Language } from "#shared/language.ts";
import type { PaperSection } from "#shared/paper.ts";
import type { AgreementTemplate } from "./agreement-template.ts";
import type { GeneralTerms } from "./framework-agreement.ts";
import { namesAll } from "./template-contents.ts";
import { dayIn } from "./template-placeholders.ts";

/** How a placement's agreement refers to the framework agreement: part of a signed text, so it is data. */
const WORDS = {
  heading: { fi: "Yleiset ehdot", sv: "Allmänna villkor", en: "General terms" },
  refers: {
    fi: "Tähän sopimukseen kuuluvat yleiset ehdot, joista koulutuksen järjestäjä ja työnantaja ovat sopineet puitesopimuksessa {number}. Se on allekirjoitettu {day}. Sen tekstin tiiviste on {hash}.",
    sv: "Till det här avtalet hör de allmänna villkor som utbildningsanordnaren och arbetsgivaren har avtalat i ramavtal {number}. Det undertecknades {day}. Kondensatet av dess text är {hash}.",
    en: "To this agreement belong the general terms that the education provider and the employer have agreed in framework agreement {number}. It was signed on {day}. The hash of its text is {hash}.",
  },
  about: {
    fi: "Puitesopimuksessa on sovittu näistä:",
    sv: "I ramavtalet har avtalats om följande:",
    en: "The framework agreement settles these:",
  },
  lasts: {
    fi: "Ehdot pitävät tämän sopimuksen loppuun asti, vaikka puitesopimus päättyisi aiemmin. Jos tämä sopimus sanoo toisin, tämä ratkaisee.",
    sv: "Villkoren gäller till slutet av det här avtalet, också om ramavtalet upphör tidigare. Om det här avtalet säger annat gäller det här.",
    en: "The terms hold until the end of this agreement, also if the framework agreement ends earlier. If this agreement says otherwise, this one prevails.",
  },
} as const;

/** What a framework agreement says of itself and not of placements. */
const OF_ITSELF = ["signed_between", "validity", "own_agreement", "termination"];

export const GENERAL_TERMS_SECTION = "general_terms";

/**
 * The template without the sections that the framework agreement says for all placements. One that alone holds a
 * content which the rules name for each placement stays (finland.md §3 rules 3, 4 and 14), whatever it is called.
 */
export function withoutGeneralTerms(
  template: AgreementTemplate,
  { sections: covered }: GeneralTerms,
): AgreementTemplate {
  let kept = template;
  for (const { id } of covered) {
    const rest = { ...template, sections: kept.sections.filter((one) => one.id !== id) };
    if (namesAll(rest)) kept = rest;
  }
  return kept;
}

/** Where the general terms are, by number and hash, and what they are about. */
export function generalTermsIn(language: Language, terms: GeneralTerms): PaperSection {
  const refers = WORDS.refers[language]
    .replace("{number}", String(terms.number))
    .replace("{day}", dayIn(terms.signedOn, language))
    .replace("{hash}", terms.textHash);
  const about = terms.sections.filter(({ id }) => !OF_ITSELF.includes(id));
  return {
    id: GENERAL_TERMS_SECTION,
    heading: WORDS.heading[language],
    blocks: [
      { kind: "text", text: refers },
      { kind: "text", text: WORDS.about[language] },
      { kind: "list", items: about.map(({ heading }) => heading[language]) },
      { kind: "text", text: WORDS.lasts[language] },
    ],
  };
}
