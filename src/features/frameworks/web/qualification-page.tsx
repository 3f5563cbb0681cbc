import { Suspense } from "react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { Page } from "#web/shell/page.tsx";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useView } from "#web/view.ts";
import type { viewFramework } from "../framework.contract.ts";
import "./qualification-page.css";
import { validityWords } from "./framework-words.ts";
import { usePlace } from "./place.ts";
import { RulesView } from "./rules-view.tsx";
import { UnitColumns } from "./unit-columns.tsx";
import { UnitList } from "./unit-list.tsx";
import { useSearch } from "./use-search.ts";
import { Name } from "./words.tsx";

/** One qualification: its units with a search, then a unit's requirements, then the criteria of one. */
export function QualificationPage({ versionId }: { versionId: string }) {
  const framework = useView<typeof viewFramework>({
    path: "/api/framework-versions/{versionId}",
    params: { versionId },
  });
  const place = usePlace();
  const search = useSearch(versionId);
  const unit = framework.unitRows.find(({ id }) => id === place.unit);
  const open = unit === undefined ? "units" : place.requirement === null ? "unit" : "requirement";
  return (
    <Page frame="staff">
      <div className="three framework-columns" data-open={open}>
        <section className="framework-units">
          <p className="crumb small">
            <Name text={framework.name} />
          </p>
          <h1>{m.framework_units_title()}</h1>
          <OlderVersion framework={framework} />
          <UnitList
            versionId={versionId}
            units={framework.unitRows}
            place={place}
            search={search}
          />
          <Facts framework={framework} />
        </section>
        {unit === undefined ? (
          <RulesView framework={framework} missing={place.unit !== null} />
        ) : (
          <Suspense fallback={<Waiting />}>
            <UnitColumns
              key={unit.id}
              versionId={versionId}
              unitId={unit.id}
              requirementId={place.requirement}
              found={search.found}
            />
          </Suspense>
        )}
      </div>
    </Page>
  );
}

type Framework = AnswerOf<typeof viewFramework>;

function OlderVersion({ framework }: { framework: Framework }) {
  if (framework.newestVersionId === framework.versionId) return null;
  return (
    <Note
      lead={m.framework_older_version({ number: framework.number })}
      action={
        <Link href={`/qualifications/${framework.newestVersionId}`}>{m.framework_newest()}</Link>
      }
    />
  );
}

function Facts({ framework }: { framework: Framework }) {
  const here = `/qualifications/${framework.versionId}`;
  return (
    <p className="small muted framework-facts">
      {[framework.registerNumber, validityWords(framework)].filter(Boolean).join(", ")}{" "}
      <Link href={here}>{m.framework_rules()}</Link>{" "}
      {framework.abilities.readReport.allowed && (
        <Link href={`${here}/import`}>{m.framework_report_link()}</Link>
      )}
    </p>
  );
}

function Waiting() {
  return (
    <section className="framework-unit framework-requirement">
      <Skeleton lines={8} />
    </section>
  );
}
