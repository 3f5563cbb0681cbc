import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages/web";
import { type Texts, textOf } from "#web/i18n/language.ts";
import { Diff } from "#web/ui/diff.tsx";
import type { Tone } from "#web/ui/icon.tsx";
import { Row } from "#web/ui/rows.tsx";

type Mark = { icon: LucideIcon; tone: Tone; words: string };

/** One kind of change; with a list it opens to it, and an empty list is no row at all. */
export function ChangeRow({
  list,
  sub,
  ...mark
}: Mark & { list?: readonly string[]; sub?: string }) {
  if (list === undefined) {
    return (
      <Row icon={mark.icon} tone={mark.tone} sub={sub}>
        {mark.words}
      </Row>
    );
  }
  return (
    <Opening {...mark} count={list.length}>
      <ul>
        {list.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Opening>
  );
}

type TextRow = {
  in: string;
  number: string;
  text?: Texts;
  before?: Texts;
  after?: Texts;
  languages?: readonly ("fi" | "sv" | "en")[];
};

/** Texts that came, went or were reworded, each with its unit and number. */
export function TextList({
  rows,
  gone,
  ...mark
}: Mark & { rows: readonly TextRow[]; gone?: boolean }) {
  return (
    <Opening {...mark} count={rows.length}>
      {rows.map((row) => (
        <Changed
          key={`${row.in} ${row.number} ${textOf(row.text ?? row.after)}`}
          row={row}
          gone={gone === true}
        />
      ))}
    </Opening>
  );
}

function Changed({ row, gone }: { row: TextRow; gone: boolean }) {
  const [language] = row.languages ?? [];
  const unit = row.in.startsWith("scale:")
    ? m.framework_drift_scale()
    : row.in.replace(/^tutkinnonosat_/, "");
  const by = m.framework_drift_place({ unit, number: row.number });
  if (row.text) {
    const text = textOf(row.text);
    return gone ? <Diff old={text} by={by} /> : <Diff now={text} by={by} />;
  }
  return (
    <Diff
      old={(language && row.before?.[language]) || textOf(row.before)}
      now={(language && row.after?.[language]) || textOf(row.after)}
      by={by}
    />
  );
}

function Opening({
  icon,
  tone,
  words,
  count,
  children,
}: Mark & { count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <Row icon={icon} tone={tone}>
      <details className="framework-change">
        <summary>{words}</summary>
        {children}
      </details>
    </Row>
  );
}
