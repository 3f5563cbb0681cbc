import { useState } from "react";
import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { readRegisterChoices } from "../register.contract.ts";
import type { editWorkplace } from "../workplace.contract.ts";
import { bodyOf, type DetailsDraft, DetailsFields } from "./details-fields.tsx";
import { PartForm, WORKPLACE_READS } from "./part-form.tsx";
import type { Workplace } from "./workplace-page.tsx";

type DetailsFormProps = {
  workplace: Workplace;
  fields: AnswerOf<typeof readRegisterChoices>["fields"];
  onClose: () => void;
};

/** Name, address, contact and fields of the workplace, for all colleges. */
export function DetailsForm({ workplace, fields, onClose }: DetailsFormProps) {
  const say = useToast();
  const [base] = useState(workplace.version);
  const [draft, setDraft] = useState<DetailsDraft>({
    name: workplace.name,
    street: workplace.street ?? "",
    postalCode: workplace.postalCode ?? "",
    municipality: workplace.municipality,
    phone: workplace.phone ?? "",
    email: workplace.email ?? "",
    fields: workplace.fields,
    languages: workplace.languages,
  });
  const edit = useDeed<typeof editWorkplace>({
    method: "PUT",
    path: "/api/workplaces/{workplaceId}",
    changes: WORKPLACE_READS,
    onDone: () => {
      say({ text: m.register_saved() });
      onClose();
    },
  });
  return (
    <PartForm
      label={m.register_edit()}
      busy={edit.busy}
      problem={edit.problem}
      onSave={() =>
        edit.run({ params: { workplaceId: workplace.id }, version: base, body: bodyOf(draft) })
      }
      onClose={onClose}
    >
      <DetailsFields draft={draft} onDraft={setDraft} fields={fields} />
    </PartForm>
  );
}
