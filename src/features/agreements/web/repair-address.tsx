import { type FormEvent, useId, useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { Note } from "#web/ui/note.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { repairAddress } from "../agreement-deeds.contract.ts";
import { AGREEMENT_CHANGES, type AgreementView, type PartyView } from "./agreement-view.ts";

type RepairProps = { view: AgreementView; party: PartyView };

const KNOWN = ["called", "visit", "told"] as const;
const KNOWN_WORDS = {
  called: m.agreement_known_called,
  visit: m.agreement_known_visit,
  told: m.agreement_known_told,
};

/** Next to the address that does not work, so that a phone need not be scrolled to its end. */
export function RepairAddress({ view, party }: RepairProps) {
  const [open, setOpen] = useState(party.bounced || party.address === null);
  const title = useId();
  const [email, setEmail] = useState("");
  const [known, setKnown] = useState<(typeof KNOWN)[number]>("called");
  const repair = useDeed<typeof repairAddress>({
    method: "PUT",
    path: "/api/agreements/{agreementId}/parties/{party}/address",
    changes: AGREEMENT_CHANGES,
    onDone: () => setOpen(false),
  });
  if (!open) {
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {m.agreement_repair_open({ name: party.givenName })}
      </Button>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    const params = { agreementId: view.id, party: party.party };
    repair.run({ params, body: { email: email.trim(), phone: null, known } });
  };
  return (
    <form className="card stack" noValidate aria-labelledby={title} onSubmit={send}>
      <h3 id={title}>{m.agreement_repair()}</h3>
      {party.bounced && (
        <Note kind="stop" lead={party.address}>
          {m.agreement_no_such_box()}
        </Note>
      )}
      <TextField
        type="email"
        label={m.agreement_new_email()}
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <RadioGroup
        legend={m.agreement_how_known()}
        name="known"
        value={known}
        onChange={setKnown}
        options={KNOWN.map((value) => ({ value, label: KNOWN_WORDS[value]() }))}
      />
      <ProblemNote error={repair.problem} />
      <Button type="submit" kind="primary" busy={repair.busy}>
        {m.agreement_repair_send({ name: party.givenName })}
      </Button>
      <p className="small muted">{m.agreement_repair_then()}</p>
    </form>
  );
}
