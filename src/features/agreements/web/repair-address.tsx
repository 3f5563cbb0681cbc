import { type FormEvent, useId, useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { Note } from "#web/ui/note.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { repairAddress } from "../agreement-deeds.contract.ts";
import { AGREEMENT_CHANGES, type AnyAgreementView, type PartyView } from "./agreement-view.ts";
import { whenOf } from "./when-of.ts";

type RepairProps = { view: AnyAgreementView; party: PartyView };

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
  const [contact, setContact] = useState({ email: "", phone: "" });
  const [known, setKnown] = useState<(typeof KNOWN)[number]>("called");
  const repair = useDeed<typeof repairAddress>({
    method: "PUT",
    path: "/api/agreements/{agreementId}/parties/{party}/address",
    changes: AGREEMENT_CHANGES,
    onDone: ({ waitsUntil }) => setOpen(waitsUntil !== null),
  });
  const waitsUntil = repair.answer?.waitsUntil;
  if (open && waitsUntil) {
    return <Note kind="wait">{m.address_waits({ at: whenOf(waitsUntil, view.timeZone) })}</Note>;
  }
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
    const { email, phone } = contact;
    repair.run({
      params,
      body: { email: email.trim() || null, phone: phone.trim() || null, known },
    });
  };
  return (
    <form className="card stack" noValidate aria-labelledby={title} onSubmit={send}>
      <h3 id={title}>{m.agreement_repair()}</h3>
      {party.bounced && (
        <Note kind="stop" lead={party.address}>
          {m.agreement_no_such_box()}
        </Note>
      )}
      <ContactFields contact={contact} onChange={setContact} />
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

type ContactDraft = { readonly email: string; readonly phone: string };
type ContactProps = { contact: ContactDraft; onChange: (contact: ContactDraft) => void };

function ContactFields({ contact, onChange }: ContactProps) {
  return (
    <>
      <TextField
        type="email"
        label={m.agreement_new_email()}
        value={contact.email}
        onChange={({ target }) => onChange({ ...contact, email: target.value })}
      />
      <TextField
        type="tel"
        label={m.agreement_new_phone()}
        hint={m.agreement_new_phone_hint()}
        value={contact.phone}
        onChange={({ target }) => onChange({ ...contact, phone: target.value })}
      />
    </>
  );
}
