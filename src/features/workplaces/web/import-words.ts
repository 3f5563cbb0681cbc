import { m } from "#messages/web";
import type { Column, FaultCode } from "../csv-row.ts";
import type { Built } from "../import.contract.ts";

export function columnName(column: Column): string {
  const names: Record<Column, () => string> = {
    name: m.workplace_name,
    employerName: m.register_employer,
    businessId: m.workplace_business_id,
    street: m.register_street,
    postalCode: m.register_postal_code,
    municipality: m.workplace_municipality,
    phone: m.register_phone,
    email: m.register_email,
    fields: m.register_fields,
    languages: m.register_languages,
    places: m.register_capacity,
    capacityField: m.register_import_places_field,
    capacityFrom: m.register_import_places_from,
    capacityUntil: m.register_import_places_until,
    paperKind: m.register_document_kind,
    paperUntil: m.register_import_paper_until,
  };
  return names[column]();
}

export function faultText(fault: FaultCode): string {
  const texts: Record<FaultCode, () => string> = {
    empty: m.register_fault_empty,
    too_long: m.register_fault_too_long,
    check_digit: m.register_fault_check_digit,
    business_id_form: m.register_fault_business_id,
    postal_code_form: m.register_fault_postal_code,
    phone_form: m.register_fault_phone,
    email_form: m.register_fault_email,
    unknown_field: m.register_fault_field,
    unknown_language: m.register_fault_language,
    formula: m.register_fault_formula,
    characters: m.register_fault_characters,
    repeated: m.register_fault_repeated,
    places_form: m.register_fault_places,
    day_form: m.register_fault_day,
    unknown_paper: m.register_fault_paper,
    ends_before_start: m.register_fault_ends_before,
    capacity_too_long: m.register_fault_too_long_period,
    capacity_overlaps: m.register_fault_overlaps,
  };
  return texts[fault]();
}

/** Why a workplace stays though its import was taken back. */
export function builtText(built: Built): string {
  const texts: Record<Built, () => string> = {
    merged: m.register_built_merged,
    placements: m.register_built_placements,
    decisions: m.register_built_decisions,
    contacts: m.register_built_contacts,
    people: m.register_built_people,
    places: m.register_built_places,
    edited: m.register_built_edited,
  };
  return texts[built]();
}
