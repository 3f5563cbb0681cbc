import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { newKey } from "#web/new-key.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { amendAgreement } from "../agreement-deeds.contract.ts";
import { AGREEMENT_CHANGES } from "./agreement-view.ts";

type AmendProps = { placementId: string; onClose: () => void };

/** A change of what was signed: a new last day, and what plan and tutor say differently by now. */
export function AmendForm({ placementId, onClose }: AmendProps) {
  const router = useRouter();
  const [id] = useState(newKey);
  const [endsOn, setEndsOn] = useState<string | null>(null);
  const [why, setWhy] = useState("");
  const [tried, setTried] = useState(false);
  const deed = useDeed<typeof amendAgreement>({
    method: "POST",
    path: "/api/placements/{placementId}/amendments",
    changes: AGREEMENT_CHANGES,
    onDone: (answer) =>
      router.navigate({ to: "/agreements/$agreementId", params: { agreementId: answer.id } }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (why.trim() === "") return;
    deed.run({ params: { placementId }, body: { id, endsOn, why: why.trim() } });
  };
  return (
    <Section title={m.agreements_amend()}>
      <form className="card stack agreement-amend" noValidate onSubmit={send}>
        <DateField label={m.agreements_amend_last_day()} value={endsOn} onChange={setEndsOn} />
        <p className="small muted">{m.agreements_amend_hint()}</p>
        <TextField
          label={m.agreement_why()}
          hint={m.agreement_why_hint()}
          error={tried && why.trim() === "" ? m.agreement_fill_this() : undefined}
          maxLength={300}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
        <ProblemNote error={deed.problem} />
        <div className="row row-wrap">
          <Button type="submit" kind="primary" busy={deed.busy}>
            {m.agreements_amend_send()}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {m.agreements_amend_back()}
          </Button>
        </div>
      </form>
    </Section>
  );
}
