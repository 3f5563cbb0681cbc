import { useState } from "react";
import { m } from "#messages/web";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { setAddress } from "../people.contract.ts";
import { PartForm, WORKPLACE_READS } from "./part-form.tsx";
import type { Workplace } from "./workplace-page.tsx";

type SetAddressProps = {
  workplace: Workplace;
  person: Workplace["people"][number];
  onClose: () => void;
};

/** An admin sets the address at once when the old one is dead, and says why. */
export function SetAddressForm({ workplace, person, onClose }: SetAddressProps) {
  const [email, setEmail] = useState("");
  const [reason, setReason] = useState("");
  const put = useDeed<typeof setAddress>({
    method: "PUT",
    path: "/api/workplaces/{workplaceId}/people/{personId}/address",
    changes: [...WORKPLACE_READS, "/api/placements/{placementId}"],
    onDone: onClose,
  });
  const params = { workplaceId: workplace.id, personId: person.id };
  return (
    <PartForm
      label={m.address_set_name({ name: `${person.givenName} ${person.familyName}` })}
      busy={put.busy}
      problem={put.problem}
      note={m.address_set_note()}
      onSave={() => put.run({ params, body: { email: email.trim(), reason } })}
      onClose={onClose}
    >
      <TextField
        label={m.register_email()}
        type="email"
        required
        maxLength={200}
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <TextField
        label={m.address_set_reason()}
        required
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </PartForm>
  );
}
