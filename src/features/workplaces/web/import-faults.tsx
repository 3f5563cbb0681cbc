import { useState } from "react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { Button } from "#web/ui/button.tsx";
import { number } from "#web/ui/format.ts";
import { ScrollBox } from "#web/ui/scroll-box.tsx";
import { Section } from "#web/ui/section.tsx";
import type { checkImport } from "../import.contract.ts";
import { columnName, faultText } from "./import-words.ts";

type Fault = AnswerOf<typeof checkImport>["faults"][number];
type Fix = { row: number; column: Fault["column"]; value: string };
type FaultsProps = { faults: readonly Fault[]; busy: boolean; onFix: (fixes: Fix[]) => void };

const FIRST = 12;

/** Every value that is wrong: where, what, and what to put instead when that can be told. */
export function ImportFaults({ faults, busy, onFix }: FaultsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? faults : faults.slice(0, FIRST);
  const fixes = faults.flatMap(fixOf);
  return (
    <Section title={m.register_import_faults()} className="stack-3">
      <ScrollBox label={m.register_import_faults()}>
        <table className="plain">
          <caption className="vh">{m.register_import_faults()}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {m.register_import_row()}
              </th>
              <th scope="col">{m.register_import_column()}</th>
              <th scope="col">{m.register_import_value()}</th>
              <th scope="col">{m.register_import_wrong()}</th>
              <th scope="col">{m.register_import_suggested()}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((fault) => (
              <FaultRow
                key={`${fault.row} ${fault.column}`}
                fault={fault}
                busy={busy}
                onFix={onFix}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <div className="row row-wrap">
        {faults.length > shown.length && (
          <Button kind="second" onClick={() => setAll(true)}>
            {m.register_import_all({ count: number(faults.length) })}
          </Button>
        )}
        {fixes.length > 1 && (
          <Button kind="second" busy={busy} onClick={() => onFix(fixes)}>
            {m.register_import_accept({ count: number(fixes.length) })}
          </Button>
        )}
      </div>
    </Section>
  );
}

function fixOf({ row, column, suggestion }: Fault): Fix[] {
  return suggestion === null ? [] : [{ row, column, value: suggestion }];
}

type FaultRowProps = { fault: Fault; busy: boolean; onFix: (fixes: Fix[]) => void };

function FaultRow({ fault, busy, onFix }: FaultRowProps) {
  const { row, column, value, suggestion } = fault;
  return (
    <tr>
      <td className="num">{number(row)}</td>
      <td>{columnName(column)}</td>
      <td>
        <b>{value === "" ? m.register_import_empty() : value}</b>
      </td>
      <td>{faultText(fault.fault)}</td>
      <td>
        {suggestion !== null && (
          <Button kind="second" busy={busy} onClick={() => onFix(fixOf(fault))}>
            {suggestion === ""
              ? m.register_import_leave_empty()
              : m.register_import_use({ value: suggestion })}
          </Button>
        )}
      </td>
    </tr>
  );
}
