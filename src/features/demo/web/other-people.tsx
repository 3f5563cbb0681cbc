import { m } from "#messages/web";
import type { DemoPerson } from "./person-choice.tsx";
import { byRole, roleWords } from "./role-words.ts";

type OtherPeopleProps = {
  people: readonly DemoPerson[];
  onChoose: (personId: string) => void;
};

/** Everybody else in the story, closed until asked for. */
export function OtherPeople({ people, onChoose }: OtherPeopleProps) {
  if (people.length === 0) return null;
  return (
    <details className="demo-others">
      <summary>{m.demo_others({ count: people.length })}</summary>
      <ul>
        {people.toSorted(byRole).map((person) => (
          <li key={person.personId}>
            <button type="button" onClick={() => onChoose(person.personId)}>
              <b>
                {person.givenName} {person.familyName}
              </b>
              <span className="sub">{roleWords(person).who}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
