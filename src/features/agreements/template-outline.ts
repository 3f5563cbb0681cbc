import type { AgreementTemplate, TemplateSection, Wording } from "./agreement-template.ts";
import { missingOf, neededSections } from "./template-contents.ts";
import type { SectionWords } from "./template-versions.ts";

/** More sections than this nobody reads before they sign. */
export const MOST_SECTIONS = 40;

/** The sections in another order; undefined unless it holds each of them once. */
export function withOrder(
  template: AgreementTemplate,
  order: readonly string[],
): AgreementTemplate | undefined {
  const sections = order.flatMap((id) => template.sections.find((one) => one.id === id) ?? []);
  const isWhole =
    new Set(order).size === order.length &&
    order.length === template.sections.length &&
    sections.length === order.length;
  return isWhole ? { ...template, sections } : undefined;
}

/** One more section at this place, or the one that was taken away back at its own. */
export function withAdded(
  template: AgreementTemplate,
  section: SectionWords & { readonly id: string },
  at: number,
): AgreementTemplate {
  const { id, heading, body } = section;
  return { ...template, sections: template.sections.toSpliced(at, 0, { id, heading, body }) };
}

/** A name that neither this version nor the one it was begun from has: "own_a", "own_b" ... */
export function freeSectionId(...templates: readonly AgreementTemplate[]): string {
  const taken = new Set(templates.flatMap(({ sections }) => sections.map(({ id }) => id)));
  for (let number = 0; ; number += 1) {
    const id = `own_${lettersOf(number)}`;
    if (!taken.has(id)) return id;
  }
}

function lettersOf(number: number): string {
  const last = String.fromCharCode("a".charCodeAt(0) + (number % 26));
  return number < 26 ? last : lettersOf(Math.floor(number / 26) - 1) + last;
}

/** Why a section stays; the contents are those that the rules name and no other section holds. */
export type Kept =
  | { readonly why: "needed"; readonly contents: readonly [] }
  | { readonly why: "holds"; readonly contents: readonly string[] };

/** Null when a section may be taken away. finland.md §3 rules 2-4, 7 and 14 say what an agreement holds. */
export function whyKept(template: AgreementTemplate, id: string): Kept | null {
  if (neededSections(template.basis).includes(id)) return { why: "needed", contents: [] };
  const missing = missingOf(template);
  const contents = missingOf(withoutSection(template, id)).filter(
    (code) => !missing.includes(code),
  );
  return contents.length === 0 ? null : { why: "holds", contents };
}

export function withoutSection(template: AgreementTemplate, id: string): AgreementTemplate {
  return { ...template, sections: template.sections.filter((section) => section.id !== id) };
}

export function withTitle(template: AgreementTemplate, title: Wording): AgreementTemplate {
  return { ...template, title };
}

/** Sections of the wording it was begun from that this version no longer has, with their former places. */
export function takenAway(
  before: AgreementTemplate,
  now: AgreementTemplate,
): { readonly section: TemplateSection; readonly at: number }[] {
  return before.sections.flatMap((section, at) =>
    now.sections.some(({ id }) => id === section.id) ? [] : [{ section, at }],
  );
}
