import { m } from "#messages/web";
import { LANGUAGES, type Language } from "#shared/language.ts";
import { Problem } from "#web/problem.ts";
import type { AnswerOf } from "#web/request.ts";
import { useMe } from "#web/session.ts";
import type { TemplateBasis, Wording } from "../agreement-template.ts";
import type { listTemplates, readTemplate } from "../template.contract.ts";
import type { SectionWords } from "../template-versions.ts";

/** What the pages of templates share: the answers, their addresses and words for what they hold. */
export const TEMPLATES_PATH = "/api/agreement-templates/{providerId}";
export const TEMPLATE_PATH = "/api/agreement-templates/{providerId}/{basis}";
export const PREVIEW_PATH = "/api/agreement-templates/{providerId}/{basis}/preview";
export const TEMPLATE_CHANGES = [TEMPLATES_PATH, TEMPLATE_PATH, PREVIEW_PATH];

export type TemplateView = AnswerOf<typeof readTemplate>;
export type TemplateRow = AnswerOf<typeof listTemplates>["rows"][number];
export type VersionView = TemplateView["versions"][number];
export type TemplatePlace = { readonly providerId: string; readonly basis: TemplateBasis };

const READERS = ["provider_admin", "coordinator"] as const;

/** The provider whose templates the reader looks after; the first one they work for. */
export function useTemplatesProvider(): string | undefined {
  const me = useMe();
  return READERS.flatMap((role) => me?.memberships.filter((one) => one.role === role) ?? [])[0]
    ?.providerId;
}

const BASIS_NAMES: Record<TemplateBasis, () => string> = {
  training_agreement: m.templates_training,
  apprenticeship: m.templates_apprenticeship,
  framework_agreement: m.templates_framework,
};

export function basisName(basis: TemplateBasis): string {
  return BASIS_NAMES[basis]();
}

export function versionName(number: number): string {
  return number === 0 ? m.templates_national() : m.templates_version({ number });
}

const LANGUAGE_NAMES: Record<Language, () => string> = {
  fi: m.templates_fi,
  sv: m.templates_sv,
  en: m.templates_en,
};

export function languageName(language: Language): string {
  return LANGUAGE_NAMES[language]();
}

export function languageOptions() {
  return LANGUAGES.map((value) => ({ value, label: languageName(value) }));
}

/** A section that has just been added has no heading yet. */
export function sectionName({ heading }: SectionWords, language: Language): string {
  return heading[language].trim() === "" ? m.templates_new_section() : heading[language];
}

const CONTENTS: Readonly<Record<string, () => string>> = {
  parties: m.templates_content_parties,
  period: m.templates_content_period,
  hours: m.templates_content_hours,
  units: m.templates_content_units,
  objectives: m.templates_content_objectives,
  tasks: m.templates_content_tasks,
  tutor: m.templates_content_tutor,
  teacher: m.templates_content_teacher,
  support: m.templates_content_support,
  travel: m.templates_content_travel,
  meals: m.templates_content_meals,
  accident: m.templates_content_accident,
  liability: m.templates_content_liability,
  bases: m.templates_content_bases,
  pay_basis: m.templates_content_pay,
  probation: m.templates_content_probation,
  hours_average: m.templates_content_average,
  compensation: m.templates_content_compensation,
  employer_duties: m.templates_content_employer_duties,
  provider_duties: m.templates_content_provider_duties,
  demonstration: m.templates_content_demonstration,
  ending: m.templates_content_ending,
};

export function contentName(code: string): string {
  return CONTENTS[code]?.() ?? code;
}

/** "Ruotsi on vanhempi kuin suomi"; nothing when no language is. */
export function olderText(older: readonly Language[]): string | undefined {
  if (older.length > 1) return m.templates_older_both();
  if (older.includes("sv")) return m.templates_older_sv();
  return older.includes("en") ? m.templates_older_en() : undefined;
}

/** Somebody was faster: what the section says now, and which version to write over. */
export type SectionConflict = SectionWords & { readonly version: number; readonly by: string };

export function conflictOf(problem: Error | null): SectionConflict | null {
  if (!(problem instanceof Problem) || problem.code !== "stale") return null;
  const { version, by, heading, body } = problem.params;
  if (typeof version !== "number" || !isWording(heading) || !isWording(body)) return null;
  return { version, by: typeof by === "string" ? by : "", heading, body };
}

function isWording(value: unknown): value is Wording {
  return (
    typeof value === "object" &&
    value !== null &&
    LANGUAGES.every((language) => typeof Reflect.get(value, language) === "string")
  );
}
