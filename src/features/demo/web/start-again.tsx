import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useDeed } from "#web/view.ts";
import type { restartDemo } from "../demo.contract.ts";

/** Tells the story anew; asked once, since what the visitor has done is forgotten. */
export function StartAgain() {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const restart = useDeed<typeof restartDemo>({
    method: "POST",
    path: "/api/demo/restarts",
    onDone: () => {
      setAsking(false);
      void client.resetQueries();
    },
  });
  return (
    <div>
      <h2>{m.demo_again()}</h2>
      <p>{m.demo_again_text()}</p>
      <button type="button" className="linkish link48" onClick={() => setAsking(true)}>
        {m.demo_again_now()}
      </button>
      {restart.done && <p role="status">{m.demo_again_done()}</p>}
      <Dialog
        open={asking}
        title={m.demo_again_title()}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="primary" busy={restart.busy} onClick={() => restart.run({})}>
              {m.demo_again_yes()}
            </Button>
            <Button onClick={() => setAsking(false)}>{m.demo_again_no()}</Button>
          </>
        }
      >
        <p>{m.demo_again_sure()}</p>
        <ProblemNote error={restart.problem} />
      </Dialog>
    </div>
  );
}
