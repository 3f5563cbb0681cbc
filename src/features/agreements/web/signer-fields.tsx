import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import type { AnswerOf } from "#web/request.ts";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { listAgreements } from "../agreement.contract.ts";

export type SignerChoice = AnswerOf<typeof listAgreements>["choices"]["employer"][number];

export type SignerDraft = {
  /** Somebody known; "" = a new person. */
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
};

export const emptySigner: SignerDraft = {
  personId: "",
  givenName: "",
  familyName: "",
  email: "",
  phone: "",
};

/** Who is to sign as the server takes it; null while something is missing. */
export function signerOf({ personId, givenName, familyName, email, phone }: SignerDraft) {
  if (personId !== "") return { personId };
  const filled = [givenName, familyName, email].map((text) => text.trim());
  if (filled.some((text) => text === "")) return null;
  return {
    givenName: givenName.trim(),
    familyName: familyName.trim(),
    email: email.trim(),
    phone: phone.trim() || null,
    title: null,
    language: getLocale(),
  };
}

type FieldsProps = {
  draft: SignerDraft;
  onChange: (draft: SignerDraft) => void;
  choices: readonly SignerChoice[];
  tried: boolean;
  label?: string;
};

/** Somebody who is known here, or a new person with an address of their own. */
export function SignerFields({ draft, onChange, choices, tried, label }: FieldsProps) {
  const put = (change: Partial<SignerDraft>) => onChange({ ...draft, ...change });
  const missing = (text: string) =>
    tried && text.trim() === "" ? m.agreement_fill_this() : undefined;
  return (
    <div className="stack">
      {choices.length > 0 && (
        <SelectField
          label={label ?? m.agreement_signer()}
          options={[
            ...choices.map(({ id, givenName, familyName, title }) => ({
              value: id,
              label: `${givenName} ${familyName}${title ? `, ${title}` : ""}`,
            })),
            { value: "", label: m.agreement_somebody_new() },
          ]}
          value={draft.personId}
          onChange={({ target }) => put({ personId: target.value })}
        />
      )}
      {draft.personId === "" && (
        <>
          <TextField
            label={m.agreement_given_name()}
            error={missing(draft.givenName)}
            value={draft.givenName}
            maxLength={80}
            onChange={({ target }) => put({ givenName: target.value })}
          />
          <TextField
            label={m.agreement_family_name()}
            error={missing(draft.familyName)}
            value={draft.familyName}
            maxLength={80}
            onChange={({ target }) => put({ familyName: target.value })}
          />
          <TextField
            type="email"
            label={m.agreement_email()}
            error={missing(draft.email)}
            value={draft.email}
            maxLength={200}
            onChange={({ target }) => put({ email: target.value })}
          />
          <TextField
            type="tel"
            label={m.agreement_phone()}
            optional
            value={draft.phone}
            maxLength={40}
            onChange={({ target }) => put({ phone: target.value })}
          />
        </>
      )}
    </div>
  );
}
