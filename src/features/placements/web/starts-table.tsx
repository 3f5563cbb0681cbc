import { Hourglass, OctagonAlert } from "lucide-react";
import { m } from "#messages/web";
import { dayShort, inDays } from "#web/ui/format.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Link } from "#web/ui/link.tsx";
import { NeedRow } from "#web/ui/need-row.tsx";
import { type GateAnswer, gateState, gateWhy } from "./gate-text.ts";
import { type Block, blockState, isOwn, whoText } from "./starts-blocks.ts";
import type { StartRow } from "./starts-requests.ts";
import { StartStep } from "./starts-step.tsx";
import type { Nudges } from "./use-nudges.ts";

export type BlocksProps = { blocks: readonly Block[]; today: string; nudges: Nudges };

/** What blocks each start, who can fix it and one step, on a desk. */
export function StartsTable({ blocks, ...rest }: BlocksProps) {
  const own = firstOwn(blocks);
  return (
    <table className="plain starts-table">
      <caption className="vh">{m.starts_blocks()}</caption>
      <thead>
        <tr>
          <th scope="col">{m.starts_student()}</th>
          <th scope="col">{m.starts_first_day()}</th>
          <th scope="col">{m.starts_missing()}</th>
          <th scope="col">{m.starts_who()}</th>
          <th scope="col">
            <span className="vh">{m.starts_step()}</span>
          </th>
        </tr>
      </thead>
      {blocks.map((block) => (
        <tbody key={block.row.placementId}>
          {block.missing.map((missing, index) => (
            <tr key={missing.code} className={index === 0 ? EDGES[blockState(block)] : undefined}>
              {index === 0 && <StartHead block={block} today={rest.today} />}
              <MissingCells {...rest} row={block.row} missing={missing} primary={missing === own} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

const EDGES = { stop: "stop", waits: "wait" } as const;

/** The page's one green button: the first step that only the reader can take. */
function firstOwn(blocks: readonly Block[]): GateAnswer | undefined {
  return blocks.flatMap(({ missing }) => missing).find(isOwn);
}

function StartHead({ block: { row, missing }, today }: { block: Block; today: string }) {
  return (
    <>
      <th scope="rowgroup" rowSpan={missing.length}>
        <StudentLink row={row} />
        <span className="sub">{row.workplaceName}</span>
      </th>
      <td rowSpan={missing.length} className="nowrap">
        {dayShort(row.startsOn)}
        <span className="sub">{inDays(row.startsOn, today)}</span>
      </td>
    </>
  );
}

function StudentLink({ row: { placementId, student } }: { row: StartRow }) {
  return (
    <Link className="row-link" href={`/placements/${placementId}`}>
      <b>{`${student.givenName} ${student.familyName}`}</b>
    </Link>
  );
}

type MissingProps = Omit<BlocksProps, "blocks"> & {
  row: StartRow;
  missing: GateAnswer;
  primary: boolean;
};

function MissingCells({ missing, ...rest }: MissingProps) {
  return (
    <>
      <td>
        <span className="starts-missing">
          <StateIcon missing={missing} />
          <span>{gateWhy(missing)}</span>
        </span>
      </td>
      <td>{whoText(missing)}</td>
      <td className="num">
        <StartStep missing={missing} {...rest} />
      </td>
    </>
  );
}

function StateIcon({ missing }: { missing: GateAnswer }) {
  return gateState(missing) === "stop" ? (
    <Icon of={OctagonAlert} tone="ling" label={m.ui_gate_stop()} />
  ) : (
    <Icon of={Hourglass} tone="birch" label={m.ui_gate_waits()} />
  );
}

/** The same under 900 px: one row for each thing that is missing. */
export function StartsList({ blocks, today, nudges }: BlocksProps) {
  const own = firstOwn(blocks);
  return (
    <ul className="starts-list">
      {blocks.flatMap(({ row, missing }) =>
        missing.map((one) => (
          <NeedRow
            key={`${row.placementId} ${one.code}`}
            icon={gateState(one) === "stop" ? OctagonAlert : Hourglass}
            tone={gateState(one) === "stop" ? "ling" : "birch"}
            name={<StudentLink row={row} />}
            end={inDays(row.startsOn, today)}
            reason={gateWhy(one)}
            detail={whoText(one)}
            meta={`${row.workplaceName}, ${dayShort(row.startsOn)}`}
            step={
              <StartStep
                row={row}
                missing={one}
                today={today}
                nudges={nudges}
                primary={one === own}
              />
            }
          />
        )),
      )}
    </ul>
  );
}
