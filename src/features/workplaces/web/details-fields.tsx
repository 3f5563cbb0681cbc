import { m } from "#messages/web";
import { LANGUAGES, type Language } from "#shared/language.ts";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { Choice } from "#web/ui/choice.tsx";
import { Group } from "#web/ui/group.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { readRegisterChoices } from "../register.contract.ts";
import { languageName } from "./register-words.ts";

export type DetailsDraft = {
  name: string;
  street: string;
  postalCode: string;
  municipality: string;
  phone: string;
  email: string;
  fields: readonly string[];
  languages: readonly Language[];
};

/** What the server takes: what is empty is not known. */
export function bodyOf(draft: DetailsDraft) {
  return {
    name: draft.name,
    municipality: draft.municipality,
    street: draft.street.trim() || null,
    postalCode: draft.postalCode.trim() || null,
    phone: draft.phone.trim() || null,
    email: draft.email.trim() || null,
    fields: [...draft.fields],
    languages: [...draft.languages],
  };
}

type DetailsFieldsProps = {
  draft: DetailsDraft;
  onDraft: (draft: DetailsDraft) => void;
  fields: AnswerOf<typeof readRegisterChoices>["fields"];
};

export function DetailsFields({ draft, onDraft, fields }: DetailsFieldsProps) {
  const text = (name: Exclude<keyof DetailsDraft, "fields" | "languages">) => ({
    value: draft[name],
    onChange: ({ target }: { target: { value: string } }) =>
      onDraft({ ...draft, [name]: target.value }),
  });
  const toggle = (code: string, on: boolean) =>
    onDraft({
      ...draft,
      fields: on ? [...draft.fields, code] : draft.fields.filter((one) => one !== code),
    });
  return (
    <>
      <TextField label={m.workplace_name()} required maxLength={120} {...text("name")} />
      <TextField label={m.register_street()} optional maxLength={120} {...text("street")} />
      <TextField
        label={m.register_postal_code()}
        optional
        inputMode="numeric"
        pattern="\d{5}"
        maxLength={5}
        {...text("postalCode")}
      />
      <TextField
        label={m.workplace_municipality()}
        required
        maxLength={80}
        {...text("municipality")}
      />
      <TextField label={m.register_phone()} optional type="tel" maxLength={25} {...text("phone")} />
      <TextField
        label={m.register_email()}
        optional
        type="email"
        maxLength={200}
        {...text("email")}
      />
      <Group legend={m.register_fields()}>
        {fields.map(({ code, name }) => (
          <Choice
            key={code}
            kind="checkbox"
            label={textOf(name)}
            checked={draft.fields.includes(code)}
            onChange={({ target }) => toggle(code, target.checked)}
          />
        ))}
      </Group>
      <SpokenFields draft={draft} onDraft={onDraft} />
    </>
  );
}

function SpokenFields({ draft, onDraft }: Omit<DetailsFieldsProps, "fields">) {
  const speak = (language: Language, on: boolean) =>
    onDraft({
      ...draft,
      languages: LANGUAGES.filter((one) => (one === language ? on : draft.languages.includes(one))),
    });
  return (
    <Group legend={m.register_languages()}>
      {LANGUAGES.map((language) => (
        <Choice
          key={language}
          kind="checkbox"
          label={languageName(language)}
          checked={draft.languages.includes(language)}
          onChange={({ target }) => speak(language, target.checked)}
        />
      ))}
    </Group>
  );
}
