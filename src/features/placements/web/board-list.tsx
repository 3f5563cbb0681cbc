import { m } from "#messages/web";
import { number } from "#web/ui/format.ts";
import { Marks } from "#web/ui/marks.tsx";
import { NeedRow } from "#web/ui/need-row.tsx";
import { RibbonMini } from "#web/ui/ribbon-mini.tsx";
import { attentionText, type BoardRow } from "./attention-text.ts";
import { groupTitle } from "./board-groups.ts";
import { boardMarks } from "./board-marks.ts";
import { BoardOpener } from "./board-opener.tsx";
import { BoardStep } from "./board-step.tsx";
import type { BoardProps } from "./board-table.tsx";
import { ribbonWeeks } from "./ribbon-weeks.ts";
import { deedText } from "./state-text.ts";

/** The board under 900 px: name, reason and step under each other, in the same order. */
export function BoardList(props: BoardProps) {
  return props.groups.map(({ group, rows }) => (
    <section key={group} className={group === "needs_me" ? "board-need" : "board-calm"}>
      <h2>
        {groupTitle(group)} <span>{number(rows.length)}</span>
      </h2>
      {rows.length === 0 && <p className="muted board-none">{m.board_group_empty()}</p>}
      <ul>
        {rows.map((row) => (
          <BoardListRow key={row.placementId} row={row} {...props} />
        ))}
      </ul>
    </section>
  ));
}

function BoardListRow({ row, ...props }: BoardProps & { row: BoardRow }) {
  const { today, open, first, onOpen } = props;
  const { icon, tone, reason, detail } = attentionText(row, today);
  const isNeed = row.group === "needs_me";
  const deed = deedText(row.deed);
  return (
    <NeedRow
      {...(isNeed && icon ? { icon } : {})}
      {...(tone ? { tone } : {})}
      name={<BoardOpener row={row} open={open === row.placementId} onOpen={() => onOpen(row)} />}
      end={isNeed && <TalkAgo days={row.daysSinceTalk} />}
      reason={reason}
      detail={detail}
      meta={
        isNeed && (
          <>
            <span>{row.workplaceName}</span>
            <span className="row">
              <RibbonMini weeks={ribbonWeeks(row.ribbon)} today={today} />
              <Marks deed={deed} marks={boardMarks(row)} />
            </span>
          </>
        )
      }
      step={<BoardStep {...props} row={row} primary={first === row.placementId} />}
    />
  );
}

function TalkAgo({ days }: { days: number | null }) {
  if (days === null) return null;
  return days === 0 ? m.board_talk_today() : m.board_talk_ago({ count: days });
}
