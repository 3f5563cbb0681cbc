import { useDeferredValue, useState } from "react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { Page } from "#web/shell/page.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useMedia } from "#web/ui/use-media.ts";
import { useView } from "#web/view.ts";
import type { listWorkplaces } from "../workplace.contract.ts";
import "./workplaces-page.css";

type WorkplaceRow = AnswerOf<typeof listWorkplaces>["rows"][number];

const LONGEST_FIND = 80;

/** The workplaces of the region, found by name, municipality or Business ID. */
export function WorkplacesPage() {
  const [find, setFind] = useState("");
  const asked = useDeferredValue(find.trim());
  const isDesk = useMedia("(min-width: 56.25em)");
  const { rows } = useView<typeof listWorkplaces>({
    path: "/api/workplaces",
    query: asked ? { find: asked } : {},
  });
  const running = rows.reduce((sum, row) => sum + row.running, 0);
  const List = isDesk ? WorkplaceTable : WorkplaceItems;
  return (
    <Page frame="staff">
      <PageHead
        title={m.workplace_list_title({ count: rows.length })}
        detail={m.workplace_list_detail({ count: running })}
      />
      <div className="main stack">
        <div className="workplaces-find">
          <TextField
            type="search"
            label={m.workplace_find()}
            maxLength={LONGEST_FIND}
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        </div>
        {rows.length === 0 ? (
          <EmptyState title={m.workplace_none()}>
            <p className="muted">{m.workplace_none_text()}</p>
          </EmptyState>
        ) : (
          <List rows={rows} />
        )}
      </div>
    </Page>
  );
}

type ListProps = { rows: readonly WorkplaceRow[] };

function WorkplaceTable({ rows }: ListProps) {
  return (
    <table className="plain">
      <caption className="vh">{m.shell_workplaces()}</caption>
      <thead>
        <tr>
          <th scope="col">{m.workplace_name()}</th>
          <th scope="col">{m.workplace_municipality()}</th>
          <th scope="col">{m.workplace_business_id()}</th>
          <th scope="col" className="num">
            {m.workplace_tutors()}
          </th>
          <th scope="col" className="num">
            {m.workplace_here_now()}
          </th>
          <th scope="col" className="num">
            {m.workplace_coming()}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <NameLink row={row} />
              {row.employerName !== row.name && <span className="sub">{row.employerName}</span>}
            </th>
            <td>{row.municipality}</td>
            <td className="nowrap">{row.businessId}</td>
            <td className="num">{row.tutors}</td>
            <td className="num">{row.running}</td>
            <td className="num">{row.coming}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Under 900 px: the name, the town, and how many are there now and coming. */
function WorkplaceItems({ rows }: ListProps) {
  return (
    <Rows label={m.shell_workplaces()}>
      {rows.map((row) => (
        <Row key={row.id} sub={`${row.municipality}. ${studentsText(row)}`}>
          <NameLink row={row} />
        </Row>
      ))}
    </Rows>
  );
}

function NameLink({ row: { id, name } }: { row: WorkplaceRow }) {
  return (
    <Link className="row-link" href={`/workplaces/${id}`}>
      <b>{name}</b>
    </Link>
  );
}

/** "2 students now, 1 coming" */
function studentsText({ running, coming }: WorkplaceRow): string {
  const now =
    running === 0 ? m.workplace_nobody_now() : m.workplace_students_now({ count: running });
  return coming === 0 ? now : `${now}, ${m.workplace_students_coming({ count: coming })}`;
}
