import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { useMe } from "#web/session.ts";
import { NotFoundPage } from "#web/shell/edge-pages.tsx";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { atClock, dayLong, localDay } from "#web/ui/format.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { nameSafetyLead, readSafetyLead } from "../safety-lead.contract.ts";

const LEAD_PATH = "/api/providers/{providerId}/safety-lead";
type View = AnswerOf<typeof readSafetyLead>;

/** The one outside the workplace whom every student of the college can choose to hear. */
export function SafetyLeadPage() {
  const seats = useMe()?.memberships ?? [];
  const seat =
    seats.find(({ role }) => role === "provider_admin") ??
    seats.find(({ role }) => role === "coordinator");
  return seat === undefined ? <NotFoundPage /> : <SafetyLead providerId={seat.providerId} />;
}

function SafetyLead({ providerId }: { providerId: string }) {
  const view = useView<typeof readSafetyLead>({ path: LEAD_PATH, params: { providerId } });
  return (
    <Page frame="phone" className="safety">
      <PageHead
        bare
        crumb={textOf(view.providerName)}
        title={m.lead_title()}
        detail={view.lead ? m.lead_is({ name: view.lead.name }) : m.lead_nobody()}
      />
      <div className="stack safety-lead">
        <p>{m.lead_what()}</p>
        <p>{m.lead_then()}</p>
      </div>
      {view.abilities.name.allowed ? (
        <NameLead key={view.lead?.personId} providerId={providerId} view={view} />
      ) : (
        <p className="muted">{m.lead_admin_names()}</p>
      )}
      {view.history.length > 0 && (
        <Section title={m.lead_history()}>
          <Rows label={m.lead_history()}>
            {view.history.map(({ name, by, at }) => (
              <Row
                key={at}
                sub={m.lead_named_by({ by, when: `${dayLong(localDay(at))} ${atClock(at)}` })}
              >
                {name}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
    </Page>
  );
}

function NameLead({ providerId, view }: { providerId: string; view: View }) {
  const say = useToast();
  const [chosen, choose] = useState("");
  const name = useDeed<typeof nameSafetyLead>({
    method: "PUT",
    path: LEAD_PATH,
    changes: [LEAD_PATH],
    onDone: () => say({ text: m.lead_done() }),
  });
  const others = view.people.filter(({ personId }) => personId !== view.lead?.personId);
  return (
    <Card as="section" label={m.lead_choose()}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { personId: chosen, instead: view.lead?.personId ?? null };
          name.run({ params: { providerId }, body });
        }}
      >
        <SelectField
          label={m.lead_choose()}
          hint={m.lead_choose_hint()}
          empty={m.lead_choose_empty()}
          required
          value={chosen}
          onChange={({ target }) => choose(target.value)}
          options={others.map((one) => ({ value: one.personId, label: one.name }))}
        />
        <Button type="submit" kind="primary" block busy={name.busy}>
          {m.lead_name()}
        </Button>
        <ProblemNote error={name.problem} />
      </form>
    </Card>
  );
}
