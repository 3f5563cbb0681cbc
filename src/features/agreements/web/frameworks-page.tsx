import { FilePlus } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { useBack } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { dayRange, dayYear, names } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { useView } from "#web/view.ts";
import type { listFrameworkAgreements } from "../framework-agreement.contract.ts";
import { FRAMEWORKS_PATH } from "./agreement-view.ts";
import { FrameworkForm } from "./framework-form.tsx";
import { basesText, StandingBadge } from "./framework-words.tsx";
import "./agreement-page.css";

export type FrameworksView = AnswerOf<typeof listFrameworkAgreements>;
type FrameworkRow = FrameworksView["rows"][number];

/** General terms agreed with the employer of a workplace; from here the next ones are sent. */
export function FrameworksPage({ workplaceId }: { workplaceId: string }) {
  const view = useView<typeof listFrameworkAgreements>({
    path: FRAMEWORKS_PATH,
    params: { workplaceId },
  });
  const [writing, setWriting] = useState(false);
  useBack({ href: `/workplaces/${workplaceId}`, label: m.framework_agreement_back() });
  const { rows, employerName } = view;
  const isOut = rows.some(({ standing }) => standing === "out");
  const maySend = view.abilities.send.allowed && !isOut;
  return (
    <Page frame="staff">
      <PageHead
        crumb={<Link href={`/workplaces/${workplaceId}`}>{view.workplaceName}</Link>}
        title={m.framework_agreements_title()}
        detail={m.framework_agreements_detail()}
      />
      <div className="main stack-8">
        <EndsSoon rows={rows} />
        {rows.length === 0 && !writing && (
          <EmptyState title={m.framework_agreements_none({ employer: employerName })}>
            {m.framework_agreements_none_then()}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <Rows label={m.framework_agreements_title()}>
            {rows.map((row) => (
              <Framework key={row.id} row={row} />
            ))}
          </Rows>
        )}
        {maySend && !writing && (
          <Button
            kind={rows.length === 0 ? "primary" : "second"}
            icon={FilePlus}
            onClick={() => setWriting(true)}
          >
            {rows.length === 0 ? m.framework_agreements_make() : m.framework_agreements_next()}
          </Button>
        )}
        {maySend && writing && (
          <FrameworkForm workplaceId={workplaceId} view={view} onClose={() => setWriting(false)} />
        )}
      </div>
    </Page>
  );
}

/** The one in force is near its end and no other follows it. */
function EndsSoon({ rows }: { rows: readonly FrameworkRow[] }) {
  const ending = rows.find(({ standing }) => standing === "ends_soon");
  const follows = rows.some(({ standing }) => ["out", "coming", "in_force"].includes(standing));
  if (ending === undefined || follows) return null;
  return (
    <Note kind="wait" lead={m.framework_agreement_ends_lead({ day: dayYear(ending.lastDay) })}>
      {m.framework_agreement_ends_then()}
    </Note>
  );
}

function Framework({ row }: { row: FrameworkRow }) {
  const waits = row.waitsFor.map(({ name }) => name);
  const days = `${dayRange(row.validFrom, row.lastDay)}. ${basesText(row.bases)}`;
  return (
    <Row
      sub={waits.length > 0 ? m.agreement_waits_for({ names: names(waits) }) : days}
      end={<StandingBadge standing={row.standing} lastDay={row.lastDay} />}
    >
      <Link href={`/agreements/${row.id}`}>
        {m.framework_agreement_named({ number: row.number })}
      </Link>
    </Row>
  );
}
