import { type FormEvent, useEffect, useRef, useState } from "react";
import type { readWorkplace } from "#features/workplaces/workplace.contract.ts";
import { m } from "#messages/web";
import { LANGUAGES, type Language } from "#shared/language.ts";
import { Card } from "#web/ui/card.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { nameTutor } from "../placement.contract.ts";
import { nameOf, PLACEMENT_READS, type Placement } from "./placement-page-answer.ts";
import { FormDeeds } from "./placement-page-form-deeds.tsx";

const NEW = "new";
const PHONE = /^[\d\s+()-]{5,40}$/;
const EMAIL = /^\S+@\S+\.\S+$/;

type Text = "givenName" | "familyName" | "email" | "phone" | "title";
type Typed = Readonly<Record<Text, string>> & { readonly language: Language };
type Faults = Partial<Record<Text, string>>;

const EMPTY: Typed = {
  givenName: "",
  familyName: "",
  email: "",
  phone: "",
  title: "",
  language: "fi",
};

/** One of the workplace's tutors, or somebody new to it. */
export function TutorForm({ placement, onClose }: { placement: Placement; onClose: () => void }) {
  const say = useToast();
  const workplace = useView<typeof readWorkplace>({
    path: "/api/workplaces/{workplaceId}",
    params: { workplaceId: placement.workplace.id },
  });
  const tutors = workplace.people.filter(({ role }) => role === "tutor");
  const [chosen, setChosen] = useState<string>(placement.tutor?.id ?? tutors[0]?.id ?? NEW);
  const [typed, setTyped] = useState(EMPTY);
  const [faults, setFaults] = useState<Faults>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input:checked")?.focus(), []);
  const save = useDeed<typeof nameTutor>({
    method: "PUT",
    path: "/api/placements/{placementId}/tutor",
    changes: [...PLACEMENT_READS, "/api/workplaces/{workplaceId}"],
    onDone: () => {
      say({ text: m.placement_tutor_named() });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const params = { placementId: placement.id };
    if (chosen !== NEW) return save.run({ params, body: { tutorId: chosen } });
    const found = faultsOf(typed);
    setFaults(found);
    const [first] = Object.keys(found);
    if (first) return form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    save.run({ params, body: bodyOf(typed) });
  };
  const options = [
    ...tutors.map((tutor) => ({ value: tutor.id, label: nameOf(tutor), detail: tutor.title })),
    { value: NEW, label: m.placement_tutor_new(), detail: m.placement_tutor_new_detail() },
  ];
  return (
    <Card as="section" label={m.gate_step_name_tutor()} className="place-form">
      <form ref={form} className="stack" noValidate onSubmit={submit}>
        <RadioGroup
          legend={m.placement_tutor_who({ workplace: placement.workplace.name })}
          name="tutor"
          options={options}
          value={chosen}
          onChange={setChosen}
        />
        {chosen === NEW && <NewTutor typed={typed} faults={faults} onTyped={setTyped} />}
        <FormDeeds busy={save.busy} problem={save.problem} onClose={onClose}>
          {m.gate_step_name_tutor()}
        </FormDeeds>
      </form>
    </Card>
  );
}

const LANGUAGE_NAMES: Record<Language, () => string> = {
  fi: m.placement_language_fi,
  sv: m.placement_language_sv,
  en: m.placement_language_en,
};

type NewTutorProps = { typed: Typed; faults: Faults; onTyped: (typed: Typed) => void };

function NewTutor({ typed, faults, onTyped }: NewTutorProps) {
  const field = (name: Text) => ({
    name,
    value: typed[name],
    error: faults[name],
    onChange: (event: { target: { value: string } }) =>
      onTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <>
      <div className="place-pair">
        <TextField label={m.placement_given_name()} maxLength={80} {...field("givenName")} />
        <TextField label={m.placement_family_name()} maxLength={80} {...field("familyName")} />
      </div>
      <TextField
        label={m.placement_email()}
        hint={m.placement_email_hint()}
        type="email"
        maxLength={200}
        {...field("email")}
      />
      <div className="place-pair">
        <TextField
          label={m.placement_phone()}
          optional
          type="tel"
          maxLength={40}
          {...field("phone")}
        />
        <TextField label={m.placement_work_title()} optional maxLength={80} {...field("title")} />
      </div>
      <RadioGroup
        legend={m.placement_tutor_language()}
        name="language"
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value]() }))}
        value={typed.language}
        onChange={(language) => onTyped({ ...typed, language })}
      />
    </>
  );
}

function faultsOf({ givenName, familyName, email, phone }: Typed): Faults {
  return {
    ...(givenName.trim() === "" ? { givenName: m.placement_name_missing() } : {}),
    ...(familyName.trim() === "" ? { familyName: m.placement_name_missing() } : {}),
    ...(EMAIL.test(email.trim()) ? {} : { email: m.placement_email_fault() }),
    ...(phone.trim() === "" || PHONE.test(phone.trim())
      ? {}
      : { phone: m.placement_phone_fault() }),
  };
}

function bodyOf(typed: Typed) {
  return {
    givenName: typed.givenName.trim(),
    familyName: typed.familyName.trim(),
    email: typed.email.trim(),
    phone: typed.phone.trim() || null,
    title: typed.title.trim() || null,
    language: typed.language,
  };
}
