import { m } from "#messages/web";
import { type CellKind, CellMark } from "./cell-mark.tsx";
import { Legend } from "./legend.tsx";

export type SkillState = "not-yet" | "practised" | "confirmed" | "demonstrated";
export type SkillCell = { id: string; label: string; state: SkillState };
export type SkillRow = { id: string; label: string; cells: readonly SkillCell[] };

const KINDS: Record<SkillState, CellKind> = {
  "not-yet": "not-yet",
  practised: "help",
  confirmed: "done",
  demonstrated: "demonstrated",
};
const STATES: readonly SkillState[] = ["demonstrated", "confirmed", "practised", "not-yet"];

/**
 * The requirements of each unit in the order of the official text. A row opens into the list in
 * words. No percentages, no comparison between students.
 */
export function SkillMap({ rows }: { rows: readonly SkillRow[] }) {
  return (
    <ul className="smap">
      {rows.map((row) => (
        <li key={row.id}>
          <details>
            <summary>
              <span>{row.label}</span>
              <span className="cells" role="img" aria-label={rowSentence(row)}>
                {row.cells.map((cell) => (
                  <CellMark key={cell.id} kind={KINDS[cell.state]} />
                ))}
              </span>
            </summary>
            <ul className="smap-words">
              {row.cells.map((cell) => (
                <SkillLine key={cell.id} cell={cell} />
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

export function SkillLegend() {
  const items = STATES.toReversed().map((state) => ({
    kind: KINDS[state],
    label: skillWord(state),
  }));
  return <Legend items={items} />;
}

/** "Confirmed at work" */
export function skillWord(state: SkillState): string {
  switch (state) {
    case "not-yet":
      return m.ui_skill_not_yet();
    case "practised":
      return m.ui_skill_practised();
    case "confirmed":
      return m.ui_skill_confirmed();
    case "demonstrated":
      return m.ui_skill_demonstrated();
  }
}

function SkillLine({ cell }: { cell: SkillCell }) {
  return (
    <li>
      <CellMark kind={KINDS[cell.state]} />
      <span>{cell.label}</span>
      <span className="muted">{skillWord(cell.state)}</span>
    </li>
  );
}

/** "8 requirements: 2 confirmed at work, 2 practised, 4 not yet" */
function rowSentence(row: SkillRow): string {
  const parts = STATES.map((state) => ({
    state,
    count: row.cells.filter((cell) => cell.state === state).length,
  })).filter((part) => part.count > 0);
  const counted = parts.map((part) => `${part.count} ${skillWord(part.state).toLowerCase()}`);
  return `${m.ui_requirements({ count: row.cells.length })}: ${counted.join(", ")}`;
}
