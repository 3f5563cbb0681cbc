import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { localDay } from "#web/ui/format.ts";
import { TextArea } from "#web/ui/text-area.tsx";
import { useDeed } from "#web/view.ts";
import type { terminateFrameworkAgreement } from "../framework-agreement.contract.ts";
import { AGREEMENT_CHANGES, type FrameworkView } from "./agreement-view.ts";

/** Either party ends it early: the last day, and why; what is already signed stays. */
export function TerminatePart({ view }: { view: FrameworkView }) {
  const today = localDay(instantOf(nowMs()), view.timeZone);
  const [open, setOpen] = useState(false);
  const [lastDay, setLastDay] = useState<string | null>(today);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const terminate = useDeed<typeof terminateFrameworkAgreement>({
    method: "POST",
    path: "/api/agreements/{agreementId}/termination",
    changes: AGREEMENT_CHANGES,
  });
  if (!open) {
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {m.framework_agreement_terminate()}
      </Button>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (lastDay === null || reason.trim() === "") return;
    const params = { agreementId: view.id };
    terminate.run({ params, body: { lastDay, reason: reason.trim() } });
  };
  return (
    <form className="card stack" noValidate onSubmit={send}>
      <DateField
        label={m.agreement_last_day()}
        value={lastDay}
        min={today}
        max={view.endsOn}
        error={tried && lastDay === null ? m.agreement_fill_this() : undefined}
        onChange={setLastDay}
      />
      <TextArea
        label={m.agreement_why()}
        hint={m.framework_agreement_terminate_hint()}
        error={tried && reason.trim() === "" ? m.agreement_reason_missing() : undefined}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="muted">{m.framework_agreement_signed_stay()}</p>
      <ProblemNote error={terminate.problem} />
      <Button type="submit" kind="danger" busy={terminate.busy}>
        {m.framework_agreement_terminate()}
      </Button>
      <Button kind="quiet" onClick={() => setOpen(false)}>
        {m.framework_agreement_keep()}
      </Button>
    </form>
  );
}
