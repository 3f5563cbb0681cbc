import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { newKey } from "#web/new-key.ts";
import { useMe } from "#web/session.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { previewAgreement } from "../agreement.contract.ts";
import type { sendAgreement } from "../agreement-deeds.contract.ts";
import { AGREEMENT_CHANGES } from "./agreement-view.ts";
import type { AgreementsView } from "./agreements-page.tsx";
import { EmploymentFields, employmentOf, emptyEmployment } from "./employment-fields.tsx";
import { PaperUnfolds } from "./paper-shown.tsx";
import { emptySigner, type SignerChoice, SignerFields, signerOf } from "./signer-fields.tsx";

type SendProps = { view: AgreementsView; onClose: () => void };

/** The text as it would be sent, who signs it, and one press. */
export function SendForm({ view, onClose }: SendProps) {
  const form = useSendForm(view);
  const { choices, placementId } = view;
  return (
    <form className="two agreement-send" noValidate onSubmit={form.send}>
      <Preview placementId={placementId} />
      <div className="stack">
        <SelectField
          label={m.agreements_provider_signer()}
          options={choices.provider.map(({ id, givenName, familyName }) => ({
            value: id,
            label: `${givenName} ${familyName}`,
          }))}
          value={form.providerSignerId}
          onChange={({ target }) => form.setProviderSignerId(target.value)}
        />
        <SignerFields
          label={m.agreements_employer_signer()}
          draft={form.employer}
          onChange={form.setEmployer}
          choices={choices.employer}
          tried={form.tried}
        />
        {choices.needsGuardian && (
          <SignerFields
            label={m.agreements_guardian()}
            draft={form.guardian}
            onChange={form.setGuardian}
            choices={choices.guardian}
            tried={form.tried}
          />
        )}
        {choices.needsEmployment && (
          <EmploymentFields
            draft={form.employment}
            onChange={form.setEmployment}
            tried={form.tried}
          />
        )}
        <p className="muted">{m.agreements_send_then()}</p>
        <ProblemNote error={form.deed.problem} />
        <Button type="submit" kind="primary" busy={form.deed.busy}>
          {m.agreements_send()}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {m.agreements_send_back()}
        </Button>
      </div>
    </form>
  );
}

function first(choices: readonly SignerChoice[]) {
  return { ...emptySigner, personId: choices[0]?.id ?? "" };
}

function useSendForm(view: AgreementsView) {
  const { choices, placementId } = view;
  const me = useMe();
  const router = useRouter();
  const mine = choices.provider.find(({ id }) => id === me?.personId) ?? choices.provider[0];
  const [id] = useState(newKey);
  const [providerSignerId, setProviderSignerId] = useState(mine?.id ?? "");
  const [employer, setEmployer] = useState(() => first(choices.employer));
  const [guardian, setGuardian] = useState(() => first(choices.guardian));
  const [employment, setEmployment] = useState(emptyEmployment);
  const [tried, setTried] = useState(false);
  const deed = useDeed<typeof sendAgreement>({
    method: "POST",
    path: "/api/placements/{placementId}/agreements",
    changes: AGREEMENT_CHANGES,
    onDone: (answer) =>
      router.navigate({ to: "/agreements/$agreementId", params: { agreementId: answer.id } }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const signer = signerOf(employer);
    const told = choices.needsGuardian ? signerOf(guardian) : null;
    const terms = choices.needsEmployment ? employmentOf(employment) : null;
    if (signer === null || (choices.needsEmployment && terms === null)) return;
    deed.run({
      params: { placementId },
      body: {
        id,
        language: getLocale(),
        providerSignerId,
        employer: signer,
        guardian: told,
        employment: terms,
      },
    });
  };
  return {
    ...{ providerSignerId, setProviderSignerId, employer, setEmployer, guardian, setGuardian },
    ...{ employment, setEmployment, tried, deed, send },
  };
}

function Preview({ placementId }: { placementId: string }) {
  const { papers, refersTo } = useView<typeof previewAgreement>({
    path: "/api/placements/{placementId}/agreements/preview",
    params: { placementId },
  });
  const paper = papers[getLocale()];
  return (
    <Section title={paper.title}>
      {refersTo && <Note>{m.framework_agreement_short({ number: refersTo.number })}</Note>}
      <PaperUnfolds sections={paper.sections} />
    </Section>
  );
}
