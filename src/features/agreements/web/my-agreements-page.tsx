import { m } from "#messages/web";
import { Page } from "#web/shell/page.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView } from "#web/view.ts";
import type { listMyAgreements } from "../agreement.contract.ts";
import {
  agreementName,
  MY_AGREEMENTS,
  type MyAgreement,
  StateBadge,
  standingText,
} from "./agreement-rows.tsx";
import "./agreement-page.css";

/** The one page of somebody who only signs: what waits for them, then what they have signed. */
export function MyAgreementsPage() {
  const { rows } = useView<typeof listMyAgreements>(MY_AGREEMENTS, []);
  const asked = rows.filter((row) => row.asked);
  const others = rows.filter((row) => !row.asked);
  return (
    <Page frame="phone">
      <PageHead bare title={m.agreements_mine_title()} />
      {rows.length === 0 && (
        <EmptyState title={m.agreements_mine_none()}>
          <p className="muted">{m.agreements_mine_none_then()}</p>
        </EmptyState>
      )}
      <MyRows title={m.agreements_mine_waits()} rows={asked} />
      <MyRows title={m.agreements_mine_others()} rows={others} />
    </Page>
  );
}

function MyRows({ title, rows }: { title: string; rows: readonly MyAgreement[] }) {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <Rows label={title}>
        {rows.map((row) => (
          <Row
            key={`${row.id} ${row.party}`}
            sub={m.agreements_standing({ kind: agreementName(row), standing: standingText(row) })}
            end={<StateBadge state={row.state} />}
          >
            <Link className="row-link" href={`/agreements/${row.id}`}>
              <span>{aboutText(row)}</span>
            </Link>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

/** "Nea Hiltunen, Kahvila Rantapuisto", or the employer of a framework agreement. */
function aboutText({ studentName, workplaceName, employerName }: MyAgreement): string {
  return studentName === null || workplaceName === null
    ? m.framework_agreement_title({ employer: employerName ?? "" })
    : m.amendment_crumb({ student: studentName, workplace: workplaceName });
}
