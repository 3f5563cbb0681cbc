import { m } from "#messages/web";
import { Badge } from "#web/ui/badge.tsx";
import { dayNumber, dayYear } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { RibbonMini } from "#web/ui/ribbon-mini.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import type { ListRow } from "./placement-list-parts.tsx";
import { ribbonWeeks } from "./ribbon-weeks.ts";
import { stateBadge, stateText } from "./state-text.ts";

type ListProps = {
  rows: readonly ListRow[];
  today: string;
  /** A further part of the list: its head is there for readers only. */
  headless: boolean;
};

export function PlacementListTable({ rows, today, headless }: ListProps) {
  const heads = [
    m.placement_list_student(),
    m.placement_list_workplace(),
    m.placement_list_tutor(),
    m.placement_list_teacher(),
    m.placement_list_period(),
    m.placement_list_state(),
  ];
  return (
    <table className="plain placement-list">
      <caption className="vh">{m.placement_list_title()}</caption>
      <thead className={headless ? "vh" : undefined}>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.placementId}>
            <th scope="row">
              <StudentLink row={row} />
            </th>
            <td>{row.workplaceName}</td>
            <td>{row.tutorName ?? <span className="muted">{m.placement_list_no_tutor()}</span>}</td>
            <td>{row.teacherName}</td>
            <td className="nowrap">
              <RibbonMini weeks={ribbonWeeks(row.ribbon)} today={today} />
              <span className="sub">{periodOf(row)}</span>
            </td>
            <td>
              <StateBadge row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Under 900 px: the name first, where and when below it, the state at the right. */
export function PlacementListItems({ rows }: ListProps) {
  return (
    <Rows label={m.placement_list_title()}>
      {rows.map((row) => (
        <Row
          key={row.placementId}
          sub={`${row.workplaceName}, ${periodOf(row)}`}
          end={<StateBadge row={row} />}
        >
          <StudentLink row={row} />
        </Row>
      ))}
    </Rows>
  );
}

/** "21 Dec – 19 Feb 2027" */
function periodOf({ startsOn, endsOn }: ListRow): string {
  return m.placement_list_dates({ from: dayNumber(startsOn), to: dayYear(endsOn) });
}

function StudentLink({ row: { placementId, student } }: { row: ListRow }) {
  return (
    <Link className="row-link" href={`/placements/${placementId}`}>
      <b>{`${student.givenName} ${student.familyName}`}</b>
    </Link>
  );
}

function StateBadge({ row: { state } }: { row: ListRow }) {
  return <Badge kind={stateBadge(state)}>{stateText(state)}</Badge>;
}
