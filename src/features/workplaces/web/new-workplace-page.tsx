import { useState } from "react";
import { m } from "#messages/web";
import { newKey } from "#web/new-key.ts";
import { useGo } from "#web/shell/go.ts";
import { Page } from "#web/shell/page.tsx";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed, useView } from "#web/view.ts";
import { isBusinessId, suggestBusinessId } from "../business-id.ts";
import type { readRegisterChoices } from "../register.contract.ts";
import type { addWorkplace } from "../workplace.contract.ts";
import { bodyOf, type DetailsDraft, DetailsFields } from "./details-fields.tsx";
import { PartForm, WORKPLACE_READS } from "./part-form.tsx";

const EMPTY: DetailsDraft = {
  name: "",
  street: "",
  postalCode: "",
  municipality: "",
  phone: "",
  email: "",
  fields: [],
  languages: [],
};

/** A workplace that the register does not know yet. */
export function NewWorkplacePage() {
  const go = useGo();
  const { fields } = useView<typeof readRegisterChoices>({ path: "/api/register/choices" });
  const [id] = useState(newKey);
  const [draft, setDraft] = useState(EMPTY);
  const [employer, setEmployer] = useState({ businessId: "", name: "" });
  const [fault, setFault] = useState<string>();
  const add = useDeed<typeof addWorkplace>({
    method: "POST",
    path: "/api/workplaces",
    changes: WORKPLACE_READS,
    onDone: () => go(`/workplaces/${id}`, { instead: true }),
  });
  const save = () => {
    const businessId = employer.businessId.trim();
    const found = businessIdFault(businessId);
    setFault(found);
    if (found !== undefined) return;
    const employerName = employer.name.trim() || draft.name;
    add.run({ body: { ...bodyOf(draft), id, businessId, employerName } });
  };
  return (
    <Page frame="staff">
      <PageHead
        crumb={<Link href="/workplaces">{m.shell_workplaces()}</Link>}
        title={m.register_add()}
      />
      <div className="main">
        <PartForm
          label={m.register_add()}
          busy={add.busy}
          problem={add.problem}
          onSave={save}
          onClose={() => go("/workplaces")}
        >
          <TextField
            label={m.workplace_business_id()}
            required
            maxLength={20}
            value={employer.businessId}
            error={fault}
            onChange={({ target }) => setEmployer({ ...employer, businessId: target.value })}
          />
          <TextField
            label={m.register_employer()}
            optional
            maxLength={120}
            value={employer.name}
            onChange={({ target }) => setEmployer({ ...employer, name: target.value })}
          />
          <DetailsFields draft={draft} onDraft={setDraft} fields={fields} />
        </PartForm>
      </div>
    </Page>
  );
}

function businessIdFault(text: string): string | undefined {
  if (isBusinessId(text)) return undefined;
  const suggestion = suggestBusinessId(text);
  return suggestion === null
    ? m.register_business_id_form()
    : m.register_business_id_perhaps({ id: suggestion });
}
