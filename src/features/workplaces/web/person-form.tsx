import { useState } from "react";
import { m } from "#messages/web";
import { LANGUAGES, type Language } from "#shared/language.ts";
import { dayYear, localDay } from "#web/ui/format.ts";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import {
  type addWorkplacePerson,
  type ContactDetails,
  type correctPerson,
  PERSON_ROLES,
  type PersonRole,
} from "../people.contract.ts";
import { PartForm, WORKPLACE_READS } from "./part-form.tsx";
import { languageName } from "./register-words.ts";
import type { Workplace } from "./workplace-page.tsx";

type FormProps = { workplace: Workplace; onClose: () => void };
type Text = "givenName" | "familyName" | "email" | "phone";
type Typed = Readonly<Record<Text, string>>;
type Faults = Partial<Record<Text, string>>;

const PHONE = /^\+?[\d ()-]{5,25}$/;
const EMAIL = /^\S+@\S+\.\S+$/;
const NOBODY: Typed = { givenName: "", familyName: "", email: "", phone: "" };
const LONGEST_TITLE = 80;

const ROLE_NAMES: Record<PersonRole, () => string> = {
  tutor: m.workplace_role_tutor,
  employer_representative: m.workplace_role_employer,
};

/** Somebody of the workplace; an address that is known is the person who has it. */
export function AddPerson({ workplace, onClose }: FormProps) {
  const say = useToast();
  const [typed, setTyped] = useState(NOBODY);
  const [faults, setFaults] = useState<Faults>({});
  const [part, setPart] = useState<Part>({ role: "tutor", title: "", language: "fi" });
  const add = useDeed<typeof addWorkplacePerson>({
    method: "POST",
    path: "/api/workplaces/{workplaceId}/people",
    changes: WORKPLACE_READS,
  });
  const save = async () => {
    const found = faultsOf(typed);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const { known } = await add.ask({
      params: { workplaceId: workplace.id },
      version: workplace.version,
      body: { ...detailsOf(typed), ...part, title: part.title.trim() || null },
    });
    if (known) say({ text: m.register_person_known({ name: typed.givenName.trim() }) });
    onClose();
  };
  return (
    <PartForm
      label={m.register_person_add()}
      busy={add.busy}
      problem={add.problem}
      onSave={() => void save().catch(() => undefined)}
      onClose={onClose}
    >
      <DetailFields typed={typed} faults={faults} onTyped={setTyped} />
      <PartFields part={part} onPart={setPart} />
    </PartForm>
  );
}

type CorrectProps = FormProps & { person: Workplace["people"][number] };

/** What is corrected here is corrected everywhere; who was faster is shown with what stands now. */
export function CorrectPerson({ workplace, person, onClose }: CorrectProps) {
  const say = useToast();
  const { givenName, familyName, email, phone } = person;
  const seen = { givenName, familyName, email, phone };
  const [typed, setTyped] = useState<Typed>({ ...seen, email: email ?? "", phone: phone ?? "" });
  const [faults, setFaults] = useState<Faults>({});
  const put = useDeed<typeof correctPerson>({
    method: "PUT",
    path: "/api/workplaces/{workplaceId}/people/{personId}",
    changes: [...WORKPLACE_READS, "/api/placements/{placementId}"],
  });
  const save = async () => {
    const found = faultsOf(typed);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const params = { workplaceId: workplace.id, personId: person.id };
    const { waitsUntil } = await put.ask({ params, body: { ...detailsOf(typed), seen } });
    if (waitsUntil !== null) say({ text: m.address_waits({ at: dayYear(localDay(waitsUntil)) }) });
    onClose();
  };
  const name = `${givenName} ${familyName}`;
  return (
    <PartForm
      label={m.register_edit_name({ name })}
      busy={put.busy}
      problem={put.problem}
      note={m.register_person_everywhere()}
      onSave={() => void save().catch(() => undefined)}
      onClose={onClose}
    >
      <DetailFields typed={typed} faults={faults} onTyped={setTyped} />
    </PartForm>
  );
}

type DetailProps = { typed: Typed; faults: Faults; onTyped: (typed: Typed) => void };

function DetailFields({ typed, faults, onTyped }: DetailProps) {
  const field = (name: Text) => ({
    name,
    value: typed[name],
    error: faults[name],
    onChange: ({ target }: { target: { value: string } }) =>
      onTyped({ ...typed, [name]: target.value }),
  });
  return (
    <>
      <TextField label={m.register_person_given()} maxLength={80} {...field("givenName")} />
      <TextField label={m.register_person_family()} maxLength={80} {...field("familyName")} />
      <TextField
        label={m.register_email()}
        optional
        type="email"
        maxLength={200}
        {...field("email")}
      />
      <TextField
        label={m.register_phone()}
        optional
        type="tel"
        maxLength={25}
        {...field("phone")}
      />
    </>
  );
}

type Part = {
  readonly role: PersonRole;
  readonly title: string;
  readonly language: Language;
};

function PartFields({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  return (
    <>
      <SelectField
        label={m.register_person_role()}
        value={part.role}
        options={PERSON_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role]() }))}
        onChange={({ target }) => {
          const role = PERSON_ROLES.find((one) => one === target.value);
          if (role) onPart({ ...part, role });
        }}
      />
      <TextField
        label={m.register_person_title()}
        optional
        maxLength={LONGEST_TITLE}
        value={part.title}
        onChange={({ target }) => onPart({ ...part, title: target.value })}
      />
      <SelectField
        label={m.register_person_language()}
        value={part.language}
        options={LANGUAGES.map((one) => ({ value: one, label: languageName(one) }))}
        onChange={({ target }) => {
          const language = LANGUAGES.find((one) => one === target.value);
          if (language) onPart({ ...part, language });
        }}
      />
    </>
  );
}

function faultsOf({ givenName, familyName, email, phone }: Typed): Faults {
  const wrongEmail = email.trim() !== "" && !EMAIL.test(email.trim());
  const wrongPhone = phone.trim() !== "" && !PHONE.test(phone.trim());
  return {
    ...(givenName.trim() === "" ? { givenName: m.placement_name_missing() } : {}),
    ...(familyName.trim() === "" ? { familyName: m.placement_name_missing() } : {}),
    ...(wrongEmail ? { email: m.placement_email_fault() } : {}),
    ...(wrongPhone ? { phone: m.placement_phone_fault() } : {}),
  };
}

function detailsOf(typed: Typed): ContactDetails {
  return {
    givenName: typed.givenName.trim(),
    familyName: typed.familyName.trim(),
    email: typed.email.trim() || null,
    phone: typed.phone.trim() || null,
  };
}
