import { m } from "#messages/web";
import type { Column, FaultCode } from "../csv-row.ts";

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
    formula: m.register_fault_formula,
    characters: m.register_fault_characters,
    repeated: m.register_fault_repeated,
  };
  return texts[fault]();
}
