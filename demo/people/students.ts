import type { Language, Trade } from "../story-types.ts";

/** A student as told; the birthday becomes a date on the day of telling. */
export interface StudentRow {
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  readonly trade: Trade;
  readonly age: number;
  readonly daysToBirthday: number;
  /** Given name of the guardian, who has the same family name. */
  readonly guardian?: string;
}

type Row = readonly [string, string, Language, Trade, number, number, string?];

function row([
  givenName,
  familyName,
  language,
  trade,
  age,
  daysToBirthday,
  guardian,
]: Row): StudentRow {
  const student = { givenName, familyName, language, trade, age, daysToBirthday };
  return guardian === undefined ? student : { ...student, guardian };
}

const saimaanrantaRows: readonly Row[] = [
  ["Aino", "Salmela", "fi", "restaurant", 17, 100, "Anne"],
  ["Onni", "Virtanen", "fi", "building-services", 17, 52, "Katja"],
  ["Olena", "Kovalenko", "en", "practical-nurse", 34, 210],
  ["Fatima", "Hassan", "fi", "logistics", 22, 77],
  ["Emil", "Lindqvist", "sv", "wood", 19, 145],
  ["Veeti", "Rantanen", "fi", "vehicle", 18, 280],
  ["Eetu", "Lahtinen", "fi", "building-services", 18, 33],
  ["Siiri", "Koskinen", "fi", "practical-nurse", 19, 190],
  ["Minh Anh", "Nguyen", "en", "restaurant", 26, 61],
  ["Joonas", "Mattila", "fi", "electrical", 20, 118],
  ["Helmi", "Laine", "fi", "hairdressing", 18, 240],
  ["Amira", "Yusuf", "fi", "practical-nurse", 31, 15],
  ["Kaisa", "Repo", "fi", "building-services", 20, 305],
  ["Mikael", "Strand", "sv", "building-services", 19, 88],
  ["Tuomas", "Aho", "fi", "building-services", 22, 160],
  ["Lauri", "Pesonen", "fi", "building-services", 18, 204],
  ["Aleksi", "Koivisto", "fi", "building-services", 19, 47],
  ["Sara", "Ahonen", "fi", "electrical", 19, 131],
  ["Niko", "Halonen", "fi", "electrical", 18, 93],
  ["Iida", "Saarinen", "fi", "electrical", 23, 256],
  ["Jere", "Nurmi", "fi", "vehicle", 17, 140, "Mari"],
  ["Roope", "Kallio", "fi", "vehicle", 19, 320],
  ["Elias", "Mäki", "fi", "vehicle", 20, 71],
  ["Oskar", "Holm", "sv", "wood", 18, 109],
  ["Wilma", "Berg", "sv", "wood", 19, 225],
  ["Hamid", "Rahimi", "en", "logistics", 29, 182],
  ["Jenni", "Laakso", "fi", "logistics", 35, 64],
  ["Ville", "Kangas", "fi", "logistics", 17, 211, "Pasi"],
  ["Linh", "Tran", "en", "restaurant", 24, 290],
  ["Nea", "Hiltunen", "fi", "restaurant", 18, 155],
  ["Yasin", "Omar", "fi", "restaurant", 20, 39],
  ["Sofia", "Grönlund", "sv", "restaurant", 18, 122],
  ["Peppi", "Ojala", "fi", "restaurant", 19, 272],
  ["Matias", "Vesa", "fi", "restaurant", 17, 31, "Heidi"],
  ["Kerttu", "Salminen", "fi", "practical-nurse", 44, 199],
  ["Julia", "Forsman", "sv", "practical-nurse", 20, 84],
  ["Ronja", "Hakkarainen", "fi", "practical-nurse", 18, 167],
  ["Abdi", "Warsame", "fi", "practical-nurse", 27, 233],
  ["Grace", "Mensah", "en", "practical-nurse", 30, 55],
  ["Emma", "Nyström", "sv", "hairdressing", 18, 311],
];

const kymenrantaRows: readonly Row[] = [
  ["Noora", "Hakala", "fi", "building-services", 20, 149],
  ["Kaarlo", "Seppänen", "fi", "practical-nurse", 23, 66],
  ["Iiris", "Niemelä", "fi", "logistics", 18, 187],
  ["Toivo", "Lehtinen", "fi", "building-services", 19, 28],
];

/** Sanna Heikkilä's students. */
export const saimaanrantaStudents: readonly StudentRow[] = saimaanrantaRows.map(row);

/** Henrik Blom's students. */
export const kymenrantaStudents: readonly StudentRow[] = kymenrantaRows.map(row);
