import { LANGUAGES, type Language } from "#shared/language.ts";
import type {
  AgreementTemplate,
  TemplateBasis,
  TemplateSection,
  Wording,
} from "./agreement-template.ts";

/** What an agreement's text says it was worded by, when the wording is the provider's own. */
export const OWN_CODES: Readonly<Record<TemplateBasis, string>> = {
  training_agreement: "own-training-agreement",
  apprenticeship: "own-apprenticeship",
  framework_agreement: "own-framework-agreement",
};

export type SectionWords = Pick<TemplateSection, "heading" | "body">;

/** The template with one section in other words; undefined when it has no such section. */
export function withSection(
  template: AgreementTemplate,
  id: string,
  { heading, body }: SectionWords,
): AgreementTemplate | undefined {
  if (!template.sections.some((section) => section.id === id)) return undefined;
  const changed = { id, heading, body };
  return {
    ...template,
    sections: template.sections.map((section) => (section.id === id ? changed : section)),
  };
}

export type SectionChange = {
  readonly sectionId: string;
  /** Languages in which it reads otherwise than before. */
  readonly changed: readonly Language[];
  /** Languages that were left as they were when the Finnish text, which prevails, was changed. */
  readonly older: readonly Language[];
};

/** What a version changes of the one it was begun from. */
export function changesBetween(
  before: AgreementTemplate,
  after: AgreementTemplate,
): SectionChange[] {
  return after.sections.flatMap((section) => {
    const former = before.sections.find(({ id }) => id === section.id);
    const changed = LANGUAGES.filter(
      (language) =>
        former?.heading[language] !== section.heading[language] ||
        former?.body[language] !== section.body[language],
    );
    if (changed.length === 0) return [];
    const older = changed.includes("fi")
      ? LANGUAGES.filter((language) => !changed.includes(language))
      : [];
    return [{ sectionId: section.id, changed, older }];
  });
}

export type Compared = {
  readonly sectionId: string;
  readonly before: SectionWords | null;
  readonly after: SectionWords | null;
};

/** Sections that two versions word differently, in the order of the later one. */
export function compareTemplates(before: AgreementTemplate, after: AgreementTemplate): Compared[] {
  const changed = changesBetween(before, after).map(({ sectionId }) => ({
    sectionId,
    before: wordsOf(before, sectionId),
    after: wordsOf(after, sectionId),
  }));
  const gone = before.sections
    .filter(({ id }) => wordsOf(after, id) === null)
    .map(({ id }) => ({ sectionId: id, before: wordsOf(before, id), after: null }));
  return [...changed, ...gone];
}

function wordsOf({ sections }: AgreementTemplate, sectionId: string): SectionWords | null {
  const found = sections.find(({ id }) => id === sectionId);
  return found === undefined ? null : { heading: found.heading, body: found.body };
}

export type Named = { readonly code: string; readonly name: Wording };

/** "{tutor_reach}" as its writer reads it: "{ohjaajan yhteystiedot}". */
export function withNames(text: string, known: readonly Named[], language: Language): string {
  return text.replace(/\{([^{}\n]+)\}/g, (whole, code: string) => {
    const found = known.find((one) => one.code === code);
    return found === undefined ? whole : `{${found.name[language]}}`;
  });
}

/** The other way round; what nobody knows stays as it was typed. */
export function withCodes(text: string, known: readonly Named[], language: Language): string {
  return text.replace(/\{([^{}\n]+)\}/g, (whole, name: string) => {
    const wanted = name.trim().toLowerCase();
    const found = known.find((one) => one.name[language].toLowerCase() === wanted);
    return found === undefined ? whole : `{${found.code}}`;
  });
}
