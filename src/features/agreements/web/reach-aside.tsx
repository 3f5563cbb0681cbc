import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Section } from "#web/ui/section.tsx";
import { useDeed } from "#web/view.ts";
import type { remindSigner } from "../agreement-deeds.contract.ts";
import {
  AGREEMENT_CHANGES,
  type AnyAgreementView,
  nameOf,
  type PartyView,
} from "./agreement-view.ts";
import { DeputyForm } from "./deputy-form.tsx";
import { whenOf } from "./when-of.ts";

type ReachProps = { view: AnyAgreementView; party: PartyView };

/** The one who is missing: reminded, or another signs for them. The address is mended beside it. */
export function ReachAside({ view, party }: ReachProps) {
  return (
    <div className="stack-8">
      <Remind view={view} party={party} />
      {party.party === "employer" && <DeputyForm view={view} party={party} />}
    </div>
  );
}

function Remind({ view, party }: ReachProps) {
  const remind = useDeed<typeof remindSigner>({
    method: "POST",
    path: "/api/agreements/{agreementId}/parties/{party}/reminders",
    changes: AGREEMENT_CHANGES,
  });
  if (!view.abilities.remind.allowed) return null;
  const { nextReminderAt } = party;
  const rests = nextReminderAt !== null && nextReminderAt > instantOf(nowMs());
  return (
    <Section title={m.agreement_reminders()}>
      <div className="stack-3">
        {rests && <p>{m.agreement_next_reminder({ at: whenOf(nextReminderAt, view.timeZone) })}</p>}
        <ProblemNote error={remind.problem} />
        <Button
          busy={remind.busy}
          onClick={() => remind.run({ params: { agreementId: view.id, party: party.party } })}
        >
          {m.agreement_remind({ name: nameOf(party) })}
        </Button>
      </div>
    </Section>
  );
}
