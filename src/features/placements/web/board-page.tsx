import { type ReactNode, useState } from "react";
import { m } from "#messages/web";
import { Page } from "#web/shell/page.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Chip, ChipGroup } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { asSentence, dayWord, moment } from "#web/ui/format.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { useMedia } from "#web/ui/use-media.ts";
import { type BoardRow, noonOf } from "./attention-text.ts";
import { type Filter, GROUPS, groupTitle, shownGroups } from "./board-groups.ts";
import { BoardList } from "./board-list.tsx";
import { fullName } from "./board-opener.tsx";
import { BoardPanel } from "./board-panel.tsx";
import { useBoard } from "./board-requests.ts";
import { BoardTable } from "./board-table.tsx";
import { numberWord } from "./number-words.ts";
import { useNudges } from "./use-nudges.ts";
import "./board-page.css";

/** The teacher's first page: who needs me, why, and one action for each. */
export function BoardPage() {
  const { today, rows } = useBoard();
  const [filter, setFilter] = useState<Filter>("all");
  const nudges = useNudges(today);
  const choice = usePanelChoice(rows);
  const isDesk = useMedia("(min-width: 56.25em)");
  const Board = isDesk ? BoardTable : BoardList;
  return (
    <Page frame="staff">
      <div className="list-and-panel">
        <div className="board-side">
          <BoardHead rows={rows} today={today} isDesk={isDesk}>
            <Filters rows={rows} filter={filter} onFilter={setFilter} />
          </BoardHead>
          {rows.length === 0 ? (
            <EmptyBoard />
          ) : (
            <Board
              groups={shownGroups(rows, filter)}
              today={today}
              open={choice.row?.placementId ?? null}
              first={rows.find(({ group }) => group === "needs_me")?.placementId}
              nudges={nudges}
              onOpen={choice.open}
              onNote={choice.note}
            />
          )}
        </div>
        <BoardPanel {...choice} today={today} nudges={nudges} />
      </div>
    </Page>
  );
}

export type PanelFocus = "none" | "head" | "note";

/** Which row the panel shows and where the focus goes. Where there is room the first row shows by itself. */
function usePanelChoice(rows: readonly BoardRow[]) {
  const roomy = useMedia("(min-width: 85em)");
  // The row that stood first when the page opened stays in the panel while the list moves.
  const [first] = useState(rows.find(({ group }) => group === "needs_me")?.placementId);
  const [chosen, setChosen] = useState<string | null>();
  const [focus, setFocus] = useState<PanelFocus>("none");
  const [press, setPress] = useState(0);
  const shown = chosen === undefined && roomy ? first : chosen;
  const show = (row: BoardRow, where: PanelFocus) => {
    setChosen(row.placementId);
    setFocus(where);
    setPress((count) => count + 1);
  };
  return {
    row: rows.find(({ placementId }) => placementId === shown) ?? null,
    focus,
    press,
    open: (row: BoardRow) => show(row, "head"),
    note: (row: BoardRow) => show(row, "note"),
    close: () => setChosen(null),
  };
}

type HeadProps = {
  rows: readonly BoardRow[];
  today: string;
  isDesk: boolean;
  children: ReactNode;
};

function BoardHead({ rows, today, isDesk, children }: HeadProps) {
  const count = rows.filter(({ group }) => group === "needs_me").length;
  const title =
    count === 0
      ? m.board_title_calm()
      : asSentence(m.board_title({ count, number: numberWord(count) }));
  const day = dayWord(today);
  return (
    <div className="board-head">
      <PageHead
        bare
        title={title}
        crumb={isDesk ? undefined : asSentence(day)}
        end={isDesk && <span className="muted">{day}</span>}
        detail={count === 0 ? nextTalkText(rows, today) : undefined}
      />
      {rows.length > 0 && children}
    </div>
  );
}

/** When nobody needs the teacher: what comes next. */
function nextTalkText(rows: readonly BoardRow[], today: string): string | undefined {
  const talks = rows.filter(({ reason }) => reason === "next_talk");
  const next = talks.toSorted((a, b) => (atOf(a) < atOf(b) ? -1 : 1))[0];
  if (next === undefined) return undefined;
  return m.board_next_talk({
    moment: moment(atOf(next), noonOf(today)),
    name: fullName(next.student),
  });
}

function atOf({ params }: BoardRow): string {
  return String(params.at);
}

type FiltersProps = {
  rows: readonly BoardRow[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
};

function Filters({ rows, filter, onFilter }: FiltersProps) {
  return (
    <ChipGroup label={m.board_show()}>
      <Chip pressed={filter === "all"} count={rows.length} onPress={() => onFilter("all")}>
        {m.board_all()}
      </Chip>
      {GROUPS.map((group) => (
        <Chip
          key={group}
          pressed={filter === group}
          count={rows.filter((row) => row.group === group).length}
          onPress={() => onFilter(group)}
        >
          {groupTitle(group)}
        </Chip>
      ))}
    </ChipGroup>
  );
}

function EmptyBoard() {
  return (
    <div className="main">
      <EmptyState title={m.board_empty()}>
        <p className="muted">{m.board_empty_text()}</p>
        <ButtonLink kind="primary" href="/placements/new">
          {m.board_new()}
        </ButtonLink>
      </EmptyState>
    </div>
  );
}
