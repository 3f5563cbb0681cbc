import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { comeIntoView, takeFocus } from "#web/ui/take-focus.ts";
import { TextArea } from "#web/ui/text-area.tsx";
import { useDeed } from "#web/view.ts";
import type { declineAgreement } from "../agreement-deeds.contract.ts";
import { AGREEMENT_CHANGES, type AnyAgreementView, type PartyView } from "./agreement-view.ts";

/** A signer who does not sign says why; the college reads it and calls. */
export function DeclinePart({ view, own }: { view: AnyAgreementView; own: PartyView }) {
  // null until it has been opened: only then does closing it bring the focus back to the button.
  const [open, setOpen] = useState<boolean | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const decline = useDeed<typeof declineAgreement>({
    method: "POST",
    path: "/api/agreements/{agreementId}/refusal",
    changes: AGREEMENT_CHANGES,
  });
  if (!open) {
    return (
      <Button
        kind="quiet"
        block
        ref={open === false ? takeFocus : null}
        onClick={() => setOpen(true)}
      >
        {m.agreement_not_like_this()}
      </Button>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const body = { party: own.party, reason: reason.trim() };
    if (body.reason !== "") decline.run({ params: { agreementId: view.id }, body });
  };
  return (
    <form className="card stack" noValidate onSubmit={send}>
      <TextArea
        ref={comeIntoView}
        label={m.agreement_decline_reason()}
        hint={
          view.kind === "framework_agreement"
            ? m.framework_agreement_decline_hint()
            : m.agreement_decline_hint({ teacher: view.teacherName })
        }
        error={tried && reason.trim() === "" ? m.agreement_reason_missing() : undefined}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <ProblemNote error={decline.problem} />
      <Button type="submit" kind="danger" block busy={decline.busy}>
        {m.agreement_decline()}
      </Button>
      <Button kind="quiet" block onClick={() => setOpen(false)}>
        {m.agreement_decline_back()}
      </Button>
    </form>
  );
}
