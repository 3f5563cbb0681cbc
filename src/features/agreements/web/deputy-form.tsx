import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed } from "#web/view.ts";
import type { nameDeputy } from "../agreement-deeds.contract.ts";
import { AGREEMENT_CHANGES, type AnyAgreementView, type PartyView } from "./agreement-view.ts";
import { emptySigner, type SignerDraft, SignerFields, signerOf } from "./signer-fields.tsx";

/** Another person of the employer signs by mandate, which the signature keeps. */
export function DeputyForm({ view, party }: { view: AnyAgreementView; party: PartyView }) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<SignerDraft>(emptySigner);
  const [tried, setTried] = useState(false);
  const name = useDeed<typeof nameDeputy>({
    method: "PUT",
    path: "/api/agreements/{agreementId}/parties/{party}/deputy",
    changes: AGREEMENT_CHANGES,
    onDone: () => setOpen(false),
  });
  if (!open) {
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {m.agreement_ask_deputy({ name: party.givenName })}
      </Button>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const deputy = signerOf(draft);
    if (deputy === null) return;
    const params = { agreementId: view.id, party: party.party };
    name.run({
      params,
      body: { deputy, known: view.mine.includes(party.party) ? "signer" : "called" },
    });
  };
  return (
    <Section title={m.agreement_deputy()}>
      <form className="card stack" noValidate onSubmit={send}>
        <p className="muted">{m.agreement_deputy_hint({ name: party.givenName })}</p>
        <SignerFields draft={draft} onChange={setDraft} choices={[]} tried={tried} />
        <ProblemNote error={name.problem} />
        <Button type="submit" kind="primary" busy={name.busy}>
          {m.agreement_deputy_send()}
        </Button>
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {m.agreement_deputy_back()}
        </Button>
      </form>
    </Section>
  );
}
