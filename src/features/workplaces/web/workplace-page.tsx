import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { Page } from "#web/shell/page.tsx";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { PersonRow } from "#web/ui/person-row.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView } from "#web/view.ts";
import type { readWorkplace } from "../workplace.contract.ts";
import { WorkplaceDecisions } from "./workplace-decisions.tsx";
import { WorkplacePlacements } from "./workplace-placements.tsx";

export type Workplace = AnswerOf<typeof readWorkplace>;

/** One workplace: what is done there, who is there, one's own students and the decisions about it. */
export function WorkplacePage({ workplaceId }: { workplaceId: string }) {
  const workplace = useView<typeof readWorkplace>({
    path: "/api/workplaces/{workplaceId}",
    params: { workplaceId },
  });
  return (
    <Page frame="staff">
      <PageHead
        crumb={<Link href="/workplaces">{m.shell_workplaces()}</Link>}
        title={workplace.name}
        detail={detailOf(workplace)}
      />
      <div className="two">
        <div className="stack-8">
          <WorkplacePlacements placements={workplace.placements} />
          <WorkplaceDecisions workplace={workplace} />
        </div>
        <div className="stack-8">
          <People people={workplace.people} />
          <Tasks tasks={workplace.tasks} />
        </div>
      </div>
    </Page>
  );
}

/** "LVI-Niemi Oy, 1234567-1. Kauppakatu 2, 53100 Lappeenranta" */
function detailOf({ employerName, businessId, street, postalCode, municipality }: Workplace) {
  const address =
    street === null
      ? municipality
      : m.workplace_address({ street, postal: postalCode ?? "", municipality });
  return `${employerName}, ${businessId}. ${address}`;
}

function People({ people }: { people: Workplace["people"] }) {
  return (
    <Section title={m.workplace_people()}>
      {people.length === 0 ? (
        <p className="muted">{m.workplace_people_none()}</p>
      ) : (
        <Rows>
          {people.map((person) => (
            <PersonRow
              key={`${person.id} ${person.role}`}
              name={`${person.givenName} ${person.familyName}`}
              detail={roleText(person)}
              phone={person.phone}
              email={person.email}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function roleText({ role, title }: Workplace["people"][number]): string {
  const word = role === "tutor" ? m.workplace_role_tutor() : m.workplace_role_employer();
  return title ? m.workplace_role_title({ role: word, title }) : word;
}

function Tasks({ tasks }: { tasks: Workplace["tasks"] }) {
  return (
    <Section title={m.workplace_tasks()}>
      {tasks.length === 0 ? (
        <p className="muted">{m.workplace_tasks_none()}</p>
      ) : (
        <Rows>
          {tasks.map(({ id, name }) => (
            <Row key={id}>{textOf(name)}</Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}
