import { FileText, PencilLine } from "lucide-react";
import { m } from "#messages/web";
import { NotFoundPage } from "#web/shell/edge-pages.tsx";
import { Page } from "#web/shell/page.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { dayYear, localDay } from "#web/ui/format.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView } from "#web/view.ts";
import type { listTemplates } from "../template.contract.ts";
import { StandBadge } from "./template-versions.tsx";
import {
  basisName,
  TEMPLATES_PATH,
  type TemplateRow,
  useTemplatesProvider,
  versionName,
} from "./template-view.ts";

/** How the provider words its agreements, by basis: what is in use, what is being written. */
export function TemplatesPage() {
  const providerId = useTemplatesProvider();
  return providerId === undefined ? <NotFoundPage /> : <Templates providerId={providerId} />;
}

function Templates({ providerId }: { providerId: string }) {
  const { rows } = useView<typeof listTemplates>({ path: TEMPLATES_PATH, params: { providerId } });
  return (
    <Page frame="staff">
      <PageHead title={m.shell_templates()} detail={m.templates_detail()} />
      <div className="main stack-8">
        {rows.map((row) => (
          <Template key={row.basis} row={row} />
        ))}
      </div>
    </Page>
  );
}

function Template({ row: { basis, versions, draft } }: { row: TemplateRow }) {
  const shown = versions.filter(({ stand }) => stand !== "retired");
  return (
    <Section
      title={basisName(basis)}
      end={
        <ButtonLink kind="second" href={`/templates/${basis}`}>
          {m.templates_open({ name: basisName(basis) })}
        </ButtonLink>
      }
    >
      <Rows label={basisName(basis)}>
        {draft && (
          <Row
            icon={PencilLine}
            tone="birch"
            end={<Badge kind="wait">{m.templates_being_written()}</Badge>}
            sub={m.templates_last_written({
              name: draft.writtenBy,
              day: dayYear(localDay(draft.writtenAt)),
            })}
          >
            {versionName(draft.number)}
          </Row>
        )}
        {shown.map((version) => (
          <Row
            key={version.number}
            icon={FileText}
            end={<StandBadge stand={version.stand} />}
            sub={heldText(version.held)}
          >
            {versionName(version.number)}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function heldText(count: number): string {
  return count === 0 ? m.templates_held_none() : m.templates_held({ count });
}
