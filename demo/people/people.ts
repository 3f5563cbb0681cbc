import type { StoryCalendar } from "../calendar.ts";
import { on } from "../calendar.ts";
import type { Language, Person, Representative, Student, Tutor } from "../story-types.ts";
import type { StudentRow } from "./students.ts";
import { kymenrantaStudents, saimaanrantaStudents } from "./students.ts";
import type { WorkplacePersonRow } from "./workplace-people.ts";
import { workplacePeople } from "./workplace-people.ts";

type Named = { readonly givenName: string; readonly familyName: string };

/** "Minh Anh Nguyen" is "minh-anh-nguyen": the key of a person in the story. */
export function personKey({ givenName, familyName }: Named): string {
  return latin(`${givenName} ${familyName}`).replaceAll(" ", "-");
}

const staffRows: readonly (Named & { language: Language; mailHost: string })[] = [
  { givenName: "Sanna", familyName: "Heikkilä", language: "fi", mailHost: "saimaanranta" },
  { givenName: "Jari", familyName: "Mäkinen", language: "fi", mailHost: "saimaanranta" },
  { givenName: "Tuula", familyName: "Ranta", language: "fi", mailHost: "saimaanranta" },
  { givenName: "Outi", familyName: "Mikkonen", language: "fi", mailHost: "saimaanranta" },
  { givenName: "Henrik", familyName: "Blom", language: "sv", mailHost: "kymenranta" },
  { givenName: "Ulla", familyName: "Harju", language: "fi", mailHost: "kymenranta" },
];

/** Everybody in the story, each once. */
export function people(calendar: StoryCalendar): readonly Person[] {
  const drafts = [
    ...staffRows.map((row) => draft(row, row.language, row.mailHost)),
    ...workplacePeople.map((row) => draft(row, row.language, row.mailHost)),
    ...studentsOf(calendar, saimaanrantaStudents, "opiskelija.saimaanranta"),
    ...studentsOf(calendar, kymenrantaStudents, "opiskelija.kymenranta"),
    ...guardiansOf(saimaanrantaStudents),
  ];
  return drafts.map((person, index) => ({ ...person, phone: phone(index + 1) }));
}

export const students: readonly Student[] = [
  ...saimaanrantaStudents.map((row) => studentOf(row, "saimaanranta", "sanna-heikkila")),
  ...kymenrantaStudents.map((row) => studentOf(row, "kymenranta", "henrik-blom")),
];

export function tutors(calendar: StoryCalendar): readonly Tutor[] {
  return workplacePeople.flatMap((row) =>
    row.guides.map((workplace) => ({
      person: personKey(row),
      workplace,
      title: row.title,
      briefedOn: calendar.day(on(-14, 3)),
    })),
  );
}

export const representatives: readonly Representative[] = workplacePeople.flatMap(
  (row: WorkplacePersonRow) =>
    row.actsFor === undefined
      ? []
      : [{ person: personKey(row), employer: row.actsFor, title: row.title }],
);

function draft(named: Named, language: Language, mailHost: string) {
  const { givenName, familyName } = named;
  const email = `${latin(givenName).replaceAll(" ", "")}.${latin(familyName)}@${mailHost}.example.org`;
  return { key: personKey(named), givenName, familyName, language, email };
}

function studentsOf(calendar: StoryCalendar, rows: readonly StudentRow[], mailHost: string) {
  return rows.map((row) => ({
    ...draft(row, row.language, mailHost),
    bornOn: calendar.bornOn(row.age, row.daysToBirthday),
  }));
}

function guardiansOf(rows: readonly StudentRow[]) {
  return rows.flatMap((row) =>
    row.guardian === undefined
      ? []
      : [draft({ givenName: row.guardian, familyName: row.familyName }, row.language, "koti")],
  );
}

function studentOf(row: StudentRow, provider: string, teacher: string): Student {
  const student = { person: personKey(row), provider, teacher, trade: row.trade };
  if (row.guardian === undefined) return student;
  const guardian = personKey({ givenName: row.guardian, familyName: row.familyName });
  return { ...student, guardian };
}

/** Numbers of one invented series, in the order of the list. */
function phone(index: number): string {
  return `040 000 ${String(index).padStart(4, "0")}`;
}

function latin(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}
