import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { names } from "#web/ui/format.ts";
import type { DemoPerson } from "./person-choice.tsx";

type Words = { readonly who: string; readonly finds: string };

/** What a person is in the story, and what one finds as them. */
export function roleWords(person: DemoPerson): Words {
  const workplace = person.workplaceName ?? "";
  const colleges = names(person.providerNames.map((name) => textOf(name)));
  switch (person.role) {
    case "student":
      return {
        who: workplace ? m.demo_student_at({ workplace }) : m.demo_student(),
        finds: m.demo_student_finds(),
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
    default:
      return { who: colleges, finds: "" };
  }
}
