import { useState } from "react";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import type { AnswerOf } from "#web/request.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { moment, number } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { listImports, undoImport } from "../import.contract.ts";
import { builtText } from "./import-words.ts";
import { IMPORT_READS } from "./use-import.ts";

type Made = AnswerOf<typeof listImports>["imports"][number];
type Undone = AnswerOf<typeof undoImport>;

/** Imports of the last day: each can be taken back as far as nobody has used what it brought. */
export function ImportsMade({ onUndone }: { onUndone: () => void }) {
  const { imports } = useView<typeof listImports>({ path: "/api/register/imports" });
  const [undone, setUndone] = useState<Undone | null>(null);
  const undo = useDeed<typeof undoImport>({
    method: "POST",
    path: "/api/register/imports/{importId}/undo",
    changes: IMPORT_READS,
  });
  const takeBack = async ({ id }: Made) => {
    setUndone(await undo.ask({ params: { importId: id } }));
    onUndone();
  };
  if (imports.length === 0 && undone === null) return null;
  return (
    <Section title={m.register_imports()} className="stack-3">
      <div role="status">{undone !== null && <Note kind="ok">{undoneText(undone)}</Note>}</div>
      <ProblemNote error={undo.problem} />
      {undone !== null && undone.stayedCount > 0 && <Stayed undone={undone} />}
      <Rows label={m.register_imports()}>
        {imports.map((made) => (
          <MadeRow
            key={made.id}
            made={made}
            busy={undo.busy}
            onUndo={() => void takeBack(made).catch(() => undefined)}
          />
        ))}
      </Rows>
    </Section>
  );
}

function undoneText({ removed, restored }: Undone): string {
  return m.register_import_undone({ removed: number(removed), restored: number(restored) });
}

function MadeRow({ made, busy, onUndo }: { made: Made; busy: boolean; onUndo: () => void }) {
  const now = instantOf(nowMs());
  const name = m.register_import_made({ added: number(made.added), changed: number(made.changed) });
  const when = moment(made.importedAt, now);
  const until = moment(made.undoableUntil, now);
  return (
    <Row
      sub={m.register_import_made_by({ who: made.importedBy, when, until })}
      end={
        <Button
          kind="second"
          busy={busy}
          aria-label={m.register_import_undo_name({ name })}
          onClick={onUndo}
        >
          {m.register_import_undo()}
        </Button>
      }
    >
      {name}
    </Row>
  );
}

function Stayed({ undone: { stayed, stayedCount } }: { undone: Undone }) {
  const title = m.register_import_stayed({ count: number(stayedCount) });
  return (
    <>
      <h3>{title}</h3>
      <Rows label={title}>
        {stayed.map(({ workplaceId, name, why }) => (
          <Row key={workplaceId} sub={builtText(why)}>
            <Link href={`/workplaces/${workplaceId}`}>{name}</Link>
          </Row>
        ))}
      </Rows>
      {stayedCount > stayed.length && (
        <p className="muted">
          {m.register_import_stayed_more({ count: number(stayedCount - stayed.length) })}
        </p>
      )}
    </>
  );
}
