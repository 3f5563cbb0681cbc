import { useQueryClient } from "@tanstack/react-query";
import { m } from "#messages/web";
import { Problem } from "#web/problem.ts";
import { problemText } from "#web/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";

type ProblemNoteProps = {
  /** What useDeed says in `problem`; nothing is drawn while there is none. */
  error: Error | null;
  /** The page's own words for single codes (problem-text.ts). */
  own?: Parameters<typeof problemText>[1];
};

/** Somebody was faster: what is on the page is not what stands now. */
const OUTDATED = new Set(["stale", "person_changed"]);

/** Why a deed was not done, beside its button: one sentence with the remedy, read out at once. */
export function ProblemNote({ error, own }: ProblemNoteProps) {
  const client = useQueryClient();
  if (error === null) return null;
  const isStale = error instanceof Problem && OUTDATED.has(error.code);
  const number = error instanceof Problem && error.status >= 500 ? error.requestId : undefined;
  const newest = (
    <Button kind="second" onClick={() => void client.invalidateQueries()}>
      {m.shell_show_newest()}
    </Button>
  );
  return (
    <Note kind={isStale ? "wait" : "stop"} role="alert" action={isStale ? newest : undefined}>
      {problemText(error, own)}
      {number && <span className="sub">{m.ui_say_number({ number: shortNumber(number) })}</span>}
    </Note>
  );
}

/** The beginning of a request id: enough to find the line in the log, short enough to say. */
export function shortNumber(requestId: string): string {
  return requestId.slice(0, 8);
}
