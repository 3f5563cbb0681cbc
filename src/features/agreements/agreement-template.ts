import { BASES } from "#features/placements/placement.ts";
import type { Language } from "#shared/language.ts";

/** What there is a wording for: an agreement of each basis, and the general terms of framework agreements. */
export const TEMPLATE_BASES = [...BASES, "framework_agreement"] as const;
export type TemplateBasis = (typeof TEMPLATE_BASES)[number];

/** Every wording in all three languages: a template without one of them is not taken into use. */
export type Wording = Readonly<Record<Language, string>>;

export type TemplateSection = {
  /** Stable name: "employer_duties" and "provider_duties" open on the signer's first view, the rest unfolds. */
  readonly id: string;
  readonly heading: Wording;
  /**
   * Paragraphs, parted by an empty line; lines that begin with "- " are a list. {name} is replaced from the
   * agreement's facts; a line that is only {table:name} or {facts:name} becomes that table or list of facts.
   */
  readonly body: Wording;
};

/** How a provider words its agreements of one basis, and who signs in which order. */
export type AgreementTemplate = {
  readonly basis: TemplateBasis;
  readonly title: Wording;
  readonly sections: readonly TemplateSection[];
  /** Whether the guardian of a student under 18 signs, or is told. */
  readonly guardian: "informed" | "signs";
  readonly order: "any" | "employer_first" | "provider_first";
};
