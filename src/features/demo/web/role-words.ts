import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { names } from "#web/ui/format.ts";
import type { DemoPerson } from "./person-choice.tsx";

const ADULT = 18;
/** In the order of the three pieces, then the house. */
const ORDER = ["student", "tutor", "teacher", "coordinator", "provider_admin", "desk_adviser"];

export function byRole(a: DemoPerson, b: DemoPerson): number {
  return ORDER.indexOf(a.role) - ORDER.indexOf(b.role);
}

type Words = { readonly who: string; readonly finds: string };

/** What a person is in the story, and what one finds as them. */
export function roleWords(person: DemoPerson): Words {
  const workplace = person.workplaceName ?? "";
  const colleges = names(person.providerNames.map((name) => textOf(name)));
  switch (person.role) {
    case "student":
      return {
        who: workplace ? m.demo_student_at({ workplace }) : m.demo_student(),
        finds: isMinor(person) ? m.demo_student_minor_finds() : m.demo_student_finds(),
      };
    case "tutor":
      return {
        who:
          person.providerNames.length > 1
            ? m.demo_tutor_two({ workplace })
            : m.demo_tutor({ workplace }),
        finds: m.demo_tutor_finds(),
      };
    case "teacher":
      return { who: m.demo_teacher({ colleges }), finds: m.demo_teacher_finds() };
    case "coordinator":
      return { who: m.demo_coordinator({ colleges }), finds: m.demo_coordinator_finds() };
    case "provider_admin":
      return { who: m.demo_admin({ colleges }), finds: m.demo_admin_finds() };
    case "desk_adviser":
      return { who: m.demo_adviser({ colleges }), finds: m.demo_adviser_finds() };
    default:
      return { who: colleges, finds: "" };
  }
}

export function isMinor({ age }: DemoPerson): boolean {
  return age !== null && age < ADULT;
}
