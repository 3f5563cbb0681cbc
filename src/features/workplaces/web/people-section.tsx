import { useState } from "react";
import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { dayYear, localDay } from "#web/ui/format.ts";
import { PersonRow } from "#web/ui/person-row.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { putPart } from "../people.contract.ts";
import { WORKPLACE_READS } from "./part-form.tsx";
import { AddPerson, CorrectPerson } from "./person-form.tsx";
import { SetAddressForm } from "./set-address-form.tsx";
import type { Workplace } from "./workplace-page.tsx";

type Person = Workplace["people"][number];
type Part = Omit<Person, "correct" | "setAddress" | "newAddress">;

const NEW = "new";
const DEAD = "dead";

/** Tutors and employer representatives: who is here, how to reach them, and who was here before. */
export function PeopleSection({ workplace }: { workplace: Workplace }) {
  const [open, setOpen] = useState<string | null>(null);
  const part = usePutPart(workplace);
  const { people, earlierPeople, survivor } = workplace;
  const { people: may } = workplace.abilities;
  const mayKeep = may.allowed && survivor === null;
  const close = () => setOpen(null);
  const corrected = people.find(({ id }) => id === open);
  const dead = people.find(({ id }) => `${DEAD} ${id}` === open);
  const end = mayKeep && open === null && (
    <Button kind="quiet" onClick={() => setOpen(NEW)}>
      {m.register_person_add()}
    </Button>
  );
  return (
    <Section title={m.workplace_people()} end={end}>
      {!may.allowed && may.reason === "no_relation" && (
        <p className="muted">{m.register_people_no_relation()}</p>
      )}
      {open === NEW && <AddPerson workplace={workplace} onClose={close} />}
      {corrected && (
        <CorrectPerson key={open} workplace={workplace} person={corrected} onClose={close} />
      )}
      {dead && <SetAddressForm key={dead.id} workplace={workplace} person={dead} onClose={close} />}
      {people.length === 0 && <p className="muted">{m.workplace_people_none()}</p>}
      <Rows label={m.workplace_people()}>
        {people.map((person) => (
          <PersonRow
            key={`${person.id} ${person.role}`}
            name={nameOf(person)}
            detail={detailOf(person)}
            phone={person.phone}
            email={person.email}
          >
            {mayKeep && (
              <PersonDeeds
                person={person}
                onCorrect={() => setOpen(person.id)}
                onEnd={() => void part.end(person).catch(() => undefined)}
              />
            )}
            {person.setAddress.allowed && survivor === null && (
              <Button kind="quiet" onClick={() => setOpen(`${DEAD} ${person.id}`)}>
                {m.address_set()}
              </Button>
            )}
          </PersonRow>
        ))}
      </Rows>
      <EarlierPeople
        people={earlierPeople}
        onBack={mayKeep && ((one) => void part.bringBack(one).catch(() => undefined))}
      />
    </Section>
  );
}

type EarlierProps = {
  people: Workplace["earlierPeople"];
  onBack: false | ((person: Part) => void);
};

function EarlierPeople({ people, onBack }: EarlierProps) {
  if (people.length === 0) return null;
  const title = m.register_people_earlier({ count: people.length });
  return (
    <details>
      <summary>{title}</summary>
      <Rows label={title}>
        {people.map(({ endedOn, ...person }) => (
          <Row
            key={`${person.id} ${person.role}`}
            sub={m.register_person_until({ role: roleText(person), day: dayYear(endedOn) })}
            end={
              onBack && (
                <Button
                  kind="quiet"
                  aria-label={m.register_person_back_name({ name: nameOf(person) })}
                  onClick={() => onBack(person)}
                >
                  {m.register_person_back()}
                </Button>
              )
            }
          >
            {nameOf(person)}
          </Row>
        ))}
      </Rows>
    </details>
  );
}

type PersonDeedsProps = { person: Person; onCorrect: () => void; onEnd: () => void };

function PersonDeeds({ person, onCorrect, onEnd }: PersonDeedsProps) {
  const name = nameOf(person);
  return (
    <>
      {person.correct.allowed && (
        <Button kind="quiet" aria-label={m.register_edit_name({ name })} onClick={onCorrect}>
          {m.register_edit()}
        </Button>
      )}
      <Button kind="quiet" aria-label={m.register_person_end_name({ name })} onClick={onEnd}>
        {m.register_person_end()}
      </Button>
    </>
  );
}

function usePutPart(workplace: Workplace) {
  const say = useToast();
  const put = useDeed<typeof putPart>({
    method: "PUT",
    path: "/api/workplaces/{workplaceId}/people/{personId}/parts/{role}",
    changes: WORKPLACE_READS,
  });
  const send = (person: Part, ended: boolean, version = workplace.version) =>
    put.ask({
      params: { workplaceId: workplace.id, personId: person.id, role: person.role },
      version,
      body: { title: person.title, ended },
    });
  const end = async (person: Part) => {
    const { version, stillNamed } = await send(person, true);
    const name = nameOf(person);
    say({
      text:
        stillNamed === 0
          ? m.register_person_ended({ name })
          : m.register_person_still({ name, count: stillNamed }),
      undo: () => void send(person, false, version).catch(() => undefined),
    });
  };
  return { end, bringBack: (person: Part) => send(person, false) };
}

function nameOf({ givenName, familyName }: Part): string {
  return `${givenName} ${familyName}`;
}

function detailOf(person: Person): string {
  const { correct, newAddress } = person;
  const keepsOwn = !correct.allowed && correct.reason === "own_details";
  if (newAddress !== null) {
    const at = dayYear(localDay(newAddress.takesEffectAt));
    return `${roleText(person)}. ${newAddress.address}: ${m.address_waits({ at })}`;
  }
  return keepsOwn ? `${roleText(person)}. ${m.register_person_own_details()}` : roleText(person);
}

function roleText({ role, title }: Part): string {
  const word = role === "tutor" ? m.workplace_role_tutor() : m.workplace_role_employer();
  return title ? m.workplace_role_title({ role: word, title }) : word;
}
