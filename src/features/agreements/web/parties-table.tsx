import { Check, Hourglass, MailX, Phone } from "lucide-react";
import { m } from "#messages/web";
import { Badge } from "#web/ui/badge.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { Duty } from "../agreement.ts";
import {
  type AnyAgreementView,
  nameOf,
  type PartyView,
  partyWord,
  waitingOf,
} from "./agreement-view.ts";
import { RepairAddress } from "./repair-address.tsx";
import { whenOf } from "./when-of.ts";

const DUTY_WORDS: Readonly<Record<Duty, () => string>> = {
  signs: m.agreement_duty_signs,
  acknowledges: m.agreement_duty_reads,
  informed: m.agreement_duty_informed,
};

/** Who, for whom, with which duty, and how and when it was done or what it waits for. */
export function PartiesTable({ view }: { view: AnyAgreementView }) {
  const waiting = waitingOf(view);
  return (
    <div className="sheet">
      {view.parties.map((party) => (
        <div key={party.party} className="cell stack-2 agreement-party">
          <div>
            <b>{nameOf(party)}</b>{" "}
            <span className="muted">
              {partyWord(party.party)}, {DUTY_WORDS[party.duty]()}
            </span>
            {party.actingFor && <span className="sub">{party.actingFor}</span>}
            {party.mandate && (
              <span className="sub">
                {m.agreement_mandate({ from: party.mandate.from, by: party.mandate.notedBy })}
              </span>
            )}
          </div>
          <Standing view={view} party={party} />
          {party === waiting && <Reach view={view} party={party} />}
        </div>
      ))}
    </div>
  );
}

type ReachProps = { view: AnyAgreementView; party: PartyView };

/** Who is waited for: called if there is a number, and reached at a better address, both at the row itself. */
function Reach({ view, party }: ReachProps) {
  const { phone } = party;
  return (
    <div className="stack-2 agreement-reach">
      {phone !== null && (
        <ButtonLink icon={Phone} href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
          {m.agreement_call({ name: nameOf(party) })}
        </ButtonLink>
      )}
      {view.abilities.repair.allowed && party.party !== "provider" && (
        <RepairAddress key={party.personId} view={view} party={party} />
      )}
    </div>
  );
}

function Standing({ view, party }: { view: AnyAgreementView; party: PartyView }) {
  const { signature, duty, bounced, lastSentAt } = party;
  if (signature) {
    const at = whenOf(signature.at, view.timeZone);
    return (
      <div>
        <Icon of={Check} tone="spruce" />{" "}
        <b>{duty === "signs" ? m.agreement_has_signed() : m.agreement_has_read()}</b>
        <span className="sub">
          {signature.means === "code"
            ? m.agreement_by_code({ at, address: signature.sentTo ?? "" })
            : m.agreement_signed_in({ at })}
        </span>
      </div>
    );
  }
  if (duty === "informed") return <span className="muted">{m.agreement_gets_copy()}</span>;
  const undone = duty === "signs" ? m.agreement_not_signed() : m.agreement_not_read();
  if (view.state !== "out") return <span className="muted">{undone}</span>;
  if (bounced) {
    return (
      <div>
        <Icon of={MailX} tone="ling" /> <b>{m.agreement_mail_came_back()}</b>
        <span className="sub">{party.address}</span>
      </div>
    );
  }
  return (
    <div>
      <Icon of={Hourglass} tone="birch" /> <b>{undone}</b>
      {lastSentAt && (
        <span className="sub">
          {m.agreement_sent_at({ at: whenOf(lastSentAt, view.timeZone) })}
        </span>
      )}
      {party.address === null && <Badge kind="stop">{m.agreement_no_address()}</Badge>}
    </div>
  );
}
