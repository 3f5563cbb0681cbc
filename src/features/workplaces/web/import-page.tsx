import { type ChangeEvent, Suspense, useId, useState } from "react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { number } from "#web/ui/format.ts";
import { type KeyValue, KeyValues } from "#web/ui/key-values.tsx";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import type { checkImport } from "../import.contract.ts";
import { ImportFaults } from "./import-faults.tsx";
import { columnName } from "./import-words.ts";
import { ImportsMade } from "./imports-made.tsx";
import { type ImportFile, useImport } from "./use-import.ts";
import "./workplaces-page.css";

type Checked = AnswerOf<typeof checkImport>;

/** A spreadsheet of workplaces: first what would happen, then all rows that are right or none. */
export function ImportPage() {
  const file = useImport();
  const [done, setDone] = useState<string | null>(null);
  const { checked } = file;
  const title = checked === null ? m.register_import_title() : judgedText(checked);
  return (
    <Page frame="staff">
      <PageHead
        crumb={<Link href="/workplaces">{m.shell_workplaces()}</Link>}
        title={title}
        detail={checked === null ? m.register_import_detail() : readAs(file.name, checked)}
      />
      <div className="two">
        <div className="stack-6">
          <FileField onFile={(chosen) => void file.choose(chosen).then(() => setDone(null))} />
          <div role="status">
            {file.busy && <Note>{m.register_import_busy()}</Note>}
            {done !== null && <Note kind="ok">{done}</Note>}
          </div>
          <ProblemNote error={file.problem} />
          {checked !== null && checked.faults.length > 0 && (
            <ImportFaults faults={checked.faults} busy={file.busy} onFix={file.fix} />
          )}
          <Suspense fallback={<Skeleton lines={2} />}>
            <ImportsMade
              onUndone={() => {
                setDone(null);
                file.again();
              }}
            />
          </Suspense>
        </div>
        {checked !== null && <WhatHappens checked={checked} file={file} onDone={setDone} />}
      </div>
    </Page>
  );
}

/** "9,963 rows are fine, 37 need a look" */
function judgedText({ rows, faulty }: Checked): string {
  const fine = rows - faulty;
  const isFine = m.register_import_judged({ count: fine, text: number(fine) });
  if (faulty === 0) return isFine;
  return `${isFine}, ${m.register_import_to_mend({ count: faulty, text: number(faulty) })}`;
}

/** "tyopaikat.csv, 10,000 rows, Latin-1. Letters look like this: Äitsaari" */
function readAs(name: string, checked: Checked): string {
  const encoding = checked.encoding === "utf-8" ? "UTF-8" : "Latin-1";
  const read = m.register_import_read({ name, rows: number(checked.rows), encoding });
  return checked.letters.length === 0
    ? read
    : `${read} ${m.register_import_letters({ names: checked.letters.join(", ") })}`;
}

function FileField({ onFile }: { onFile: (file: File) => void }) {
  const id = useId();
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? [];
    if (chosen) onFile(chosen);
    // The same file may be chosen again after it was mended.
    target.value = "";
  };
  return (
    <div className="field">
      <label htmlFor={id}>{m.register_import_choose()}</label>
      <p id={`${id}-hint`} className="hint">
        {m.register_import_hint()}
      </p>
      <input
        id={id}
        className="input"
        type="file"
        accept=".csv,.txt,text/csv"
        aria-describedby={`${id}-hint`}
        onChange={choose}
      />
    </div>
  );
}

type WhatHappensProps = { checked: Checked; file: ImportFile; onDone: (text: string) => void };

function WhatHappens({ checked, file, onDone }: WhatHappensProps) {
  const { added, changed, unchanged, faulty } = checked;
  const store = async () => {
    const stored = await file.store();
    if (stored === null) return;
    const words = { added: number(stored.added), changed: number(stored.changed) };
    onDone(m.register_import_done(words));
  };
  const items: KeyValue[] = [
    { key: "added", label: m.register_import_added(), value: number(added) },
    { key: "changed", label: m.register_import_changed(), value: number(changed) },
    { key: "unchanged", label: m.register_import_unchanged(), value: number(unchanged) },
    { key: "faulty", label: m.register_import_faulty(), value: number(faulty) },
  ];
  const nothing = added + changed === 0;
  return (
    <Card as="aside" className="stack-4 aside" label={m.register_import_what()}>
      <h2>{m.register_import_what()}</h2>
      <KeyValues items={items} />
      <h3>{m.register_import_columns()}</h3>
      <KeyValues
        items={checked.columns.map(({ heading, column }, at) => ({
          key: `${at} ${heading}`,
          label: heading || "–",
          value: column === null ? m.register_import_unused() : columnName(column),
        }))}
      />
      <Button
        kind="primary"
        block
        busy={file.busy}
        notYet={nothing ? m.register_import_nothing() : undefined}
        onClick={() => void store()}
      >
        {m.register_import_store({ count: added + changed, text: number(added + changed) })}
      </Button>
      <p className="tiny muted">
        {m.register_import_whole()} {m.register_import_undoable()}
      </p>
    </Card>
  );
}
