import { Check, Hourglass, LoaderCircle, OctagonAlert } from "lucide-react";
import { type ChangeEvent, useId } from "react";
import { m } from "#messages/web";
import { isPassing } from "#web/problem.ts";
import { problemText } from "#web/problem-text.ts";
import { Page } from "#web/shell/page.tsx";
import { Button } from "#web/ui/button.tsx";
import { number } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Progress } from "#web/ui/progress.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView } from "#web/view.ts";
import type { listFrameworks } from "../framework.contract.ts";
import "./import-page.css";
import { type ImportQueue, useImportQueue, type Waiting } from "./import-queue.ts";

/** An admin chooses files of the national service; each is imported whole or refused with its place. */
export function ImportPage() {
  const { abilities } = useView<typeof listFrameworks>({ path: "/api/frameworks" });
  const queue = useImportQueue();
  return (
    <Page frame="staff">
      <PageHead
        title={m.framework_import_title()}
        crumb={<Link href="/qualifications">{m.framework_list_title()}</Link>}
        detail={m.framework_import_detail()}
      />
      <div className="main framework-import">
        {abilities.import.allowed ? (
          <FileField onFiles={queue.add} />
        ) : (
          <Note kind="stop">{m.framework_import_forbidden()}</Note>
        )}
        {queue.files.length > 0 && <Line queue={queue} />}
        <p className="muted">{m.framework_import_keeps()}</p>
      </div>
    </Page>
  );
}

function FileField({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const id = useId();
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles(target.files ?? []);
    // The same file may be chosen again after it was mended.
    target.value = "";
  };
  return (
    <div className="field">
      <label htmlFor={id}>{m.framework_import_choose()}</label>
      <p id={`${id}-hint`} className="hint">
        {m.framework_import_hint()}
      </p>
      <input
        id={id}
        className="input framework-file"
        type="file"
        accept=".json,application/json"
        multiple
        aria-describedby={`${id}-hint`}
        onChange={choose}
      />
    </div>
  );
}

function Line({ queue }: { queue: ImportQueue }) {
  const all = queue.files.length;
  const read = queue.files.filter(({ state }) => state === "done" || state === "refused").length;
  return (
    <Section title={m.framework_import_files()}>
      <div role="status">
        <Progress
          label={m.framework_import_progress_label()}
          value={read}
          max={all}
          text={m.framework_import_progress({ done: number(read), all: number(all) })}
        />
      </div>
      <Rows label={m.framework_import_files()}>
        {queue.files.map((waiting) => (
          <FileRow key={waiting.id} waiting={waiting} queue={queue} />
        ))}
      </Rows>
    </Section>
  );
}

const ICONS = {
  waits: Hourglass,
  reading: LoaderCircle,
  done: Check,
  refused: OctagonAlert,
} as const;
const TONES = { waits: "birch", reading: "birch", done: "spruce", refused: "ling" } as const;

function FileRow({ waiting, queue }: { waiting: Waiting; queue: ImportQueue }) {
  const { id, file, state, answer, problem } = waiting;
  const megabytes = number(Math.ceil((file.size / 2 ** 20) * 10) / 10);
  return (
    <Row
      icon={ICONS[state]}
      tone={TONES[state]}
      sub={`${stateWords(waiting)} (${m.framework_import_size({ text: megabytes })})`}
      end={
        answer === null ? (
          <>
            {isPassing(problem) && (
              <Button kind="quiet" onClick={() => queue.again(id)}>
                {m.framework_import_again()}
              </Button>
            )}
            {state !== "reading" && (
              <Button kind="quiet" onClick={() => queue.remove(id)}>
                {m.framework_import_remove()}
              </Button>
            )}
          </>
        ) : (
          <Link href={`/qualifications/${answer.versionId}/import`}>
            {m.framework_import_show()}
          </Link>
        )
      }
    >
      <b>{file.name}</b>
    </Row>
  );
}

function stateWords({ state, answer, problem }: Waiting): string {
  if (state === "refused") return problemText(problem);
  if (answer === null)
    return state === "waits" ? m.framework_import_waits() : m.framework_import_reading();
  return answer.changed
    ? m.framework_import_done({ number: answer.number })
    : m.framework_import_unchanged();
}
