import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { daysShort, number } from "#web/ui/format.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Marks } from "#web/ui/marks.tsx";
import { RibbonMini } from "#web/ui/ribbon-mini.tsx";
import { attentionText, type BoardRow } from "./attention-text.ts";
import { groupOrder, groupTitle, type ShownGroup } from "./board-groups.ts";
import { boardMarks } from "./board-marks.ts";
import { BoardOpener } from "./board-opener.tsx";
import { BoardStep } from "./board-step.tsx";
import { ribbonWeeks } from "./ribbon-weeks.ts";
import { deedText } from "./state-text.ts";
import type { Nudges } from "./use-nudges.ts";

export type BoardProps = {
  groups: readonly ShownGroup[];
  today: string;
  /** The placement that the panel shows. */
  open: string | null;
  /** The placement whose action is the page's green button. */
  first: string | undefined;
  nudges: Nudges;
  onOpen: (row: BoardRow) => void;
  onNote: (row: BoardRow) => void;
};

const COLUMNS = 6;
/** A silence this long is said louder; after five weeks a talk is owed (attention.ts). */
const LONG_DAYS = 14;
const OWED_DAYS = 35;

/** The board on a desk: reason first, one action, who needs me above who does not. */
export function BoardTable(props: BoardProps) {
  return (
    <table className="grid board-table">
      <caption className="vh">{m.board_caption()}</caption>
      <thead>
        <tr>
          <th scope="col">{m.board_student()}</th>
          <th scope="col">{m.board_why()}</th>
          <th scope="col">{m.board_workplace()}</th>
          <th scope="col">{m.board_deed()}</th>
          <th scope="col" className="num">
            {m.board_since()}
          </th>
          <th scope="col">
            <span className="vh">{m.board_step()}</span>
          </th>
        </tr>
      </thead>
      {props.groups.map((shown) => (
        <tbody key={shown.group}>
          <GroupHead {...shown} />
          {shown.rows.map((row) => (
            <BoardTableRow key={row.placementId} row={row} {...props} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function GroupHead({ group, rows }: ShownGroup) {
  return (
    <tr className="grp">
      <th colSpan={COLUMNS} scope="rowgroup" aria-label={groupTitle(group)}>
        <span className="row">
          <b>{groupTitle(group)}</b>
          <span className="muted">{number(rows.length)}</span>
          <span className="grow" />
          <span className="tiny faint">
            {rows.length === 0 ? m.board_group_empty() : groupOrder(group)}
          </span>
        </span>
      </th>
    </tr>
  );
}

function BoardTableRow({ row, ...props }: BoardProps & { row: BoardRow }) {
  const { today, open, first, onOpen } = props;
  const chosen = open === row.placementId;
  const deed = deedText(row.deed);
  return (
    <tr className={chosen ? "is-chosen" : undefined}>
      <th scope="row">
        <BoardOpener row={row} open={chosen} onOpen={() => onOpen(row)} />
        <span className="sub">{ageAndUnit(row)}</span>
      </th>
      <td>
        <Why row={row} today={today} />
      </td>
      <td>
        <span className="tiny muted board-line">{row.workplaceName}</span>
        <RibbonMini weeks={ribbonWeeks(row.ribbon)} today={today} />
      </td>
      <td>
        <span className="tiny muted board-line">{deed}</span>
        <Marks deed={deed} marks={boardMarks(row)} />
      </td>
      <td className="num">
        <Since days={row.daysSinceTalk} />
      </td>
      <td className="num">
        <BoardStep {...props} row={row} primary={first === row.placementId} />
      </td>
    </tr>
  );
}

function Why({ row, today }: { row: BoardRow; today: string }) {
  const { icon, tone, reason, detail } = attentionText(row, today);
  return (
    <span className="why">
      {icon && <Icon of={icon} tone={tone} />}
      <span>
        {row.group === "needs_me" ? <b>{reason}</b> : reason}
        {detail && <span className="sub">{detail}</span>}
      </span>
    </span>
  );
}

/** "17, Restaurant services" */
export function ageAndUnit({ student, unitName }: BoardRow): string {
  const unit = textOf(unitName);
  if (student.age === null || unit === "") return unit || String(student.age ?? "");
  return m.board_age_unit({ age: student.age, unit });
}

function Since({ days }: { days: number | null }) {
  if (days === null) return null;
  if (days > OWED_DAYS) return <b className="c-ling">{daysShort(days)}</b>;
  return days > LONG_DAYS ? <b>{daysShort(days)}</b> : daysShort(days);
}
