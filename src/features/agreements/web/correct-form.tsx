import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { correctAgreement } from "../agreement-deeds.contract.ts";
import { AGREEMENT_CHANGES, type AgreementView } from "./agreement-view.ts";

type CorrectProps = { view: AgreementView; onClose: () => void };

/** A line put right before all have signed: the days and the hours, and why. */
export function CorrectForm({ view, onClose }: CorrectProps) {
  const form = useCorrection({ view, onClose });
  const { draft, put, missing, deed } = form;
  return (
    <Section title={m.agreement_correct_title()} className="agreement-sign">
      <form className="stack" noValidate onSubmit={form.send}>
        <DateField
          label={m.agreement_first_day()}
          value={draft.startsOn}
          onChange={(startsOn) => put({ startsOn })}
          error={missing(draft.startsOn)}
        />
        <DateField
          label={m.agreement_last_day()}
          value={draft.endsOn}
          onChange={(endsOn) => put({ endsOn })}
          error={missing(draft.endsOn)}
        />
        <HoursFields hours={draft.hours} onChange={(hours) => put({ hours })} />
        <TextField
          label={m.agreement_why()}
          hint={m.agreement_why_hint()}
          error={missing(draft.why)}
          maxLength={300}
          value={draft.why}
          onChange={({ target }) => put({ why: target.value })}
        />
        <p className="muted">{m.agreement_correct_then()}</p>
        <ProblemNote error={deed.problem} />
        <Button type="submit" kind="primary" size="big" block busy={deed.busy}>
          {m.agreement_correct_send()}
        </Button>
        <Button kind="quiet" block onClick={onClose}>
          {m.agreement_correct_back()}
        </Button>
      </form>
    </Section>
  );
}

type Hours = AgreementView["hours"];

function HoursFields({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  return (
    <div className="agreement-clocks">
      <TextField
        type="time"
        label={m.agreement_day_starts()}
        value={hours.dayStartsAt}
        onChange={({ target }) => onChange({ ...hours, dayStartsAt: target.value })}
      />
      <TextField
        type="time"
        label={m.agreement_day_ends()}
        value={hours.dayEndsAt}
        onChange={({ target }) => onChange({ ...hours, dayEndsAt: target.value })}
      />
    </div>
  );
}

type CorrectDraft = { startsOn: string | null; endsOn: string | null; hours: Hours; why: string };

function useCorrection({ view, onClose }: CorrectProps) {
  const { startsOn, endsOn, hours } = view;
  const [draft, setDraft] = useState<CorrectDraft>({ startsOn, endsOn, hours, why: "" });
  const [tried, setTried] = useState(false);
  const deed = useDeed<typeof correctAgreement>({
    method: "POST",
    path: "/api/agreements/{agreementId}/corrections",
    changes: AGREEMENT_CHANGES,
    onDone: onClose,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const why = draft.why.trim();
    if (draft.startsOn === null || draft.endsOn === null || why === "") return;
    deed.run({
      params: { agreementId: view.id },
      version: view.version,
      body: { startsOn: draft.startsOn, endsOn: draft.endsOn, hours: draft.hours, why },
    });
  };
  const put = (change: Partial<CorrectDraft>) => setDraft({ ...draft, ...change });
  const missing = (value: string | null) =>
    tried && (value === null || value.trim() === "") ? m.agreement_fill_this() : undefined;
  return { draft, put, deed, send, missing };
}
