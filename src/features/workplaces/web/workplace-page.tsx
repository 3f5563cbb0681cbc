import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { Page } from "#web/shell/page.tsx";
import { Button } from "#web/ui/button.tsx";
import { asSentence } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { useView } from "#web/view.ts";
import type { readRegisterChoices } from "../register.contract.ts";
import type { readWorkplace } from "../workplace.contract.ts";
import { CapacitySection } from "./capacity-section.tsx";
import { DetailsForm } from "./details-form.tsx";
import { DocumentsSection } from "./documents-section.tsx";
import { FrameworkSection } from "./framework-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import { languageName } from "./register-words.ts";
import { RelationSection } from "./relation-section.tsx";
import { TasksSection, ToolsSection } from "./tasks-section.tsx";
import { WorkplaceDecisions } from "./workplace-decisions.tsx";
import { WorkplacePlacements } from "./workplace-placements.tsx";
import "./workplaces-page.css";

export type Workplace = AnswerOf<typeof readWorkplace>;

/** One workplace: what is done there, who is there, what was agreed, and the relation with it. */
export function WorkplacePage({ workplaceId }: { workplaceId: string }) {
  const workplace = useView<typeof readWorkplace>({
    path: "/api/workplaces/{workplaceId}",
    params: { workplaceId },
  });
  const { fields } = useView<typeof readRegisterChoices>({ path: "/api/register/choices" });
  const [editing, setEditing] = useState(false);
  const { survivor } = workplace;
  const mayEdit = workplace.abilities.edit.allowed && survivor === null;
  return (
    <Page frame="staff">
      <PageHead
        crumb={<Link href="/workplaces">{m.shell_workplaces()}</Link>}
        title={workplace.name}
        detail={detailOf(workplace, fields)}
        end={
          mayEdit && (
            <Button kind="second" onClick={() => setEditing(!editing)}>
              {m.register_edit()}
            </Button>
          )
        }
      />
      {survivor === null && (
        <p className="main">
          <Link href={`/workplaces/${workplaceId}/standing`}>{m.standing_open()}</Link>
        </p>
      )}
      {survivor !== null && (
        <Note kind="wait">
          {m.register_merged_into()}{" "}
          <Link href={`/workplaces/${survivor.id}`}>{survivor.name}</Link>
        </Note>
      )}
      {editing && mayEdit && (
        <div className="main">
          <DetailsForm workplace={workplace} fields={fields} onClose={() => setEditing(false)} />
        </div>
      )}
      <div className="two">
        <div className="stack-8">
          <WorkplacePlacements placements={workplace.placements} />
          <WorkplaceDecisions workplace={workplace} />
          {survivor === null && <FrameworkSection workplaceId={workplaceId} />}
          <RelationSection workplace={workplace} />
        </div>
        <div className="stack-8">
          <PeopleSection workplace={workplace} />
          <CapacitySection workplace={workplace} fields={fields} mayEdit={mayEdit} />
          <DocumentsSection workplace={workplace} mayEdit={mayEdit} />
          <TasksSection workplace={workplace} mayEdit={mayEdit} />
          <ToolsSection workplace={workplace} mayEdit={mayEdit} />
        </div>
      </div>
    </Page>
  );
}

type Fields = AnswerOf<typeof readRegisterChoices>["fields"];

/** "LVI-Niemi Oy, 1234567-1. Kauppakatu 2, 53100 Lappeenranta. Construction. 040 123 4567" */
function detailOf(workplace: Workplace, fields: Fields) {
  const { employerName, businessId, street, postalCode, municipality } = workplace;
  const address =
    street === null
      ? municipality
      : m.workplace_address({ street, postal: postalCode ?? "", municipality });
  const names = fields
    .filter(({ code }) => workplace.fields.includes(code))
    .map(({ name }) => textOf(name))
    .join(", ");
  const languages = workplace.languages.map((one) => languageName(one)).join(", ");
  const spoken = languages === "" ? "" : m.register_guides_in({ languages });
  return [
    `${employerName}, ${businessId}`,
    address,
    asSentence(names),
    spoken,
    workplace.phone,
    workplace.email,
  ]
    .filter(Boolean)
    .join(". ");
}
