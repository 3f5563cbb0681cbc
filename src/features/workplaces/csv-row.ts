import { LANGUAGES, type Language } from "#shared/language.ts";
import { isBusinessId, suggestBusinessId } from "./business-id.ts";
import {
  capacityOf,
  dayFault,
  type Found,
  languageOf,
  paperKind,
  paperOf,
  placesFault,
  type RowCapacity,
  type RowPaper,
} from "./csv-parts.ts";

/** What a CSV of workplaces can say of each. */
export const COLUMNS = [
  "name",
  "employerName",
  "businessId",
  "street",
  "postalCode",
  "municipality",
  "phone",
  "email",
  "fields",
  "languages",
  "places",
  "capacityField",
  "capacityFrom",
  "capacityUntil",
  "paperKind",
  "paperUntil",
] as const;
export type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ["name", "businessId", "municipality"];

export const FAULTS = [
  "empty",
  "too_long",
  "check_digit",
  "business_id_form",
  "postal_code_form",
  "phone_form",
  "email_form",
  "unknown_field",
  "unknown_language",
  "formula",
  "characters",
  "repeated",
  "places_form",
  "day_form",
  "unknown_paper",
  "ends_before_start",
  "capacity_too_long",
  "capacity_overlaps",
] as const;
export type FaultCode = (typeof FAULTS)[number];

/** One value that is wrong, where it stands in the file and what to put instead, when that can be told. */
export type RowFault = {
  readonly row: number;
  readonly column: Column;
  readonly value: string;
  readonly fault: FaultCode;
  readonly suggestion: string | null;
};

export type WorkplaceRow = {
  readonly row: number;
  readonly name: string;
  /** null = the file does not say; an employer's name is then the workplace's, when it is new. */
  readonly employerName: string | null;
  readonly businessId: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly municipality: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly fields: readonly string[];
  /** Languages the workplace guides in. */
  readonly languages: readonly Language[];
  /** One at most in a row; the plan gathers those of several rows of one workplace. */
  readonly capacity: readonly RowCapacity[];
  readonly papers: readonly RowPaper[];
};

export type Values = Readonly<Partial<Record<Column, string>>>;

/** Headings as spreadsheets in three languages call them, in lower case and without spaces and marks. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  name: ["name", "nimi", "työpaikka", "toimipaikka", "namn", "arbetsplats", "workplace"],
  employerName: ["employer", "työnantaja", "yritys", "företag", "arbetsgivare", "company"],
  businessId: ["businessid", "ytunnus", "fonummer", "companyid"],
  street: ["street", "address", "katuosoite", "osoite", "lähiosoite", "adress", "gatuadress"],
  postalCode: ["postalcode", "postinumero", "postnummer"],
  municipality: [
    "municipality",
    "kunta",
    "kaupunki",
    "paikkakunta",
    "kommun",
    "ort",
    "town",
    "city",
  ],
  phone: ["phone", "puhelin", "puhelinnumero", "telefon", "tel"],
  email: ["email", "sähköposti", "epost"],
  fields: ["field", "fields", "ala", "alat", "bransch", "branscher"],
  languages: [
    "guidancelanguages",
    "languages",
    "language",
    "ohjauskielet",
    "kielet",
    "kieli",
    "handledningsspråk",
    "språk",
  ],
  places: ["placesagreed", "sovitutpaikat", "paikat", "avtaladeplatser", "platser"],
  capacityField: ["placesfield", "paikkojenala", "platsernasbransch"],
  capacityFrom: ["placesfrom", "paikatalkaen", "platserfrån"],
  capacityUntil: ["placesuntil", "paikatasti", "platsertill"],
  paperKind: ["document", "asiakirja", "dokument"],
  paperUntil: ["documentuntil", "asiakirjaasti", "dokumenttill"],
};

const LONGEST: Readonly<Partial<Record<Column, number>>> = {
  name: 120,
  employerName: 120,
  street: 120,
  municipality: 80,
  email: 200,
};

const PHONE = /^\+?[\d ()-]{5,25}$/;
const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/;

/** The column that a heading names; null = it is not used. */
export function columnOf(heading: string): Column | null {
  const plain = heading.toLowerCase().replace(/[^\p{L}]/gu, "");
  return COLUMNS.find((column) => HEADINGS[column].includes(plain)) ?? null;
}

/** Columns without which nothing can be read. A file with an employer but no name has workplaces of that name. */
export function missingColumns(columns: readonly (Column | null)[]): Column[] {
  return NEEDED.filter(
    (column) =>
      !columns.includes(column) && !(column === "name" && columns.includes("employerName")),
  );
}

/** Spreadsheets keep a formula from running by an apostrophe before it, as our own export does. */
export function withoutGuard(value: string): string {
  return /^'[=+\-@\t\r]/.test(value) ? value.slice(1) : value;
}

/** Reads one row: a workplace, or every value in it that is wrong. `fields` are the codes that exist. */
export function judgeRow(
  row: number,
  given: Values,
  fields: ReadonlyMap<string, string>,
): { workplace: WorkplaceRow | null; faults: RowFault[] } {
  const values = trimmed(given);
  const faults: RowFault[] = [];
  const fault = (column: Column, code: FaultCode, suggestion: string | null = null) =>
    faults.push({ row, column, value: values[column] ?? "", fault: code, suggestion });
  for (const column of COLUMNS) {
    const value = values[column] ?? "";
    const found = value === "" ? emptiness(column) : faultOf(column, value, fields);
    if (found) fault(column, found.fault, found.suggestion);
  }
  if (faults.length > 0) return { workplace: null, faults };
  const workplace = workplaceOf(row, values, fields, fault);
  return { workplace: faults.length === 0 ? workplace : null, faults };
}

function trimmed(given: Values): Values {
  const values: Values = Object.fromEntries(
    Object.entries(given).map(([column, value]) => [column, withoutGuard(value.trim())]),
  );
  return { ...values, name: values.name || values.employerName || "" };
}

function emptiness(column: Column): Found {
  return NEEDED.includes(column) ? { fault: "empty", suggestion: null } : null;
}

type Judge = (value: string, fields: ReadonlyMap<string, string>) => Found;

const plainText: Judge = (value) =>
  /^[=+@\t\r-]/.test(value) ? { fault: "formula", suggestion: null } : null;

const fieldNames: Judge = (value, fields) =>
  codesOf(value).every((word) => fields.has(word))
    ? null
    : { fault: "unknown_field", suggestion: null };

const JUDGES: Readonly<Record<Column, Judge>> = {
  name: plainText,
  employerName: plainText,
  businessId: (value) => (isBusinessId(value) ? null : businessIdFault(value)),
  street: plainText,
  postalCode: (value) => (/^\d{5}$/.test(value) ? null : postalFault(value)),
  municipality: plainText,
  phone: (value) => (PHONE.test(value) ? null : phoneFault(value)),
  email: (value) => (EMAIL.test(value) ? null : { fault: "email_form", suggestion: "" }),
  fields: fieldNames,
  languages: (value) =>
    codesOf(value).every((word) => languageOf(word) !== null)
      ? null
      : { fault: "unknown_language", suggestion: null },
  places: placesFault,
  capacityField: fieldNames,
  capacityFrom: dayFault,
  capacityUntil: dayFault,
  paperKind: (value) => (paperKind(value) ? null : { fault: "unknown_paper", suggestion: null }),
  paperUntil: dayFault,
};

function faultOf(column: Column, value: string, fields: ReadonlyMap<string, string>): Found {
  if (!value.isWellFormed() || value.includes("\u0000") || value.includes("\uFFFD")) {
    return { fault: "characters", suggestion: null };
  }
  if (value.length > (LONGEST[column] ?? value.length)) {
    return { fault: "too_long", suggestion: null };
  }
  return JUDGES[column](value, fields);
}

function businessIdFault(value: string): Found {
  const suggestion = suggestBusinessId(value);
  const isOnlyDigit = /^\d{7}-\d$/.test(value);
  return { fault: isOnlyDigit ? "check_digit" : "business_id_form", suggestion };
}

/** Spreadsheets drop the zero in front: 00100 becomes 100. */
function postalFault(value: string): Found {
  const isShort = /^\d{3,4}$/.test(value);
  return { fault: "postal_code_form", suggestion: isShort ? value.padStart(5, "0") : null };
}

function phoneFault(value: string): Found {
  const digits = value.replace(/[oO]/g, "0").replace(/[./]/g, " ");
  return { fault: "phone_form", suggestion: PHONE.test(digits) ? digits : "" };
}

function codesOf(value: string): string[] {
  return value
    .toLowerCase()
    .split(/[,/|+]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function workplaceOf(
  row: number,
  values: Values,
  known: ReadonlyMap<string, string>,
  fault: (column: Column, code: FaultCode, suggestion?: string | null) => void,
): WorkplaceRow {
  const codes = (text: string) => codesOf(text).flatMap((word) => known.get(word) ?? []);
  const fields = [...new Set(codes(values.fields ?? ""))];
  const [own = null] = codes(values.capacityField ?? "");
  const capacity = capacityOf(values, fields, own, fault);
  const paper = paperOf(values, fault);
  return {
    row,
    name: values.name ?? "",
    employerName: values.employerName || null,
    businessId: values.businessId ?? "",
    street: values.street || null,
    postalCode: values.postalCode || null,
    municipality: values.municipality ?? "",
    phone: values.phone || null,
    email: values.email || null,
    fields: fields.toSorted((left, right) => (left < right ? -1 : 1)),
    languages: LANGUAGES.filter((one) =>
      codesOf(values.languages ?? "").some((word) => languageOf(word) === one),
    ),
    capacity: capacity === null ? [] : [capacity],
    papers: paper === null ? [] : [paper],
  };
}
