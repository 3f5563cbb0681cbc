import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { Badge } from "#web/ui/badge.tsx";
import { dayYear } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { ScrollBox } from "#web/ui/scroll-box.tsx";
import type { listWorkplaces, readRegisterChoices } from "../register.contract.ts";
import { paperState, type SORTS } from "../register.ts";
import type { Filters } from "./register-query.ts";

type Listed = AnswerOf<typeof listWorkplaces>["rows"][number];
type Fields = AnswerOf<typeof readRegisterChoices>["fields"];
type ListProps = {
  rows: readonly Listed[];
  fields: Fields;
  today: string;
  filters: Filters;
  put: (change: Filters) => void;
};

export function RegisterTable({ rows, fields, today, filters, put }: ListProps) {
  const head = (sort: (typeof SORTS)[number], label: string) => (
    <SortHead sort={sort} label={label} filters={filters} put={put} />
  );
  return (
    <ScrollBox label={m.shell_workplaces()}>
      <table className="plain">
        <caption className="vh">{m.shell_workplaces()}</caption>
        <thead>
          <tr>
            {head("name", m.workplace_name())}
            {head("municipality", m.workplace_municipality())}
            <th scope="col">{m.register_fields()}</th>
            {head("room", m.register_room())}
            {head("papers", m.register_papers_until())}
            <th scope="col" className="num">
              {m.workplace_tutors()}
            </th>
            {head("contacted", m.register_contacted_on())}
            <th scope="col" className="num">
              {m.workplace_here_now()}
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
              <td>{fieldNames(row, fields)}</td>
              <td className="nowrap">{roomText(row)}</td>
              <td>
                <Papers until={row.papersUntil} today={today} />
              </td>
              <td className="num">{row.tutors}</td>
              <td className="nowrap">{row.contactedOn ? dayYear(row.contactedOn) : "–"}</td>
              <td className="num">{row.running}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

type SortHeadProps = {
  sort: (typeof SORTS)[number];
  label: string;
  filters: Filters;
  put: (change: Filters) => void;
};

function SortHead({ sort, label, filters, put }: SortHeadProps) {
  const isChosen = (filters.sort ?? "name") === sort;
  const order = sort === "room" ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={isChosen ? order : undefined}>
      <button
        type="button"
        className={isChosen ? "register-sort is-chosen" : "register-sort"}
        onClick={() => put({ sort: sort === "name" ? undefined : sort })}
      >
        {label}
      </button>
    </th>
  );
}

/** Under 900 px: the name, the town, and what is asked first of a workplace. */
export function RegisterItems({ rows, fields, today }: ListProps) {
  return (
    <Rows label={m.shell_workplaces()}>
      {rows.map((row) => (
        <Row
          key={row.id}
          sub={[row.municipality, fieldNames(row, fields), roomText(row)]
            .filter((text) => text !== "" && text !== "–")
            .join(". ")}
          end={<Papers until={row.papersUntil} today={today} />}
        >
          <NameLink row={row} />
        </Row>
      ))}
    </Rows>
  );
}

function NameLink({ row: { id, name } }: { row: Listed }) {
  return (
    <Link className="row-link" href={`/workplaces/${id}`}>
      <b>{name}</b>
    </Link>
  );
}

function fieldNames(row: Listed, fields: Fields): string {
  return fields
    .filter(({ code }) => row.fields.includes(code))
    .map(({ name }) => textOf(name))
    .join(", ");
}

function roomText({ left, places }: Listed): string {
  return places === 0 ? "–" : m.register_free_of({ left, places });
}

/** Until when, with a badge when it ends soon or has ended. */
function Papers({ until, today }: { until: string | null; today: string }) {
  if (until === null) return "–";
  const state = paperState(until, today);
  if (state === "ended") {
    return <Badge kind="stop">{m.register_paper_ended({ day: dayYear(until) })}</Badge>;
  }
  if (state === "soon") {
    return <Badge kind="wait">{m.register_paper_soon({ day: dayYear(until) })}</Badge>;
  }
  return dayYear(until);
}
