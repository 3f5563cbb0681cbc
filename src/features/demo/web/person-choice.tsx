import { Building2, ChevronRight, LifeBuoy, type LucideIcon, Map as MapIcon } from "lucide-react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { listDemoPeople } from "../demo.contract.ts";
import { isMinor, roleWords } from "./role-words.ts";

export type DemoPerson = AnswerOf<typeof listDemoPeople>["people"][number];

type PersonChoiceProps = { person: DemoPerson; onChoose: (personId: string) => void };

/** One of the story's main people: who, and what one finds on their first page. */
export function PersonChoice({ person, onChoose }: PersonChoiceProps) {
  const { who, finds } = roleWords(person);
  const { givenName, age } = person;
  return (
    <button type="button" className="person" onClick={() => onChoose(person.personId)}>
      <RolePiece role={person.role} />
      <span>
        <b>{isMinor(person) ? m.demo_name_age({ name: givenName, age: age ?? "" }) : givenName}</b>,{" "}
        {who}
      </span>
      <span className="go">
        <Icon of={ChevronRight} />
      </span>
      <span className="sub">{finds}</span>
    </button>
  );
}

const ICONS: Record<string, LucideIcon> = {
  coordinator: MapIcon,
  provider_admin: Building2,
  desk_adviser: LifeBuoy,
};

const PIECES = [
  { role: "student", path: "M0.75 0.75H9.89L12.61 15.25H0.75Z" },
  { role: "tutor", path: "M13.11 0.75H26.89L23.61 15.25H16.39Z" },
  { role: "teacher", path: "M30.11 0.75H39.25V15.25H27.39Z" },
];

/** The three marks with this person's own piece filled; the others of the house have an icon. */
function RolePiece({ role }: { role: string }) {
  const icon = ICONS[role];
  if (icon) {
    return (
      <span className="piece piece-icon">
        <Icon of={icon} size="l" tone="spruce" />
      </span>
    );
  }
  return (
    <svg className="piece" viewBox="-1 -1 42 18" aria-hidden="true">
      {PIECES.map((piece) => (
        <path
          key={piece.role}
          className={piece.role === role ? "piece-own" : "piece-other"}
          d={piece.path}
        />
      ))}
    </svg>
  );
}
