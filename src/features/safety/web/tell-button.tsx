import type { ReactNode } from "react";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { useDeed } from "#web/view.ts";
import type { tellMore } from "../safety.contract.ts";
import { type Choice, MINE_PATH } from "./safety-view.ts";

type TellProps = {
  reportId: string;
  part: Choice["part"];
  kind: "quiet" | "second";
  block?: boolean;
  children: ReactNode;
};

/** One press lets one more person know. */
export function TellButton({ reportId, part, kind, block = false, children }: TellProps) {
  const tell = useDeed<typeof tellMore>({
    method: "POST",
    path: "/api/safety/{reportId}/hearers",
    changes: [MINE_PATH],
  });
  return (
    <>
      <Button
        kind={kind}
        block={block}
        busy={tell.busy}
        onClick={() => tell.run({ params: { reportId }, body: { hearers: [part] } })}
      >
        {children}
      </Button>
      <ProblemNote error={tell.problem} />
    </>
  );
}
