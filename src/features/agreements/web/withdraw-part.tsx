import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { comeIntoView, takeFocus } from "#web/ui/take-focus.ts";
import { TextArea } from "#web/ui/text-area.tsx";
import { useDeed } from "#web/view.ts";
import type { withdrawAgreement } from "../agreement-deeds.contract.ts";
import { AGREEMENT_CHANGES, type AnyAgreementView } from "./agreement-view.ts";

/** Takes the agreement back before all have signed; the others read why. */
export function WithdrawPart({ view }: { view: AnyAgreementView }) {
  // null until it has been opened: only then does closing it bring the focus back to the button.
  const [open, setOpen] = useState<boolean | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const withdraw = useDeed<typeof withdrawAgreement>({
    method: "POST",
    path: "/api/agreements/{agreementId}/withdrawal",
    changes: AGREEMENT_CHANGES,
  });
  if (!open) {
    return (
      <Button kind="quiet" ref={open === false ? takeFocus : null} onClick={() => setOpen(true)}>
        {m.agreement_withdraw()}
      </Button>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === "") return;
    withdraw.run({ params: { agreementId: view.id }, body: { reason: reason.trim() } });
  };
  return (
    <form className="card stack" noValidate onSubmit={send}>
      <TextArea
        ref={comeIntoView}
        label={m.agreement_withdraw_reason()}
        hint={m.agreement_withdraw_hint()}
        error={tried && reason.trim() === "" ? m.agreement_reason_missing() : undefined}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <ProblemNote error={withdraw.problem} />
      <Button type="submit" kind="danger" busy={withdraw.busy}>
        {m.agreement_withdraw()}
      </Button>
      <Button kind="quiet" onClick={() => setOpen(false)}>
        {m.agreement_withdraw_back()}
      </Button>
    </form>
  );
}
