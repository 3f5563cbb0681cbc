import { LANGUAGES, type Language } from "#shared/language.ts";
import type { Column, FaultCode, Values } from "./csv-row.ts";
import { DOCUMENT_KINDS, type DocumentKind } from "./register.ts";

/** Places that the row says are agreed with one's own college. */
export type RowCapacity = {
  readonly field: string;
  readonly from: string;
  readonly until: string;
  readonly places: number;
};
/** A paper that the row says is valid; null = without an end. */
export type RowPaper = { readonly kind: DocumentKind; readonly until: string | null };

const MOST_PLACES = 500;
export const LONGEST_YEARS = 3;

export type Found = { fault: FaultCode; suggestion: string | null } | null;
type Fault = (column: Column, code: FaultCode, suggestion?: string | null) => void;

/** What the papers are called in spreadsheets, besides our own codes; lower case, letters only. */
const PAPER_WORDS: Readonly<Record<DocumentKind, readonly string[]>> = {
  insurance: ["insurance", "vakuutus", "vastuuvakuutus", "försäkring", "ansvarsförsäkring"],
  risk_assessment: ["riskassessment", "riskienarviointi", "riskinarviointi", "riskbedömning"],
  permit: ["permit", "lupa", "tillstånd"],
  other: ["other", "otherdocument", "muu", "muuasiakirja", "annat", "annatdokument", "övrigt"],
};

const LANGUAGE_WORDS: Readonly<Record<Language, readonly string[]>> = {
  fi: ["fi", "suomi", "finska", "finnish"],
  sv: ["sv", "ruotsi", "svenska", "swedish"],
  en: ["en", "englanti", "engelska", "english"],
};

/** The language that a word of a spreadsheet names. */
export function languageOf(word: string): Language | null {
  return LANGUAGES.find((one) => LANGUAGE_WORDS[one].includes(word)) ?? null;
}

export function paperKind(word: string): DocumentKind | null {
  const plain = word.toLowerCase().replace(/[^\p{L}]/gu, "");
  return DOCUMENT_KINDS.find((kind) => PAPER_WORDS[kind].includes(plain)) ?? null;
}

/** "2027-05-31" or "31.5.2027"; null = no such day. */
export function dayOf(value: string): string | null {
  const parts = partsOf(value);
  if (parts === null) return null;
  try {
    return Temporal.PlainDate.from(parts, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

function partsOf(value: string) {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value);
  const local = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(value);
  const [year, month, day] = iso ? iso.slice(1) : local ? local.slice(1).toReversed() : [];
  return day === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

/** 31 February becomes the last of February; what is no day at all gets no suggestion. */
export function dayFault(value: string): Found {
  if (dayOf(value) !== null) return null;
  const parts = partsOf(value);
  const isNear = parts !== null && parts.month >= 1 && parts.month <= 12 && parts.day >= 1;
  const near = isNear ? Temporal.PlainDate.from(parts).toString() : null;
  return { fault: "day_form", suggestion: near };
}

export function placesFault(value: string): Found {
  const places = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (places >= 1 && places <= MOST_PLACES) return null;
  const [digits] = /\d{1,3}/.exec(value) ?? [];
  const isNear = digits !== undefined && Number(digits) >= 1 && Number(digits) <= MOST_PLACES;
  return { fault: "places_form", suggestion: isNear ? digits : null };
}

/** The places of a row whose single values are right; without a field of their own they are of the row's only one. */
export function capacityOf(
  values: Values,
  fields: readonly string[],
  own: string | null,
  fault: Fault,
) {
  const given = ["places", "capacityField", "capacityFrom", "capacityUntil"] as const;
  if (given.every((column) => !values[column])) return null;
  for (const column of ["places", "capacityFrom", "capacityUntil"] as const) {
    if (!values[column]) fault(column, "empty");
  }
  const field = own ?? (fields.length === 1 ? (fields[0] ?? null) : null);
  if (field === null) fault("capacityField", "empty");
  const from = dayOf(values.capacityFrom ?? "");
  const until = dayOf(values.capacityUntil ?? "");
  if (from === null || until === null || field === null || !values.places) return null;
  if (until < from) fault("capacityUntil", "ends_before_start");
  const longest = Temporal.PlainDate.from(from).add({ years: LONGEST_YEARS }).toString();
  if (until > longest) fault("capacityUntil", "capacity_too_long", longest);
  return { field, from, until, places: Number(values.places) };
}

export function paperOf(values: Values, fault: Fault): RowPaper | null {
  const kind = paperKind(values.paperKind ?? "");
  if (kind === null && values.paperUntil) fault("paperKind", "empty");
  return kind === null ? null : { kind, until: dayOf(values.paperUntil ?? "") };
}
