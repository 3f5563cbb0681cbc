import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { newKey } from "#web/new-key.ts";
import { useMe } from "#web/session.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { addDays } from "#web/ui/format.ts";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { useDeed, viewOptions } from "#web/view.ts";
import type {
  previewFrameworkAgreement,
  sendFrameworkAgreement,
} from "../framework-agreement.contract.ts";
import type { Covered } from "../framework-agreement.ts";
import { AGREEMENT_CHANGES, FRAMEWORKS_PATH } from "./agreement-view.ts";
import type { FrameworksView } from "./frameworks-page.tsx";
import { PaperUnfolds } from "./paper-shown.tsx";
import { emptySigner, SignerFields, signerOf } from "./signer-fields.tsx";

type FormProps = { workplaceId: string; view: FrameworksView; onClose: () => void };

const WHICH = [
  { value: "both", label: m.framework_agreement_both },
  { value: "training_agreement", label: m.framework_agreement_training },
  { value: "apprenticeship", label: m.framework_agreement_apprenticeship },
] as const;
/** Two years and a day short: long enough to spare work, short enough to be read again. */
const USUAL_DAYS = 729;

/** The terms as they would be sent, whose agreements they cover, for how long, and who signs. */
export function FrameworkForm({ workplaceId, view, onClose }: FormProps) {
  const form = useFrameworkForm(workplaceId, view);
  const { draft, put, deed } = form;
  const { choices } = view;
  return (
    <form className="two agreement-send" noValidate onSubmit={form.send}>
      <Preview workplaceId={workplaceId} draft={draft} />
      <div className="stack">
        <RadioGroup
          legend={m.framework_agreement_which()}
          name="covers"
          value={draft.covers}
          onChange={(covers) => put({ covers })}
          options={WHICH.map(({ value, label }) => ({ value, label: label() }))}
        />
        <DateField
          label={m.agreement_first_day()}
          value={draft.validFrom}
          error={form.missing(draft.validFrom)}
          onChange={(validFrom) => put({ validFrom })}
        />
        <DateField
          label={m.agreement_last_day()}
          hint={m.framework_agreement_five_years()}
          value={draft.validUntil}
          error={form.missing(draft.validUntil)}
          onChange={(validUntil) => put({ validUntil })}
        />
        <SelectField
          label={m.agreements_provider_signer()}
          options={choices.provider.map(({ id, givenName, familyName }) => ({
            value: id,
            label: `${givenName} ${familyName}`,
          }))}
          value={draft.providerSignerId}
          onChange={({ target }) => put({ providerSignerId: target.value })}
        />
        <SignerFields
          label={m.agreements_employer_signer()}
          draft={draft.employer}
          onChange={(employer) => put({ employer })}
          choices={choices.employer}
          tried={form.tried}
        />
        <p className="muted">{m.framework_agreement_send_then()}</p>
        <ProblemNote error={deed.problem} />
        <Button type="submit" kind="primary" busy={deed.busy}>
          {m.agreements_send()}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {m.agreements_send_back()}
        </Button>
      </div>
    </form>
  );
}

type Draft = {
  readonly covers: Covered;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly providerSignerId: string;
  readonly employer: typeof emptySigner;
};

function startOf({ choices, today }: FrameworksView, personId: string | undefined): Draft {
  const signer = choices.provider.find(({ id }) => id === personId) ?? choices.provider[0];
  return {
    covers: "both",
    validFrom: today,
    validUntil: addDays(today, USUAL_DAYS),
    providerSignerId: signer?.id ?? "",
    employer: { ...emptySigner, personId: choices.employer[0]?.id ?? "" },
  };
}

function useFrameworkForm(workplaceId: string, view: FrameworksView) {
  const me = useMe();
  const router = useRouter();
  const [id] = useState(newKey);
  const [draft, setDraft] = useState(() => startOf(view, me?.personId));
  const [tried, setTried] = useState(false);
  const deed = useDeed<typeof sendFrameworkAgreement>({
    method: "POST",
    path: FRAMEWORKS_PATH,
    changes: AGREEMENT_CHANGES,
    onDone: (answer) =>
      router.navigate({ to: "/agreements/$agreementId", params: { agreementId: answer.id } }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { covers, validFrom, validUntil, providerSignerId } = draft;
    const employer = signerOf(draft.employer);
    if (validFrom === null || validUntil === null || employer === null) return;
    const language = getLocale();
    const body = { id, language, covers, validFrom, validUntil, providerSignerId, employer };
    deed.run({ params: { workplaceId }, body });
  };
  const missing = (day: string | null) =>
    tried && day === null ? m.agreement_fill_this() : undefined;
  const put = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  return { draft, put, tried, missing, deed, send };
}

/** Read again for other days; while they cannot be, the form says why. */
function Preview({ workplaceId, draft }: { workplaceId: string; draft: Draft }) {
  const { covers, validFrom, validUntil } = draft;
  const isDated = validFrom !== null && validUntil !== null;
  const { data, error } = useQuery({
    ...viewOptions<typeof previewFrameworkAgreement>({
      path: "/api/workplaces/{workplaceId}/framework-agreements/preview",
      params: { workplaceId },
      query: { covers, validFrom: validFrom ?? "", validUntil: validUntil ?? "" },
    }),
    enabled: isDated,
  });
  if (error) return <ProblemNote error={error} />;
  const paper = data?.[getLocale()];
  return (
    <Section title={paper?.title ?? m.framework_agreements_title()}>
      {paper && <PaperUnfolds sections={paper.sections} />}
    </Section>
  );
}
