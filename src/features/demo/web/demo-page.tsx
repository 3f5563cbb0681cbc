import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Link } from "#web/ui/link.tsx";
import { useView } from "#web/view.ts";
import type { listDemoPeople } from "../demo.contract.ts";
import { OtherPeople } from "./other-people.tsx";
import { type DemoPerson, PersonChoice } from "./person-choice.tsx";
import { byRole } from "./role-words.ts";
import { StartAgain } from "./start-again.tsx";
import { useBecome } from "./use-become.ts";
import "./demo-page.css";

/** "Whom do you want to be?": one press makes the visitor one of the story's people. */
export function DemoPage() {
  const { people, counts } = useView<typeof listDemoPeople>({ path: "/api/demo/people" });
  const become = useBecome();
  const main = mainPeople(people).toSorted(byRole);
  const others = people.filter((person) => !main.includes(person));
  return (
    <Page frame="public" className="demo">
      <section className="stack">
        <h1>{m.demo_title()}</h1>
        <p>{m.demo_intro(counts)}</p>
        <ProblemNote error={become.problem} />
      </section>
      <ul className="people">
        {main.map((person) => (
          <li key={person.personId}>
            <PersonChoice person={person} onChoose={become.be} />
          </li>
        ))}
      </ul>
      <OtherPeople people={others} onChoose={become.be} />
      <section className="demo-notes">
        <div>
          <h2>{m.demo_first()}</h2>
          <p>{m.demo_first_text()}</p>
        </div>
        <div>
          <h2>{m.demo_sent()}</h2>
          <p>{m.demo_sent_text()}</p>
          <Link className="link48" href="/demo/messages">
            {m.demo_sent_open()}
          </Link>
        </div>
        <StartAgain />
      </section>
    </Page>
  );
}

/** The story's main people, and who keeps the house at the college most of them belong to. */
function mainPeople(people: readonly DemoPerson[]): DemoPerson[] {
  const featured = people.filter((person) => person.featured);
  const colleges = featured.flatMap(({ providerNames }) => providerNames.map(textOf));
  const keeper = people.find(
    ({ role, providerNames }) =>
      role === "provider_admin" && providerNames.some((name) => textOf(name) === colleges[0]),
  );
  return keeper === undefined || keeper.featured ? featured : [...featured, keeper];
}
