import type { Language } from "#shared/language.ts";
import type { Paper } from "#shared/paper.ts";
import type { AgreementFacts } from "./agreement-facts.ts";
import type { AgreementTemplate } from "./agreement-template.ts";
import { composePaper } from "./compose-paper.ts";
import { generalTermsIn, withoutGeneralTerms } from "./general-terms.ts";
import { PARTS } from "./template-parts.ts";
import { PLACEHOLDERS } from "./template-placeholders.ts";

/** What the template of a placement's agreement may name. */
export const VOCABULARY = { placeholders: PLACEHOLDERS, parts: PARTS };

/** The text of a placement's agreement in every language; under a framework agreement it is the short one. */
export function composeAgreement(
  template: AgreementTemplate,
  facts: AgreementFacts,
): Readonly<Record<Language, Paper>> {
  const { generalTerms: terms } = facts;
  const used = terms === null ? template : withoutGeneralTerms(template, terms);
  const inLanguage = (language: Language): Paper => {
    const subtitle = `${facts.student.name}, ${facts.employer.workplace}`;
    const paper = composePaper(language, used, subtitle, facts, VOCABULARY);
    if (terms === null) return paper;
    // After the parties, where the duties stand in the whole text.
    const [parties, ...rest] = paper.sections;
    const reference = generalTermsIn(language, terms);
    return { ...paper, sections: parties ? [parties, reference, ...rest] : [reference] };
  };
  return { fi: inLanguage("fi"), sv: inLanguage("sv"), en: inLanguage("en") };
}
