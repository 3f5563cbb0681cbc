import { m } from "#messages/web";
import type { Language } from "#shared/language.ts";
import type { DocumentKind, EntryKind, Standing } from "../register.ts";

export function standingName(standing: Standing): string {
  const names: Record<Standing, () => string> = {
    suitable: m.workplace_suitable,
    with_conditions: m.workplace_with_conditions,
    not_suitable: m.workplace_not_suitable,
    ended: m.register_standing_ended,
    none: m.register_standing_none,
  };
  return names[standing]();
}

export function languageName(language: Language): string {
  const names: Record<Language, () => string> = {
    fi: m.placement_language_fi,
    sv: m.placement_language_sv,
    en: m.placement_language_en,
  };
  return names[language]();
}

export function documentName(kind: DocumentKind): string {
  const names: Record<DocumentKind, () => string> = {
    insurance: m.register_document_insurance,
    risk_assessment: m.register_document_risk,
    permit: m.register_document_permit,
    other: m.register_document_other,
  };
  return names[kind]();
}

export function entryName(kind: EntryKind): string {
  const names: Record<EntryKind, () => string> = {
    phone: m.register_entry_phone,
    email: m.register_entry_email,
    visit: m.register_entry_visit,
    meeting: m.register_entry_meeting,
    note: m.register_entry_note,
  };
  return names[kind]();
}
