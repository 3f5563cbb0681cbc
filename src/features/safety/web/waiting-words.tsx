import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { KIND_NAMES } from "./safety-view.ts";
import type { Outbox } from "./use-outbox.ts";

/** Sent without a network: what lies on this device, without its words, and the way to erase it. */
export function WaitingWords({ outbox: { waiting, problem, erase } }: { outbox: Outbox }) {
  return waiting.map(({ key, said }) => (
    <Card key={key} as="section" label={KIND_NAMES[said.kind]()}>
      <p role="status">
        <b>{KIND_NAMES[said.kind]()}</b>
        <span className="sub">{m.safety_waits_network()}</span>
      </p>
      <ProblemNote error={problem} />
      <Button kind="quiet" onClick={() => erase(key)}>
        {m.safety_erase()}
      </Button>
    </Card>
  ));
}
